import { largestBatch } from './batch.js';
import { accountKey, appAccount, type GraphAccount } from './graph-account.js';
import { isMoreUrgent, laneOf } from './graph-lane.js';
import type { GraphRequest, GraphResponse, GraphVersion } from './graph-request.js';
import { mailboxOf, serviceOf, type GraphService } from './graph-service.js';

/** A request whose caller waits. */
export interface Call {
  readonly request: GraphRequest;
  readonly resolve: (response: GraphResponse) => void;
  readonly reject: (error: Error) => void;
}

/**
 * Calls that may share one HTTP request: of one account, so that it has one token; of one version, so that it has one
 * address; and of one service, and there of one mailbox, so that a slow or throttled one holds up nobody else.
 */
export interface CallGroup {
  readonly account: GraphAccount;
  readonly version: GraphVersion;
  readonly service: GraphService;
  /** That all of them are for, because it has limits of its own; null: none. */
  readonly mailbox: string | null;
  /** The most urgent first. */
  readonly calls: readonly Call[];
}

export interface SendQueueOptions {
  /** Sends at most twenty calls by one HTTP request; settles when all are answered. Never rejects. */
  readonly dispatch: (group: CallGroup) => Promise<void>;
  /** Whether a request must not share a batch. */
  readonly goesAlone: (request: GraphRequest) => boolean;
  /** What waits too long for its turn. */
  readonly onOverdue: (call: Call) => void;
  /** How long a call waits for company while others are under way (ms). */
  readonly lingerMs: number;
  /** HTTP requests at a time, and so connections that are kept. */
  readonly maxConcurrent: number;
  /** ms of a clock that never jumps. */
  readonly now: () => number;
}

export interface SendQueue {
  add(call: Call): void;
  /** Whether it still waited, and so will never be sent. */
  remove(call: Call): boolean;
  readonly figures: () => { readonly waiting: number; readonly underWay: number };
}

interface Entry {
  readonly call: Call;
  readonly since: number;
}

interface Lane {
  readonly key: string;
  readonly account: GraphAccount;
  readonly version: GraphVersion;
  readonly service: GraphService;
  readonly mailbox: string | null;
  entries: Entry[];
}

/** https://learn.microsoft.com/graph/throttling-limits#outlook-service-limits */
const callsPerMailbox = 4;
/** Longer than any answer takes; whoever waits longer comes again later. */
const longestWaitMs = 15_000;

/**
 * What waits to be sent. While nothing is under way, everything of one turn of the event loop goes at once: a lone call
 * plain, several as batches. While something is, calls wait a few milliseconds for others to share a batch with; the
 * more urgent go first, and of accounts and services that are equally urgent each in its turn.
 */
