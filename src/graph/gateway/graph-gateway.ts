import type { Logger } from 'pino';
import { GraphError } from '../../domain/graph-error.js';
import { largestBatch } from './batch.js';
import { toGraphError, toOwnError } from './graph-failure.js';
import type { GraphLoad } from './graph-load.js';
import type {
  GraphRequest,
  GraphResponse,
  GraphVersion,
  NoAnswer,
  Outcome,
} from './graph-request.js';
import { createMinuteCount } from './minute-count.js';
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
  /** The path for `send` of a link that Graph gave (`@odata.nextLink`); refuses links to anywhere else. Default v1.0. */
  toPath(link: string, version?: GraphVersion): string;
  /** How much of what may be asked of Graph is being asked. */
  load(): Promise<GraphLoad>;
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
  const count = createMinuteCount(Date.now);
  const waiting: Record<GraphVersion, Waiting[]> = { 'v1.0': [], beta: [] };

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
    count.add(calls.length);
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

  const flush = (version: GraphVersion): void => {
    const calls = waiting[version].splice(0);
    dispatch(calls, false).catch((error: unknown) => {
      for (const call of calls) call.reject(toRejection(call, error));
    });
  };

  return {
    send: (request) =>
      new Promise((resolve, reject) => {
        if (!request.path.startsWith('/')) throw new TypeError('A path begins with a slash');
        const version = request.version ?? 'v1.0';
        const calls = waiting[version];
        calls.push({ request, resolve, reject });
        if (calls.length === 1) setImmediate(() => calls.length > 0 && flush(version));
        else if (calls.length === largestBatch) flush(version);
      }),
    toPath: (link, version = 'v1.0') => toPath(link, `${origin}/${version}`),
    load: async () => ({ usedPerMinute: count.perMinute(), budgetPerMinute: null, pressure: 0 }),
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

function toPath(link: string, root: string): string {
  if (link.startsWith(`${root}/`)) return link.slice(root.length);
  throw toOwnError('unexpected', 'Microsoft Graph gave a link that leads elsewhere');
}

const noOutcome: NoAnswer = {
  failure: 'unexpected',
  reason: 'The request could not be made',
  mayHaveArrived: true,
};
