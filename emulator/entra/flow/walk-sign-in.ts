import { readAuthorizeRequest } from '../authorize/authorize-request.js';
import type { ClientResponse } from '../authorize/client-response.js';
import { respondWithFailure } from '../authorize/respond-with-failure.js';
import { pendingDeviceSignIn } from '../device/device-codes.js';
import { EntraFailure, occasionOf } from '../entra-failure.js';
import type { EntraService } from '../entra-service.js';
import { hashOf } from '../secret-hash.js';
import { readScopes } from '../scopes/requested-scopes.js';
import { advanceFlow } from './advance-flow.js';
import { finishFlow } from './finish-flow.js';
import { beginFlow, pageNeeded } from './flow-start.js';
import { nextStep } from './next-step.js';
import type { FlowInput, FlowStep, SignInFlow } from './sign-in-flow.js';

/** What somebody would do on the pages. */
export interface WalkedSignIn {
  readonly target:
    | { readonly kind: 'authorize'; readonly url: string }
    | { readonly kind: 'device'; readonly userCode: string };
  /** Object id or sign-in name. */
  readonly who: string;
  /** Null: the right one, whatever it is. */
  readonly password: string | null;
  readonly secondFactor: 'approve' | 'deny';
  readonly consent: 'accept' | 'decline' | 'organisation';
  /** Null: a browser that nobody used before. */
  readonly browser: string | null;
}

export type SignInOutcome =
  /** Where the browser is sent. */
  | { readonly kind: 'redirect'; readonly redirectUrl: string }
  /** What the browser posts. */
  | {
      readonly kind: 'formPost';
      readonly action: string;
      readonly fields: Readonly<Record<string, string>>;
    }
  | { readonly kind: 'device'; readonly isApproved: boolean }
  /** A page that the person cannot get past. */
  | {
      readonly kind: 'page';
      readonly page: FlowStep['kind'] | 'error';
      readonly number: number | null;
      readonly message: string;
    };

/** Walks through the pages of a sign-in as a person would; each page is met at most once. */
export function walkSignIn(service: EntraService, walked: WalkedSignIn): SignInOutcome {
  const browser = walked.browser === null ? service.newSecret() : hashOf(walked.browser);
  const started =
    walked.target.kind === 'authorize'
      ? startAuthorize(service, walked.target.url, browser)
      : startDevice(service, walked.target.userCode, browser);
  if ('outcome' in started) return started.outcome;
  const { flow } = started;
  const seen = new Set<string>();
  let step = nextStep(service, flow);
  try {
    while (step.kind !== 'done' && step.kind !== 'refused') {
      const input = inputFor(step, walked);
      if (input === null || seen.has(step.kind)) return pageOutcome(step);
      seen.add(step.kind);
      step = advanceFlow(service, flow, input);
    }
  } catch (error) {
    if (!(error instanceof EntraFailure)) throw error;
    return { kind: 'page', page: step.kind, number: error.number, message: error.message };
  }
  // Who is refused sees why; who said no is sent back at once.
  if (step.kind === 'refused' && step.failure.number !== 65004) return pageOutcome(step);
  const end = finishFlow(service, flow, step, occasionOf(undefined, service.now()));
  return end.kind === 'device' ? end : toOutcome(end.response);
}

type Started = { readonly flow: SignInFlow } | { readonly outcome: SignInOutcome };

function startAuthorize(service: EntraService, address: string, browser: string): Started {
  const url = new URL(address, service.origin);
  const [, tenant = ''] = url.pathname.split('/');
  const read = readAuthorizeRequest(service, decodeURIComponent(tenant), url.searchParams);
  if (read.kind === 'page') {
    const { number, message } = read.failure;
    return { outcome: { kind: 'page', page: 'error', number, message } };
  }
  const occasion = occasionOf(undefined, service.now());
  if (read.kind === 'refused') {
    return { outcome: toOutcome(respondWithFailure(read.address, read.failure, occasion)) };
  }
  const { request } = read;
  const flow = beginFlow(service, {
    browser,
    purpose: { kind: 'authorize', request },
    app: request.app,
    scopes: request.scopes,
  });
  const step = nextStep(service, flow);
  if (request.prompt !== 'none' || step.kind === 'done') return { flow };
  const failure = pageNeeded(service, flow, step);
  return { outcome: toOutcome(respondWithFailure(request.address, failure, occasion)) };
}

function startDevice(service: EntraService, userCode: string, browser: string): Started {
  const found = pendingDeviceSignIn(service, userCode);
  const app = found === undefined ? undefined : service.apps.get(found.record.appId);
  if (found === undefined || app === undefined) {
    const message = 'That code did not work. Check the code and try again.';
    return { outcome: { kind: 'page', page: 'error', number: null, message } };
  }
  return {
    flow: beginFlow(service, {
      browser,
      purpose: { kind: 'device', deviceId: found.id },
      app,
      scopes: readScopes(service, found.record.scope),
    }),
  };
}

/** Null where there is nothing to do but turn back. */
function inputFor(step: FlowStep, walked: WalkedSignIn): FlowInput | null {
  switch (step.kind) {
    case 'signIn':
      return { kind: 'signIn', who: walked.who, password: walked.password };
    case 'secondFactor':
      return { kind: 'secondFactor', isApproved: walked.secondFactor === 'approve' };
    case 'confirmDevice':
      return { kind: 'confirmDevice', isConfirmed: true };
    case 'consent':
      return {
        kind: 'consent',
        isAccepted: walked.consent !== 'decline',
        isForAll: walked.consent === 'organisation',
      };
    case 'adminApproval':
      return walked.consent === 'decline' ? { kind: 'cancel' } : null;
    case 'refused':
    case 'done':
      return null;
  }
}

function pageOutcome(step: FlowStep): SignInOutcome {
  const failure = step.kind === 'refused' ? step.failure : null;
  const isForAdmin = step.kind === 'adminApproval';
  return {
    kind: 'page',
    page: step.kind,
    number: failure?.number ?? (isForAdmin ? 90094 : null),
    message:
      failure?.message ?? (isForAdmin ? 'Need admin approval' : `The page ${step.kind} again`),
  };
}

function toOutcome(response: ClientResponse): SignInOutcome {
  return response.kind === 'redirect'
    ? { kind: 'redirect', redirectUrl: response.url }
    : { kind: 'formPost', action: response.action, fields: response.fields };
}
