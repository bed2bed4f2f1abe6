import type { Logger } from 'pino';
import { GraphError } from '../../domain/graph-error.js';
import { createGateKeeper, type Pass } from './access/gate-keeper.js';
import type { Ask, GraphAccess } from './access/graph-access.js';
import { throttledAmong } from './access/exchange-report.js';
import { createLocalAccess } from './access/local-access.js';
import { createBatchSuspects } from './batch-suspects.js';
import { divideCalls } from './divide-calls.js';
import { toGraphError, toOwnError } from './graph-failure.js';
import { laneOf } from './graph-lane.js';
import { toLoad, type GraphLoad } from './graph-load.js';
import type {
  GraphRequest,
  GraphResponse,
  GraphVersion,
  NoAnswer,
  Outcome,
} from './graph-request.js';
import type { GetToken, TokenRequest } from './http-chain.js';
import { createMinuteCount } from './minute-count.js';
import { toRefusedError } from './refused-error.js';
import { sendTogether, type SendOptions } from './send-calls.js';
import { spreadOut } from './spread-out.js';
import { createSendQueue, type Call, type CallGroup } from './send-queue.js';
import { cancelledError, isGivenUp, watchSignal } from './watch-signal.js';
import { createTransport } from './transport.js';

export interface GraphGatewayOptions {
  /** An origin without version, for instance `https://graph.microsoft.com`. */
  readonly baseUrl: string;
  readonly getToken: GetToken;
  /** For one HTTP request with its answer. */
  readonly httpTimeoutMs: number;
  readonly logger: Pick<Logger, 'debug' | 'info' | 'warn'>;
  readonly fetch?: typeof fetch;
  /** Twenty pages of 400 tasks in one batch are about 20 MB. */
  readonly maxResponseBytes?: number;
  /** What all replicas share; without it this process decides by itself. */
  readonly shared?: GraphAccess & { load(): Promise<GraphLoad> };
  /** Default: no limit. */
  readonly budgetPerMinute?: number | null;
  /** How long a request waits for company while others are under way. Default 3. */
  readonly lingerMs?: number;
  /** HTTP requests at a time, and so connections that are kept. Default 64. */
  readonly maxConcurrent?: number;
  /** 0 to 1; default `Math.random`. */
  readonly random?: () => number;
}

interface GraphGatewayStats {
  /** HTTP requests that were sent, batches among them. */
  readonly httpRequests: number;
  /** Items of batches that were sent. */
  readonly subrequests: number;
  /** Requests that wait for their turn, and HTTP requests that wait for an answer. */
  readonly waiting: number;
  readonly underWay: number;
}

/** The only door to Microsoft Graph. */
export interface GraphGateway {
  /**
   * Requests of the same turn of the event loop, and while others are under way those of a few milliseconds, go as one
   * `$batch` of at most 20; a lone one goes plain; those of different accounts never go together. Never repeated, but for
   * one refused as unauthenticated, which is sent once more with a fresh token that holds the claims asked for. What must not be sent now (`throttled`, or `unavailable` with a time to wait) is
   * refused at once. Every answer but a 2xx rejects with a GraphError. https://learn.microsoft.com/graph/json-batching
   */
  send(request: GraphRequest): Promise<GraphResponse>;
  /** The path for `send` of a link that Graph gave (`@odata.nextLink`); refuses links to anywhere else. Default v1.0. */
  toPath(link: string, version?: GraphVersion): string;
  /** The address of a path, for bodies that name something by it (`user@odata.bind`): each cloud has its own. */
  toLink(path: string): string;
  /** How much of what may be asked of Graph is being asked. */
  load(): Promise<GraphLoad>;
  stats(): GraphGatewayStats;
}

const defaultMaxResponseBytes = 64 * 1024 * 1024;

