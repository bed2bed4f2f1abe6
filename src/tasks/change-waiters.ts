import type { UpdateEvent } from '../domain/task.js';
import { ProblemError } from '../domain/problem.js';
import type { EventLog } from './event-log.js';
import type { ReceivedEvent } from './event-stream.js';
import type { FollowItem } from './follow-events.js';
import { isLater, toStreamCursor, type StreamCursor } from './stream-cursor.js';

/** What a waiter waits for; nothing named: anything. */
export interface ChangeFilter {
  readonly taskId?: string;
  readonly planId?: string;
  readonly counts: (event: UpdateEvent) => boolean;
}

export interface ChangeQuery extends ChangeFilter {
  /** Events after this cursor; left out: from now on. */
  readonly after?: string;
  /** When to answer without a change. */
  readonly timeoutMs: number;
  /** The caller has gone: nobody reads the answer. */
  readonly signal?: AbortSignal;
  /** Called once there was no change to answer with at once. */
  readonly onWaiting?: () => void;
}

export interface ChangeAnswer {
  /** Oldest first; none when nothing happened in time. */
  readonly events: readonly ReceivedEvent[];
  /** Ask for what comes after it next time. */
  readonly cursor: string;
  readonly gap: { readonly oldest: string | null } | null;
}

/** Waits for changes. However many wait in a process, the stream of events is followed once. */
export interface ChangeWaiters {
  /** ProblemError invalid_cursor (400), too_many_requests (429), redis_unavailable (503). */
  wait(query: ChangeQuery): Promise<ChangeAnswer>;
  /** Answers everybody who waits, now. */
  close(): void;
}

export interface ChangeWaitersDeps {
  readonly log: EventLog;
  readonly follow: (query: {
    readonly after: string;
    readonly signal: AbortSignal;
  }) => AsyncIterable<FollowItem>;
  readonly maxWaiters?: number;
}

const pageSize = 200;

export function createChangeWaiters(deps: ChangeWaitersDeps): ChangeWaiters {
  const { log, maxWaiters = 10_000 } = deps;
  const waiters = new Waiters();
  let following: { readonly abort: AbortController; readonly began: Promise<void> } | null = null;
  let isClosed = false;

  const begin = (): Promise<void> => {
    if (following !== null) return following.began;
    const abort = new AbortController();
    // Where it begins is known before anybody reads what is behind it: nothing falls in between.
    const began = log.end().then((after) => {
      void dispatch(after, abort.signal);
    });
    const current = { abort, began };
    following = current;
    began.catch(() => {
      if (following === current) following = null;
    });
    return began;
  };
  const dispatch = async (after: StreamCursor, signal: AbortSignal): Promise<void> => {
    try {
      for await (const item of deps.follow({ after, signal })) waiters.take(item);
    } catch (error) {
      waiters.fail(error);
    } finally {
      if (following?.abort.signal === signal) following = null;
    }
  };
  const leave = (waiter: Waiter): void => {
    waiters.remove(waiter);
    if (waiters.size > 0) return;
    following?.abort.abort();
    following = null;
  };

  return {
    async wait(query) {
      if (waiters.size >= maxWaiters) {
        throw new ProblemError(
          'too_many_requests',
          `At most ${maxWaiters} calls wait here at once`,
        );
      }
      const after = query.after === undefined ? null : toStreamCursor(query.after);
      const waiter = new Waiter(query);
      waiters.add(waiter);
      const timer = setTimeout(() => waiter.end(), query.timeoutMs);
      const gone = (): void => waiter.end();
      query.signal?.addEventListener('abort', gone, { once: true });
      try {
        await begin();
        return await answer(waiter, after ?? (await log.end()), after !== null);
      } finally {
        clearTimeout(timer);
        query.signal?.removeEventListener('abort', gone);
        leave(waiter);
      }
    },
    close() {
      isClosed = true;
      waiters.endAll();
      following?.abort.abort();
    },
  };

  async function answer(
    waiter: Waiter,
    from: StreamCursor,
    hasPast: boolean,
  ): Promise<ChangeAnswer> {
    let cursor = from;
    if (hasPast) waiter.isBehind = true;
    let isTold = false;
    for (;;) {
      if (waiter.failure !== null) throw waiter.failure.cause;
      if (waiter.isBehind) {
        waiter.isBehind = false;
        const page = await read(waiter, cursor);
        if (page.events.length > 0 || page.gap !== null) return page;
        cursor = toStreamCursor(page.cursor);
      }
      const events = waiter.takeAfter(cursor);
      const last = events.at(-1);
      if (last !== undefined) return { events, cursor: last.cursor, gap: null };
      if (waiter.isOver || isClosed) return { events: [], cursor, gap: null };
      if (!isTold) waiter.query.onWaiting?.();
      isTold = true;
      await waiter.whenChanged();
    }
  }

  /** From the durable stream, up to its end or to the first change. */
  async function read(waiter: Waiter, from: StreamCursor): Promise<ChangeAnswer> {
    let cursor = from;
    for (;;) {
      const page = await log.after(cursor, pageSize);
      const events = page.entries
        .map(({ json }) => JSON.parse(json) as ReceivedEvent)
        .filter((event) => waiter.wants(event));
      const isLast = page.entries.length < pageSize;
      if (events.length > 0 || page.gap !== null || isLast || waiter.isOver) {
        return { events, cursor: page.next, gap: page.gap };
      }
      cursor = page.next;
    }
  }
}

