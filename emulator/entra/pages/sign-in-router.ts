import { Router, urlencoded, type Request, type Response } from 'express';
import { readAuthorizeRequest } from '../authorize/authorize-request.js';
import type { ClientResponse } from '../authorize/client-response.js';
import { respondWithFailure } from '../authorize/respond-with-failure.js';
import { pendingDeviceSignIn } from '../device/device-codes.js';
import { EntraFailure, occasionOf, type FailureOccasion } from '../entra-failure.js';
import type { EntraService } from '../entra-service.js';
import { advanceFlow } from '../flow/advance-flow.js';
import { finishFlow } from '../flow/finish-flow.js';
import { beginFlow, pageNeeded } from '../flow/flow-start.js';
import type { FlowStore } from '../flow/flow-store.js';
import { nextStep } from '../flow/next-step.js';
import type { FlowInput, FlowStep, SignInFlow } from '../flow/sign-in-flow.js';
import { readScopes } from '../scopes/requested-scopes.js';
import { readBrowser, rememberBrowser } from './browser-cookie.js';
import { deviceCodePage, errorPage, formPostPage, messagePage } from './plain-pages.js';
import { sendPage, type Page } from './send-page.js';
import { signInPage } from './sign-in-page.js';
import {
  adminApprovalPage,
  confirmDevicePage,
  consentPage,
  refusedPage,
  secondFactorPage,
} from './step-pages.js';

const DEVICE_PATH = '/common/oauth2/deviceauth';

/** What people see: `/authorize`, the pages of a sign-in, and where device codes are typed. */
export function createSignInRouter(service: EntraService, flows: FlowStore): Router {
  const router = Router();
  const readForm = urlencoded({ extended: false, limit: '64kb' });

  router.get('/:tenant/oauth2/v2.0/authorize', (request, response) => {
    authorize({ service, flows, request, response }, request.params.tenant);
  });
  router.post('/:tenant/login', readForm, (request, response) => {
    goOn({ service, flows, request, response }, formOf(request));
  });

  router.get(['/devicelogin', DEVICE_PATH], (request, response) => {
    const query = queryOf(request);
    const typed = query.get('otc') ?? query.get('user_code') ?? '';
    sendPage(response, 200, deviceCodePage({ action: DEVICE_PATH, typed, problem: null }));
  });
  router.post(DEVICE_PATH, readForm, (request, response) => {
    enterCode({ service, flows, request, response }, formOf(request));
  });
  return router;
}

interface Visit {
  readonly service: EntraService;
  readonly flows: FlowStore;
  readonly request: Request;
  readonly response: Response;
}

function authorize(visit: Visit, tenant: string): void {
  const { service, flows, request, response } = visit;
  const query = queryOf(request);
  const occasion = occasionFor(visit, query);
  const read = readAuthorizeRequest(service, tenant, query);
  const log = (failure: EntraFailure | null): void => {
    service.log.add({
      at: service.now().toISOString(),
      endpoint: 'authorize',
      grantType: null,
      clientId: query.get('client_id'),
      personId: null,
      status: failure?.status ?? 200,
      error: failure?.error ?? null,
      number: failure?.number ?? null,
      correlationId: occasion.correlationId,
    });
  };
  if (read.kind !== 'good') {
    log(read.failure);
    if (read.kind === 'page') sendPage(response, 400, errorPage(read.failure, occasion));
    else send(response, respondWithFailure(read.address, read.failure, occasion));
    return;
  }
  const flow = beginFlow(service, {
    browser: browserOf(visit),
    purpose: { kind: 'authorize', request: read.request },
    app: read.request.app,
    scopes: read.request.scopes,
  });
  const step = nextStep(service, flow);
  if (read.request.prompt === 'none' && step.kind !== 'done') {
    const failure = pageNeeded(service, flow, step);
    log(failure);
    send(response, respondWithFailure(read.request.address, failure, occasion));
    return;
  }
  log(null);
  flows.put(flow);
  show(visit, flow, step);
}

function goOn(visit: Visit, form: URLSearchParams): void {
  const { service, flows, request, response } = visit;
  const flow = flows.find(form.get('flow') ?? '', readBrowser(request) ?? '');
  if (flow === undefined) {
    const words =
      'It took too long, or it began in another browser. Go back to the app and sign in from there.';
    sendPage(response, 400, messagePage('This sign-in is over', words));
    return;
  }
  try {
    const step = nextStep(service, flow);
    // "Back to the app" is the only way on from here.
    if (step.kind === 'refused') end(visit, flow, step);
    else show(visit, flow, advanceFlow(service, flow, readInput(form)));
  } catch (error) {
    if (!(error instanceof EntraFailure)) throw error;
    const problem = explain(error);
    const typed = form.get('username')?.trim() || form.get('person');
    show(visit, flow, nextStep(service, flow), { problem, typed: typed ?? null });
  }
}