export function createGraphGateway(options: GraphGatewayOptions): GraphGateway {
  const { shared, budgetPerMinute = null, httpTimeoutMs, random = Math.random } = options;
  const origin = new URL(options.baseUrl).origin;
  const httpFetch = options.fetch ?? fetch;
  let httpRequests = 0;
  let subrequests = 0;
  const count = createMinuteCount(now);
  const suspects = createBatchSuspects(now);
  const probeMs = httpTimeoutMs + 5_000;
  const keeper = createGateKeeper({
    shared: shared ?? null,
    local: createLocalAccess({ now, count, budgetPerMinute, probeMs }),
    now,
    logger: options.logger,
  });

  const sendOptions: Omit<SendOptions, 'mayGiveUp'> = {
    logger: options.logger,
    maxResponseBytes: options.maxResponseBytes ?? defaultMaxResponseBytes,
    transport: createTransport({
      origin,
      getToken: options.getToken,
      timeoutMs: httpTimeoutMs,
      fetch: (...request) => {
        httpRequests += 1;
        return httpFetch(...request);
      },
    }),
  };

  const dispatch = async (asked: CallGroup, token: TokenRequest): Promise<void> => {
    const group = { ...asked, calls: asked.calls.filter(({ request }) => !isGivenUp(request)) };
    for (const call of asked.calls) if (isGivenUp(call.request)) call.reject(cancelledError());
    if (group.calls.length === 0) return;
    const pass = await keeper.admit(group.service, asksOf(group.calls), group.mailbox);
    const { granted, held } = divideCalls(group.calls, pass);
    const luck = random();
    for (const { call, refusal } of held) {
      call.reject(toRefusedError(call.request, refusal, luck));
    }
    if (granted.length > 0) await exchange({ ...group, calls: granted }, pass, token);
  };

  const exchange = async (group: CallGroup, pass: Pass, token: TokenRequest): Promise<void> => {
    const { calls, service } = group;
    if (calls.length > 1) subrequests += calls.length;
    count.add(calls.length);
    const requests = calls.map((call) => call.request);
    // A probe is waited for: what became of it decides for everybody.
    const outcomes = await sendTogether(requests, token, {
      ...sendOptions,
      mayGiveUp: !pass.isProbe,
    });
    suspects.note(requests, outcomes);
    const closedMs = await keeper.note(service, outcomes, pass, group.mailbox);
    const waitMs = closedMs === 0 ? 0 : spreadOut(closedMs, random());
    const throttled = throttledAmong(outcomes);
    // By what the refusal asked for: mostly nothing, or the same for all.
    const refused = new Map<string | null, Call[]>();
    calls.forEach((call, index) => {
      const outcome = outcomes[index] ?? noOutcome;
      if ('status' in outcome && outcome.status === 401 && token.fresh !== true) {
        const claims = outcome.challenge?.claims ?? null;
        refused.set(claims, [...(refused.get(claims) ?? []), call]);
      } else settle(call, outcome, throttled.has(outcome) ? waitMs : 0);
    });
    for (const [claims, again] of refused) {
      const better = { account: token.account, fresh: true, ...(claims !== null && { claims }) };
      await dispatch({ ...group, calls: again }, better);
    }
  };

  const queue = createSendQueue({
    dispatch: (group) =>
      dispatch(group, { account: group.account }).catch((error: unknown) => {
        for (const call of group.calls) call.reject(toRejection(call, error));
      }),
    goesAlone: (request) =>
      request.goesAlone === true || request.answersBytes === true || suspects.has(request),
    onOverdue: (call) => call.reject(tooBusy()),
    lingerMs: options.lingerMs ?? 3,
    maxConcurrent: options.maxConcurrent ?? 64,
    now,
  });

  return {
    send: (request) =>
      new Promise((resolve, reject) => {
        if (!request.path.startsWith('/')) throw new TypeError('A path begins with a slash');
        if (isGivenUp(request)) reject(cancelledError());
        else queue.add(watchSignal({ request, resolve, reject }, (call) => queue.remove(call)));
      }),
    toPath: (link, version = 'v1.0') => toPath(link, `${origin}/${version}`),
    toLink: (path) => `${origin}/v1.0${path}`,
    load: async () => (await sharedLoad(shared)) ?? toLoad(count.perMinute(), budgetPerMinute),
    stats: () => ({ httpRequests, subrequests, ...queue.figures() }),
  };
}

/** ms of a clock that never jumps. */
function now(): number {
  return performance.now();
}

/** Null: Redis is away, or there is none. */
async function sharedLoad(
  shared: { load(): Promise<GraphLoad> } | undefined,
): Promise<GraphLoad | null> {
  try {
    return (await shared?.load()) ?? null;
  } catch {
    return null;
  }
}

/** The calls come sorted by urgency. */
function asksOf(calls: readonly Call[]): readonly Ask[] {
  const counts = new Map<Ask['lane'], number>();
  for (const { request } of calls) {
    const lane = laneOf(request);
    counts.set(lane, (counts.get(lane) ?? 0) + 1);
  }
  return [...counts].map(([lane, number]) => ({ lane, count: number }));
}

function settle(call: Call, outcome: Outcome, waitMs: number): void {
  if ('status' in outcome && outcome.status >= 200 && outcome.status < 300) {
    call.resolve({ status: outcome.status, body: outcome.body });
  } else call.reject(toGraphError(call.request, outcome, waitMs));
}

function toRejection(call: Call, error: unknown): GraphError {
  return error instanceof GraphError ? error : toGraphError(call.request, noOutcome);
}

function tooBusy(): GraphError {
  return toOwnError('throttled', 'More is asked of Microsoft Graph than this process can send');
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
