import { type Caller, seesPlan } from '../../domain/access/caller.js';
import { seesEvent } from '../../domain/access/task-access.js';
import { ProblemError } from '../../domain/problem.js';
import type { TaskDocument, UpdateEvent } from '../../domain/task.js';
import type { EventStream } from '../../tasks/event-stream.js';
import type { FollowItem } from '../../tasks/follow-events.js';
import type { TaskStore } from '../../tasks/task-store.js';
import type { WaitForChange } from '../../tasks/wait-for-change.js';
import { requireSeen } from './limit-plans.js';

const perPage = 200;
/** Pages read for one answer: what is not the caller's is skipped, and it comes back for the rest. */
const mostPages = 25;

/** Only what happens in the caller's plans. Cursors are those of the whole stream. */
export function limitEvents(events: EventStream, caller: Caller): EventStream {
  if (caller.plans === null) return events;
  const sees = (event: UpdateEvent): boolean => seesEvent(caller, event);
  return {
    ...events,
    async readEvents({ after, limit = 50 }) {
      if (after === undefined) {
        const page = await events.readEvents({ limit: perPage });
        return { ...page, events: page.events.filter(sees).slice(-limit) };
      }
      const first = await events.readEvents({ after, limit: perPage });
      const found = first.events.filter(sees);
      let page = first;
      for (let read = 1; read < mostPages && found.length < limit; read += 1) {
        if (page.events.length < perPage) break;
        page = await events.readEvents({ after: page.cursor, limit: perPage });
        found.push(...page.events.filter(sees));
      }
      const shown = found.slice(0, limit);
      const cursor = found.length > limit ? (shown.at(-1)?.cursor ?? page.cursor) : page.cursor;
      return { events: shown, cursor, gap: first.gap };
    },
    subscribe: (listener) =>
      events.subscribe((event) => {
        if (sees(event)) listener(event);
      }),
    follow: (query) => seen(events.follow(query), sees),
    wait: (query) =>
      events.wait({ ...query, counts: (event) => sees(event) && query.counts(event) }),
  };
}

async function* seen(
  items: AsyncIterable<FollowItem>,
  sees: (event: UpdateEvent) => boolean,
): AsyncGenerator<FollowItem> {
  for await (const item of items) {
    // Written by this product's own function.
    if (item.kind === 'gap' || sees(JSON.parse(item.json) as UpdateEvent)) yield item;
  }
}

/** Waits for changes in the caller's plans only. */
export function limitWait(
  wait: WaitForChange,
  caller: Caller,
  store: Pick<TaskStore, 'read'>,
): WaitForChange {
  if (caller.plans === null) return wait;
  const isSeen = (task: TaskDocument | null): boolean =>
    task === null || seesPlan(caller, task.planId);
  return async (wish) => {
    if (wish.planId !== undefined) requireSeen(caller, wish.planId);
    if (wish.taskId !== undefined) await requireTask(store, wish.taskId);
    const answer = await wait({ ...wish, isSeen: (event) => seesEvent(caller, event) });
    return isSeen(answer.task) ? answer : { ...answer, task: null };
  };
}

/** A deleted task of the caller's plans may be waited for. */
async function requireTask(store: Pick<TaskStore, 'read'>, id: string): Promise<void> {
  try {
    await store.read(id);
  } catch (error) {
    if (!(error instanceof ProblemError) || error.code !== 'deleted') throw error;
  }
}