function enterCode(visit: Visit, form: URLSearchParams): void {
  const { service, flows, response } = visit;
  const typed = form.get('code') ?? '';
  const found = pendingDeviceSignIn(service, typed);
  const app = found === undefined ? undefined : service.apps.get(found.record.appId);
  if (found === undefined || app === undefined) {
    const problem = 'That code did not work. Check the code and try again.';
    sendPage(response, 400, deviceCodePage({ action: DEVICE_PATH, typed, problem }));
    return;
  }
  const flow = beginFlow(service, {
    browser: browserOf(visit),
    purpose: { kind: 'device', deviceId: found.id },
    app,
    scopes: readScopes(service, found.record.scope),
  });
  flows.put(flow);
  show(visit, flow, nextStep(service, flow));
}

/** Shows the page of a step, or what comes after the last one. */
function show(
  visit: Visit,
  flow: SignInFlow,
  step: FlowStep,
  said: { readonly problem: string | null; readonly typed: string | null } = {
    problem: null,
    typed: null,
  },
): void {
  const { service, response } = visit;
  service.commit();
  // Who said no herself need not be told so.
  const isOver = step.kind === 'done' || (step.kind === 'refused' && step.failure.number === 65004);
  if (isOver) end(visit, flow, step);
  else sendPage(response, said.problem === null ? 200 : 400, pageOf(service, flow, step, said));
}

function pageOf(
  service: EntraService,
  flow: SignInFlow,
  step: Exclude<FlowStep, { kind: 'done' }>,
  said: { readonly problem: string | null; readonly typed: string | null },
): Page {
  const shown = { ...said, action: `/${service.tenant.id}/login` };
  switch (step.kind) {
    case 'signIn':
      return signInPage(service, flow, shown);
    case 'secondFactor':
      return secondFactorPage(flow, step, shown);
    case 'confirmDevice':
      return confirmDevicePage(flow, step, shown);
    case 'consent':
      return consentPage(flow, step, shown);
    case 'adminApproval':
      return adminApprovalPage(flow, step, shown);
    case 'refused':
      return refusedPage(flow, step, shown);
  }
}

function end(
  visit: Visit,
  flow: SignInFlow,
  step: Extract<FlowStep, { kind: 'done' | 'refused' }>,
): void {
  const { service, flows, response } = visit;
  flows.remove(flow);
  const outcome = finishFlow(service, flow, step, occasionFor(visit, new URLSearchParams()));
  service.commit();
  if (outcome.kind === 'respond') send(response, outcome.response);
  else {
    const page = outcome.isApproved
      ? messagePage(
          'You are signed in',
          `You have signed in to ${flow.app.displayName} on your device. You may now close this window.`,
        )
      : messagePage(
          'Nobody was signed in',
          `The sign-in to ${flow.app.displayName} was declined. You may now close this window.`,
        );
    sendPage(response, 200, page);
  }
}

function send(response: Response, answer: ClientResponse): void {
  if (answer.kind === 'post') sendPage(response, 200, formPostPage(answer));
  else {
    response
      .set({ 'Cache-Control': 'no-store, no-cache', 'Referrer-Policy': 'no-referrer' })
      .redirect(302, answer.url);
  }
}

function readInput(form: URLSearchParams): FlowInput {
  const choice = form.get('choice') ?? 'ok';
  if (choice === 'cancel') return { kind: 'cancel' };
  switch (form.get('step')) {
    case 'secondFactor':
      return { kind: 'secondFactor', isApproved: choice === 'ok' };
    case 'confirmDevice':
      return { kind: 'confirmDevice', isConfirmed: choice === 'ok' };
    case 'consent':
      return {
        kind: 'consent',
        isAccepted: choice === 'ok',
        isForAll: form.get('forAll') === 'yes',
      };
    default: {
      const typed = form.get('username')?.trim() ?? '';
      const who = typed === '' ? (form.get('person') ?? '') : typed;
      return { kind: 'signIn', who, password: form.get('password') ?? '' };
    }
  }
}

function explain(failure: EntraFailure): string {
  switch (failure.number) {
    case 50126:
      return 'Your account or password is incorrect.';
    case 50034:
      return 'We couldn’t find an account with that sign-in name. Choose one of the list, or check the spelling.';
    case 50053:
      return 'Your account is locked. Ask your administrator to unlock it.';
    case 50055:
      return 'Your password has expired. Ask your administrator for another.';
    case 50057:
      return 'Your account is disabled. Please contact your administrator.';
    case 500121:
      return 'The request was denied. Approve it to go on.';
    default:
      return `AADSTS${failure.number}: ${failure.message}`;
  }
}

function browserOf({ service, request, response }: Visit): string {
  const browser = readBrowser(request) ?? service.newSecret();
  rememberBrowser(request, response, browser);
  return browser;
}

function occasionFor({ service, request }: Visit, query: URLSearchParams): FailureOccasion {
  const wanted = request.get('client-request-id') ?? query.get('client-request-id') ?? undefined;
  return occasionOf(wanted, service.now());
}

function queryOf(request: Request): URLSearchParams {
  return new URL(request.originalUrl, 'http://localhost').searchParams;
}

/** Express makes arrays of repeated fields; the first is meant. */
function formOf(request: Request): URLSearchParams {
  const form = new URLSearchParams();
  const body: unknown = request.body;
  if (typeof body !== 'object' || body === null) return form;
  for (const [name, value] of Object.entries(body)) {
    const first: unknown = Array.isArray(value) ? value[0] : value;
    if (typeof first === 'string') form.set(name, first);
  }
  return form;
}
