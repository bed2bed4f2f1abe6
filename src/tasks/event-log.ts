import type { Redis } from 'ioredis';
import type { Keys } from './keys.js';
import { withRedis } from './redis-problem.js';
import { isLater, streamStart, type StreamCursor } from './stream-cursor.js';

export interface LoggedEvent {
  readonly cursor: StreamCursor;
  /** The message as subscribers get it, cursor included. */
  readonly json: string;
}

interface LogPage {
  /** Oldest first. */
  readonly entries: readonly LoggedEvent[];
  /** Events after the asked cursor are no longer kept; `oldest` is the first that is. */
  readonly gap: { readonly oldest: StreamCursor | null } | null;
  /** Where to read on. Read in the same step: asked for later, it might stand behind an event that nobody has seen. */
  readonly next: StreamCursor;
}

/** The durable stream of events, page by page. */
export interface EventLog {
  after(cursor: StreamCursor, limit: number): Promise<LogPage>;
  newest(limit: number): Promise<readonly LoggedEvent[]>;
  /** The cursor after which everything is yet to come. */
  end(): Promise<StreamCursor>;
}

export function createEventLog(deps: { readonly redis: Redis; readonly keys: Keys }): EventLog {
  const { redis } = deps;
  const { stream } = deps.keys;
  return {
    async after(cursor, limit) {
      // One step, or trimming between the two would hide a gap.
      const [state, entries] = await withRedis(() =>
        asOne(
          redis.multi().xinfo('STREAM', stream).xrange(stream, `(${cursor}`, '+', 'COUNT', limit),
        ),
      );
      const { last, first, hasTrimmed } = toState(state);
      // A cursor from before Redis was replaced: what is there now is all new to the caller.
      if (isLater(cursor, last)) {
        const fresh = await withRedis(() => redis.xrange(stream, '-', '+', 'COUNT', limit));
        return toPage(toEntries(fresh), { oldest: first }, last);
      }
      const isMissing = hasTrimmed && (first === null ? last !== cursor : isLater(first, cursor));
      const gap = isMissing ? { oldest: first } : null;
      return toPage(toEntries(entries), gap, isMissing ? last : cursor);
    },
    async newest(limit) {
      const entries = await withRedis(() => redis.xrevrange(stream, '+', '-', 'COUNT', limit));
      return toEntries(entries).toReversed();
    },
    async end() {
      const [state] = await withRedis(() => asOne(redis.multi().xinfo('STREAM', stream)));
      return toState(state).last;
    },
  };
}

function toPage(entries: readonly LoggedEvent[], gap: LogPage['gap'], end: StreamCursor): LogPage {
  return { entries, gap, next: entries.at(-1)?.cursor ?? end };
}

/** The replies of a transaction; an error among them stands in its place (a stream that is not there yet). */
async function asOne(transaction: {
  exec(): Promise<[error: Error | null, result: unknown][] | null>;
}): Promise<readonly unknown[]> {
  const replies = (await transaction.exec()) ?? [];
  return replies.map(([error, result]) => {
    if (error !== null && !/no such key/i.test(error.message)) throw error;
    return error === null ? result : null;
  });
}

interface StreamState {
  readonly last: StreamCursor;
  readonly first: StreamCursor | null;
  readonly hasTrimmed: boolean;
}

function toState(info: unknown): StreamState {
  if (!Array.isArray(info)) return { last: streamStart, first: null, hasTrimmed: false };
  const facts = new Map<unknown, unknown>();
  for (let at = 0; at + 1 < info.length; at += 2) facts.set(info[at], info[at + 1]);
  const length = Number(facts.get('length'));
  const first: unknown = facts.get('first-entry');
  return {
    last: String(facts.get('last-generated-id')) as StreamCursor,
    first: Array.isArray(first) ? (String(first[0]) as StreamCursor) : null,
    // Not told by Redis before 7: then every cursor before the first entry may have missed something.
    hasTrimmed: Number(facts.get('entries-added') ?? Infinity) > length,
  };
}

function toEntries(reply: unknown): LoggedEvent[] {
  if (!Array.isArray(reply)) return [];
  return (reply as [string, string[]][]).flatMap(([id, fields]) => {
    const json = fields[fields.indexOf('event') + 1];
    if (json === undefined || !json.endsWith('}')) return [];
    return [{ cursor: id as StreamCursor, json: `${json.slice(0, -1)},"cursor":"${id}"}` }];
  });
}
