import type { Logger } from 'pino';
import { GraphError } from '../../domain/graph-error.js';
import { largestBatch } from './batch.js';
import { toGraphError, toOwnError } from './graph-failure.js';
import type { GraphRequest, GraphResponse, NoAnswer, Outcome } from './graph-request.js';
import type { GetToken } from './http-chain.js';
import { sendTogether, type SendOptions } from './send-calls.js';
import { createTransport } from './transport.js';

export interface GraphGatewayOptions {
  /** An origin without version, for instance `https://graph.microsoft.com`. */
  readonly baseUrl: string;
  readonly getToken: GetToken;
  /** For one HTTP request with its answer. */
  readonly httpTimeoutMs: number;
  readonly logger: Pick<Logger, 'debug'>;
  readonly fetch?: typeof fetch;
  /** Twenty pages of 400 tasks in one batch are about 20 MB. */
  readonly maxResponseBytes?: number;
}

interface GraphGatewayStats {
  /** HTTP requests that were sent, batches among them. */
  readonly httpRequests: number;
  /** Items of batches that were sent. */
  readonly subrequests: number;
}

/** The only door to Microsoft Graph. */
export interface GraphGateway {
  /**
   * Requests of the same turn of the event loop go as one `$batch` of at most 20, a lone one plain. Never repeated,
   * but for one refused as unauthenticated, which is sent once more with a fresh token.
   * Every answer but a 2xx rejects with a GraphError. https://learn.microsoft.com/graph/json-batching
   */
  send(request: GraphRequest): Promise<GraphResponse>;
  /** The path for `send` of a link that Graph gave (`@odata.nextLink`); refuses links to anywhere else. */
  toPath(link: string): string;
  stats(): GraphGatewayStats;
}

interface Waiting {
  readonly request: GraphRequest;
  readonly resolve: (response: GraphResponse) => void;
  readonly reject: (error: GraphError) => void;
}

const defaultMaxResponseBytes = 64 * 1024 * 1024;

export function createGraphGateway(options: GraphGatewayOptions): GraphGateway {
  const origin = new URL(options.baseUrl).origin;
  const httpFetch = options.fetch ?? fetch;
  let httpRequests = 0;
  let subrequests = 0;
  let waiting: Waiting[] = [];

  const sendOptions: SendOptions = {
    logger: options.logger,
    maxResponseBytes: options.maxResponseBytes ?? defaultMaxResponseBytes,
    transport: createTransport({
      origin,
      getToken: options.getToken,
      timeoutMs: options.httpTimeoutMs,
      fetch: (...request) => {
        httpRequests += 1;
        return httpFetch(...request);
      },
    }),
  };

  const dispatch = async (calls: readonly Waiting[], freshToken: boolean): Promise<void> => {
    if (calls.length > 1) subrequests += calls.length;
    const requests = calls.map((call) => call.request);
    const outcomes = await sendTogether(requests, freshToken, sendOptions);
    const unauthenticated: Waiting[] = [];
    calls.forEach((call, index) => {
      const outcome = outcomes[index] ?? noOutcome;
      const isRefused = 'status' in outcome && outcome.status === 401;
      if (isRefused && !freshToken) unauthenticated.push(call);
      else settle(call, outcome);
    });
    if (unauthenticated.length > 0) await dispatch(unauthenticated, true);
  };

  const flush = (): void => {
    const calls = waiting;
    waiting = [];
    dispatch(calls, false).catch((error: unknown) => {
      for (const call of calls) call.reject(toRejection(call, error));
    });
  };

  return {
    send: (request) =>
      new Promise((resolve, reject) => {
        if (!request.path.startsWith('/')) throw new TypeError('A path begins with a slash');
        waiting.push({ request, resolve, reject });
        if (waiting.length === 1) setImmediate(() => waiting.length > 0 && flush());
        else if (waiting.length === largestBatch) flush();
      }),
    toPath: (link) => toPath(link, origin),
    stats: () => ({ httpRequests, subrequests }),
  };
}

function settle(call: Waiting, outcome: Outcome): void {
  if ('status' in outcome && outcome.status >= 200 && outcome.status < 300) {
    call.resolve({ status: outcome.status, body: outcome.body });
  } else call.reject(toGraphError(call.request, outcome));
}

function toRejection(call: Waiting, error: unknown): GraphError {
  return error instanceof GraphError ? error : toGraphError(call.request, noOutcome);
}

function toPath(link: string, origin: string): string {
  const version = '/v1.0';
  if (link.startsWith(`${origin}${version}/`)) return link.slice(origin.length + version.length);
  throw toOwnError('unexpected', 'Microsoft Graph gave a link that leads elsewhere');
}

const noOutcome: NoAnswer = {
  failure: 'unexpected',
  reason: 'The request could not be made',
  mayHaveArrived: true,
};
