import type { Redis } from 'ioredis';
import type { Logger } from 'pino';
import type { UpdateEvent } from '../domain/task.js';
import { createChangeWaiters, type ChangeWaiters } from './change-waiters.js';
import { createEventLog } from './event-log.js';
import { followEvents, type FollowItem } from './follow-events.js';
import type { Keys } from './keys.js';
import { createLiveEvents } from './live-events.js';
import { streamStart, toStreamCursor } from './stream-cursor.js';

export type ReceivedEvent = UpdateEvent & { readonly cursor: string };

interface EventQuery {
  /** Events after this cursor; left out: the newest ones. `0` is the beginning. */
  readonly after?: string;
  /** 1 to 200, default 50. */
  readonly limit?: number;
}

interface EventPage {
  /** Oldest first. */
  readonly events: readonly ReceivedEvent[];
  /** Ask for what comes after it next time. */
  readonly cursor: string;
  /** Older events are no longer kept: read the tasks anew. `oldest`: the first event that is still there. */
  readonly gap: { readonly oldest: string | null } | null;
}

/** What happened to tasks, durable and live. */
export interface EventStream {
  /** ProblemError invalid_cursor (400), redis_unavailable (503). */
  readEvents(query: EventQuery): Promise<EventPage>;
  /** Every event from now on, at most once; answers how to stop. For callers who can bear to miss some. */
  subscribe(listener: (event: ReceivedEvent) => void): () => void;
  /**
   * Every event after a cursor (left out: from now on), without loss or doubles, until `signal` aborts. Waits where
   * Redis is away. Throws ProblemError invalid_cursor at once.
   */
  follow(query: {
    readonly after?: string;
    readonly signal: AbortSignal;
  }): AsyncIterable<FollowItem>;
  /** ProblemError invalid_cursor (400), too_many_requests (429), redis_unavailable (503). */
  wait: ChangeWaiters['wait'];
  /** Answers everybody who waits, now and from now on. */
  endWaits(): void;
  close(): void;
}

export function createEventStream(deps: {
  readonly redis: Redis;
  readonly keys: Keys;
  readonly logger: Logger;
}): EventStream {
  const log = createEventLog(deps);
  const live = createLiveEvents({ ...deps, newest: () => log.end() });
  const follow: EventStream['follow'] = ({ after, signal }) => {
    const from = after === undefined ? null : toStreamCursor(after);
    return followEvents({ log, live, from, signal });
  };
  const waiters = createChangeWaiters({ log, follow });
  return {
    async readEvents({ after, limit = 50 }) {
      if (after === undefined) {
        const entries = await log.newest(limit);
        const cursor = entries.at(-1)?.cursor ?? streamStart;
        return { events: entries.map(toEvent), cursor, gap: null };
      }
      const { entries, gap, next } = await log.after(toStreamCursor(after), limit);
      return { events: entries.map(toEvent), cursor: next, gap };
    },
    subscribe(listener) {
      return live.listen({
        onEvent: (entry) => listener(toEvent(entry)),
        onMissed: () => undefined,
      });
    },
    follow,
    wait: (query) => waiters.wait(query),
    endWaits: () => waiters.close(),
    close() {
      waiters.close();
      live.close();
    },
  };
}

function toEvent({ json }: { readonly json: string }): ReceivedEvent {
  return JSON.parse(json) as ReceivedEvent;
}
