import {
  GraphClientError,
  type Context,
  type Middleware,
  type MiddlewareOptions,
} from '@microsoft/microsoft-graph-client';
import { GraphError } from '../../domain/graph-error.js';
import type { GraphAccount } from './graph-account.js';
import { toOwnError } from './graph-failure.js';

export interface TokenRequest {
  readonly account: GraphAccount;
  /** The last token was refused, so another is needed. */
  readonly fresh?: boolean;
  /** What the refusal asked for (JSON): the token must hold it. */
  readonly claims?: string;
}

/** An access token for Graph. */
export type GetToken = (request: TokenRequest) => Promise<string>;

export interface ChainOptions {
  /** The only origin that gets the token, for instance `https://graph.microsoft.com`. */
  readonly origin: string;
  readonly getToken: GetToken;
  readonly timeoutMs: number;
  readonly fetch: typeof fetch;
}

/** What the chain is to do with one call, beside what the client says. */
export class Call implements MiddlewareOptions {
  constructor(
    /** To the letter: the client would reorder the query and lose repeated options. */
    readonly url: string,
    readonly token: TokenRequest,
    readonly clientRequestId: string,
    readonly more: {
      /** Left out: the usual one. */
      readonly timeoutMs?: number;
      readonly signal?: AbortSignal;
    } = {},
  ) {}
}

/** Its caller gave up before it was sent. */
export class GivenUpError extends Error {
  override readonly name = 'GivenUpError';
}

/**
 * What takes the place of the Graph client's own chain: no retries (Temporal waits, and a repeated POST makes a second
 * task), no redirects, and the token for any origin that is configured (the client's own chain leaves it out, without
 * a word, for hosts that it does not know). The time limit covers the reading of the body too.
 */
export function createHttpChain(options: ChainOptions): Middleware {
  return keepErrors(authorize(options, terminal(options)));
}

type Step = (context: Context, call: Call) => Promise<Response>;

/** The client turns strange errors into its own kind and loses them; its own kind passes, with ours inside. */
function keepErrors(step: Step): Middleware {
  return {
    execute: async (context) => {
      try {
        context.response = await step(context, callOf(context));
      } catch (error) {
        const carrier = new GraphClientError('Carries the error of the chain');
        carrier.customError = error;
        throw carrier;
      }
    },
  };
}

/** The opposite of what `keepErrors` does. */
export function carriedError(error: unknown): unknown {
  return error instanceof GraphClientError ? (error.customError as unknown) : error;
}

function authorize(options: ChainOptions, next: Step): Step {
  return async (context, call) => {
    if (new URL(call.url).origin !== options.origin) {
      throw toOwnError('unexpected', 'The address of the request is not at the configured Graph');
    }
    setHeader(context, 'Authorization', `Bearer ${await tokenFor(call, options)}`);
    return next(context, call);
  };
}

async function tokenFor(call: Call, { getToken }: ChainOptions): Promise<string> {
  try {
    return await getToken(call.token);
  } catch (error) {
    if (error instanceof GraphError) throw error;
    throw toOwnError('unauthorized', 'No access token could be had');
  }
}

function terminal(options: ChainOptions): Step {
  return (context, call) => {
    // Microsoft's support asks for this id: https://learn.microsoft.com/graph/best-practices-concept
    setHeader(context, 'client-request-id', call.clientRequestId);
    const { signal, timeoutMs = options.timeoutMs } = call.more;
    if (signal?.aborted === true) throw new GivenUpError();
    const timeout = AbortSignal.timeout(timeoutMs);
    const isRead = context.options?.method === 'GET';
    return options.fetch(call.url, {
      ...context.options,
      redirect: 'manual',
      signal: isRead && signal !== undefined ? AbortSignal.any([timeout, signal]) : timeout,
    });
  };
}

function callOf(context: Context): Call {
  const call = context.middlewareControl?.getMiddlewareOptions(Call);
  if (!(call instanceof Call)) throw new TypeError('A call without its options');
  return call;
}

/** The client hands over a plain object of headers. */
function setHeader(context: Context, name: string, value: string): void {
  context.options = {
    ...context.options,
    headers: { ...(context.options?.headers as Record<string, string>), [name]: value },
  };
}
