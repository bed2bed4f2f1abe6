import type { DeviceCodeRequest } from '@azure/msal-node';
import * as z from 'zod';
import { ProblemError } from '../../domain/problem.js';
import { toLoginProblem } from '../../domain/accounts/login-problem.js';
import { createPublicMsalClient } from '../msal/create-msal-client.js';
import { createMemoryCache } from '../msal/memory-cache.js';
import { createSignInNetwork } from '../sign-in-network.js';
import { askEntra } from './ask-entra.js';
import { toAnswer } from './entra-sign-in.js';
import type { EntraSignInOptions, SignInAnswer, SignInFor } from './entra-sign-in.js';
import { numberIn, readRefusal, type EntraRefusal, type ReadRefusal } from './entra-words.js';

export interface DeviceCode {
  /** A secret: whoever has it gets the tokens. */
  readonly deviceCode: string;
  readonly userCode: string;
  readonly verificationUri: string;
  readonly expiresInMs: number;
  /** Between two questions. */
  readonly intervalMs: number;
}

export type DeviceAnswer =
  | SignInAnswer
  /** Nobody has typed the code yet. */
  | { readonly kind: 'pending' }
  /** Asked too soon: from now on the time between two questions is longer. RFC 8628, section 3.5 */
  | { readonly kind: 'slowDown' };

/** Sign-in by device code, one question at a time: who waits in between is the durable flow. */
export interface DeviceSignIn {
  /** ProblemError login_failed where Entra gives no code. */
  begin(): Promise<DeviceCode>;
  /** Rejects with a GraphError where no answer came. */
  ask(request: SignInFor & { readonly deviceCode: string }): Promise<DeviceAnswer>;
}

/** MSAL waits and asks by itself, in memory. It is stopped after its first question. */
export function createDeviceSignIn(options: EntraSignInOptions): DeviceSignIn {
  const { azure, timeoutMs } = options;
  const scopes = [...options.scopes];
  const send = options.fetch ?? fetch;

  return {
    async begin() {
      const network = createSignInNetwork({ fetch: send, timeoutMs });
      const client = createPublicMsalClient({ azure, network });
      const given: DeviceCode[] = [];
      const request: DeviceCodeRequest = {
        scopes,
        deviceCodeCallback: (code) => {
          given.push(toDeviceCode(code));
          request.cancel = true;
        },
      };
      // Being stopped is an error to MSAL.
      const stopped = (error: unknown): null => {
        if (given.length === 0) throw error;
        return null;
      };
      const answer = await askEntra(
        () => client.acquireTokenByDeviceCode(request).catch(stopped),
        network,
      );
      const [code] = given;
      if (code !== undefined) return code;
      throw noCode(answer !== null && 'kind' in answer ? answer : refused);
    },

    async ask({ deviceCode, ...who }) {
      const { fetch: once, refusal } = askOnce(send, deviceCode, () => {
        request.cancel = true;
      });
      const network = createSignInNetwork({ fetch: once, timeoutMs });
      const cache = createMemoryCache();
      const client = createPublicMsalClient({ azure, network, cache: cache.plugin });
      const request: DeviceCodeRequest = { scopes, deviceCodeCallback: () => undefined };
      const stopped = (error: unknown): null => {
        if (refusal() === null) throw error;
        return null;
      };
      const answer = await askEntra(
        () => client.acquireTokenByDeviceCode(request).catch(stopped),
        network,
      );
      if (answer === null) return toDeviceAnswer(refusal());
      if ('kind' in answer) return answer;
      return toAnswer(options, answer, cache.text(), { ...who, flow: 'device', nonce: null });
    },
  };
}

const refused = { kind: 'refused', code: 'refused', said: null } as const;

function toDeviceAnswer(refusal: EntraRefusal | null): DeviceAnswer {
  if (refusal === null) return refused;
  switch (refusal.error) {
    case 'authorization_pending':
      return { kind: 'pending' };
    case 'slow_down':
      return { kind: 'slowDown' };
    default:
      return { kind: 'refused', ...readRefusal(refusal) };
  }
}

function noCode({ code, said }: ReadRefusal): ProblemError {
  const { message, advice } = toLoginProblem(code, said);
  return new ProblemError('login_failed', `${message}. ${advice}`);
}

function toDeviceCode(code: Parameters<DeviceCodeRequest['deviceCodeCallback']>[0]): DeviceCode {
  return {
    deviceCode: code.deviceCode,
    userCode: code.userCode,
    verificationUri: code.verificationUri,
    expiresInMs: code.expiresIn * 1_000,
    intervalMs: code.interval * 1_000,
  };
}

const entraError = z.object({ error: z.string(), error_description: z.string().optional() });

/** Gives MSAL the code which we have already, and notes how Entra refuses the one question about it. */
function askOnce(send: typeof fetch, deviceCode: string, stop: () => void) {
  let refusal: EntraRefusal | null = null;
  const askedOnce: typeof fetch = async (input, init) => {
    const { pathname } = new URL(input instanceof Request ? input.url : input);
    if (pathname.endsWith('/devicecode')) return knownCode(deviceCode);
    const answer = await send(input, init);
    if (answer.ok) return answer;
    const read = entraError.safeParse(
      await answer
        .clone()
        .json()
        .catch(() => null),
    );
    if (read.success) {
      const { error, error_description: description = null } = read.data;
      refusal = { error, number: numberIn(description) };
      stop();
    }
    return answer;
  };
  return { fetch: askedOnce, refusal: (): EntraRefusal | null => refusal };
}

/** No time between questions, for there is no second one; and when the code ends, Entra knows better. */
function knownCode(deviceCode: string): Response {
  return Response.json({ device_code: deviceCode, expires_in: 60, interval: 0 });
}