/** Those who wait, by what they wait for: an event is parsed once and shown only to those whom it concerns. */
class Waiters {
  private readonly byKey = new Map<string, Set<Waiter>>();
  private readonly all = new Set<Waiter>();

  get size(): number {
    return this.all.size;
  }

  add(waiter: Waiter): void {
    this.all.add(waiter);
    const group = this.byKey.get(waiter.key) ?? new Set();
    this.byKey.set(waiter.key, group.add(waiter));
  }

  remove(waiter: Waiter): void {
    this.all.delete(waiter);
    const group = this.byKey.get(waiter.key);
    group?.delete(waiter);
    if (group?.size === 0) this.byKey.delete(waiter.key);
  }

  take(item: FollowItem): void {
    if (item.kind === 'gap') {
      this.missed();
      return;
    }
    const event = JSON.parse(item.json) as ReceivedEvent;
    for (const key of keysOf(event)) {
      for (const waiter of this.byKey.get(key) ?? []) waiter.offer(event);
    }
  }

  missed(): void {
    for (const waiter of this.all) waiter.fallBehind();
  }

  fail(cause: unknown): void {
    for (const waiter of this.all) waiter.fail(cause);
  }

  endAll(): void {
    for (const waiter of this.all) waiter.end();
  }
}

class Waiter {
  readonly key: string;
  isBehind = false;
  isOver: boolean;
  failure: { readonly cause: unknown } | null = null;
  private events: ReceivedEvent[] = [];
  private wake: (() => void) | null = null;

  constructor(readonly query: ChangeQuery) {
    const { taskId, planId, signal } = query;
    this.key = keyOf(taskId, planId);
    this.isOver = signal?.aborted ?? false;
  }

  wants(event: UpdateEvent): boolean {
    return keysOf(event).includes(this.key) && this.query.counts(event);
  }

  /** An event that has the key of this waiter. */
  offer(event: ReceivedEvent): void {
    if (!this.query.counts(event)) return;
    this.events.push(event);
    this.changed();
  }

  takeAfter(cursor: StreamCursor): readonly ReceivedEvent[] {
    const events = this.events.filter((event) => isLater(toStreamCursor(event.cursor), cursor));
    this.events = [];
    return events;
  }

  /** Events may have passed unseen: the durable stream has them. */
  fallBehind(): void {
    this.isBehind = true;
    this.changed();
  }

  fail(cause: unknown): void {
    this.failure = { cause };
    this.changed();
  }

  end(): void {
    this.isOver = true;
    this.changed();
  }

  whenChanged(): Promise<void> {
    return new Promise((resolve) => {
      const isReady = this.isBehind || this.isOver || this.failure !== null;
      if (isReady || this.events.length > 0) resolve();
      else this.wake = resolve;
    });
  }

  private changed(): void {
    this.wake?.();
    this.wake = null;
  }
}

const anything = '*';

function keyOf(taskId: string | undefined, planId: string | undefined): string {
  if (taskId !== undefined) return `task ${taskId}`;
  return planId === undefined ? anything : `plan ${planId}`;
}

function keysOf(event: UpdateEvent): readonly string[] {
  if (event.action === 'plan_updated') return [keyOf(undefined, event.plan.planId), anything];
  const planId = event.task?.planId ?? undefined;
  const ofPlan = planId === undefined ? [] : [keyOf(undefined, planId)];
  return [keyOf(event.task_id, undefined), ...ofPlan, anything];
}