export function createSendQueue(options: SendQueueOptions): SendQueue {
  const { dispatch, goesAlone, onOverdue, lingerMs, maxConcurrent, now } = options;
  const lanes = new Map<string, Lane>();
  const mailboxes = new Map<string, number>();
  let underWay = 0;
  let isPumpDue = false;
  let timer: NodeJS.Timeout | null = null;

  // Not at once: what the same turn asks for goes together.
  const pumpSoon = (): void => {
    if (isPumpDue) return;
    isPumpDue = true;
    setImmediate(() => {
      isPumpDue = false;
      pump();
    });
  };

  const pump = (): void => {
    const wasIdle = underWay === 0;
    for (const lane of lanes.values()) dropOverdue(lane);
    const waiting = new Set(lanes.values());
    for (let lane = nextOf(waiting); lane !== undefined; lane = nextOf(waiting)) {
      if (underWay >= maxConcurrent) break;
      waiting.delete(lane);
      const taken = wasIdle || isReady(lane) ? take(lane) : [];
      if (taken.length === 0) continue;
      start(lane, taken);
      // The others of the same urgency come before it is served again.
      waiting.add(lane);
      lanes.delete(lane.key);
      lanes.set(lane.key, lane);
    }
    for (const lane of lanes.values()) if (lane.entries.length === 0) lanes.delete(lane.key);
    pumpWhenReady();
  };

  const isReady = ({ entries: [first, ...others] }: Lane): boolean =>
    first !== undefined && (others.length + 1 >= largestBatch || now() - first.since >= lingerMs);

  /** At most a batch, the most urgent first, and of a mailbox no more than may be under way. */
  const take = (lane: Lane): readonly Entry[] => {
    const sorted = lane.entries.toSorted((one, other) =>
      isMoreUrgent(laneOf(one.call.request), laneOf(other.call.request)),
    );
    const taken = new Set<Entry>();
    const room = roomFor(lane.mailbox);
    for (const entry of sorted) {
      if (taken.size >= room) break;
      const isAlone = goesAlone(entry.call.request);
      if (isAlone && taken.size > 0) continue;
      taken.add(entry);
      if (isAlone) break;
    }
    occupy(lane.mailbox, taken.size);
    lane.entries = lane.entries.filter((entry) => !taken.has(entry));
    return [...taken];
  };

  const start = (lane: Lane, entries: readonly Entry[]): void => {
    const { account, version, service, mailbox } = lane;
    underWay += 1;
    const calls = entries.map(({ call }) => call);
    void dispatch({ account, version, service, mailbox, calls }).finally(() => {
      underWay -= 1;
      occupy(mailbox, -entries.length);
      pumpSoon();
    });
  };

  const roomFor = (mailbox: string | null): number =>
    mailbox === null ? largestBatch : callsPerMailbox - (mailboxes.get(mailbox) ?? 0);

  const occupy = (mailbox: string | null, more: number): void => {
    if (mailbox === null) return;
    const busy = (mailboxes.get(mailbox) ?? 0) + more;
    if (busy > 0) mailboxes.set(mailbox, busy);
    else mailboxes.delete(mailbox);
  };

  const dropOverdue = (lane: Lane): void => {
    const limit = now() - longestWaitMs;
    if (!lane.entries.some(({ since }) => since < limit)) return;
    const overdue = lane.entries.filter(({ since }) => since < limit);
    lane.entries = lane.entries.filter(({ since }) => since >= limit);
    for (const { call } of overdue) onOverdue(call);
  };

  /** What lingers is sent when its time is over; what waits for an answer to others, when that comes. */
  const pumpWhenReady = (): void => {
    if (timer !== null || underWay >= maxConcurrent) return;
    const waits = [...lanes.values()].flatMap(({ entries: [first] }) =>
      first === undefined ? [] : [first.since + lingerMs - now()],
    );
    const soonest = Math.min(...waits.filter((wait) => wait > 0));
    if (!Number.isFinite(soonest)) return;
    timer = setTimeout(() => {
      timer = null;
      pump();
    }, soonest);
  };

  return {
    add(call) {
      const { path, version = 'v1.0', account = appAccount } = call.request;
      const service = serviceOf(path);
      const mailbox = mailboxOf(path, account);
      const key = `${version} ${service} ${accountKey(account)} ${mailbox ?? ''}`;
      const lane = lanes.get(key) ?? { key, account, version, service, mailbox, entries: [] };
      lanes.set(key, lane);
      lane.entries.push({ call, since: now() });
      pumpSoon();
    },
    remove(call) {
      for (const lane of lanes.values()) {
        const others = lane.entries.filter((entry) => entry.call !== call);
        if (others.length === lane.entries.length) continue;
        lane.entries = others;
        return true;
      }
      return false;
    },
    figures: () => ({
      waiting: [...lanes.values()].reduce((sum, { entries }) => sum + entries.length, 0),
      underWay,
    }),
  };
}

/** The most urgent; of several the one that was served the longest ago. */
function nextOf(lanes: Iterable<Lane>): Lane | undefined {
  let next: Lane | undefined;
  for (const lane of lanes) {
    if (lane.entries.length === 0) continue;
    if (next === undefined || isMoreUrgent(mostUrgent(lane), mostUrgent(next)) < 0) next = lane;
  }
  return next;
}

function mostUrgent({ entries }: Lane) {
  const lanes = new Set(entries.map(({ call }) => laneOf(call.request)));
  return [...lanes].toSorted(isMoreUrgent)[0] ?? 'import';
}
