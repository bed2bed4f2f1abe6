import type { Redis } from 'ioredis';
import { ProblemError } from '../domain/problem.js';
import type { SyncState, TaskDocument } from '../domain/task.js';
import type { Keys } from './keys.js';
import { withRedis } from './redis-problem.js';
import { idsByAge, type Place } from './task-order.js';
import type { TaskListQuery, TaskPage } from './task-store.js';

const defaultLimit = 50;
const mostPerPage = 200;
const states: readonly SyncState[] = ['pending', 'synced', 'conflict', 'failed', 'local'];

/** Lists tasks newest first. A filtered page is filled by reading on, so no page is short before the last. */
export function createTaskList(deps: { readonly redis: Redis; readonly keys: Keys }) {
  return async (query: TaskListQuery): Promise<TaskPage> => {
    const limit = checkedLimit(query);
    const after = query.cursor === undefined ? null : fromCursor(query.cursor);
    const isWanted = toFilter(query);
    const found: { readonly place: Place; readonly task: TaskDocument }[] = [];
    // One more than asked for says whether there is a next page.
    const chunk = isUnfiltered(query) ? limit + 1 : 500;
    await withRedis(async () => {
      for await (const places of idsByAge({ ...deps, planId: query.planId, after, chunk })) {
        const documents = await deps.redis.mget(places.map(({ id }) => deps.keys.task(id)));
        for (const [at, place] of places.entries()) {
          const task = isWanted(documents[at] ?? null);
          if (task !== null) found.push({ place, task });
          if (found.length > limit) return;
        }
      }
    });
    const page = found.slice(0, limit);
    const last = page.at(-1);
    return {
      tasks: page.map(({ task }) => task),
      nextCursor: found.length > limit && last !== undefined ? toCursor(last.place) : null,
    };
  };
}

function isUnfiltered({ state, assignee, plans, matches }: TaskListQuery): boolean {
  return (
    state === undefined && assignee === undefined && plans === undefined && matches === undefined
  );
}

function checkedLimit({ limit, state }: TaskListQuery): number {
  const errors = [];
  if (limit !== undefined && !(Number.isInteger(limit) && limit >= 1 && limit <= mostPerPage)) {
    errors.push({ field: 'limit', message: `must be a whole number from 1 to ${mostPerPage}` });
  }
  if (state !== undefined && !states.includes(state)) {
    errors.push({ field: 'state', message: `must be one of ${states.join(', ')}` });
  }
  if (errors.length > 0) {
    const detail = errors.map(({ field, message }) => `${field}: ${message}`).join('; ');
    throw new ProblemError('invalid_input', detail, { errors });
  }
  return limit ?? defaultLimit;
}

/** Looks at the text first: quotes inside strings are escaped, so what does not match cannot be a hit. */
function toFilter(query: TaskListQuery): (json: string | null) => TaskDocument | null {
  const { planId, state, plans } = query;
  const assignee = query.assignee?.toLowerCase();
  return (json) => {
    if (json === null) return null; // deleted since the index was read
    if (state !== undefined && !json.includes(`"state":"${state}"`)) return null;
    const task = JSON.parse(json) as TaskDocument;
    if (planId !== undefined && task.planId !== planId) return null;
    if (plans !== undefined && (task.planId === null || !plans.has(task.planId))) return null;
    if (state !== undefined && task.sync.state !== state) return null;
    if (assignee !== undefined && !task.assigneeIds.some((id) => id.toLowerCase() === assignee)) {
      return null;
    }
    return query.matches === undefined || query.matches(task) ? task : null;
  };
}

function toCursor({ createdMs, id }: Place): string {
  return Buffer.from(`1:${createdMs}:${id}`).toString('base64url');
}

function fromCursor(cursor: string): Place {
  const text = Buffer.from(cursor, 'base64url').toString('latin1');
  const [, createdMs, id] = /^1:(-?\d{1,16}):([0-9A-Z]{26})$/.exec(text) ?? [];
  if (createdMs === undefined || id === undefined) {
    throw new ProblemError('invalid_cursor', 'The cursor is not one that this list has given out');
  }
  return { createdMs: Number(createdMs), id };
}
