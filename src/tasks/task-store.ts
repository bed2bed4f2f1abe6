import { randomUUID } from 'node:crypto';
import type { Redis } from 'ioredis';
import { ProblemError } from '../domain/problem.js';
import type { WritePolicy } from '../domain/access/caller.js';
import type { SyncState, TaskDocument } from '../domain/task.js';
import type { Keys } from './keys.js';
import type { AwaitReplicas } from './await-replicas.js';
import type { CallFunction } from './load-functions.js';
import { withRedis } from './redis-problem.js';
import { createTaskList } from './task-list.js';

type TaskWrite =
  | { readonly operation: 'create'; readonly body: unknown }
  | { readonly operation: 'update'; readonly id: string; readonly body: unknown }
  | { readonly operation: 'delete'; readonly id: string }
  /** Brings a deleted task back, within the days of its tombstone. */
  | { readonly operation: 'restore'; readonly id: string };

export interface WriteContext {
  /** The agent's name; it stands in `createdBy` and `updatedBy`. */
  readonly actor: string;
  readonly idempotencyKey?: string;
  readonly expectedRev?: number;
  /** Why, where it is not an ordinary write; stands in the task's history. */
  readonly cause?: 'undo' | 'resolve';
  /** What the writer may do; left out: everything. Checked in the same step as the write. */
  readonly access?: WriteAccess;
}

export interface WriteAccess {
  /** The only plans whose tasks are there for the writer; null: all. */
  readonly plans: readonly string[] | null;
  readonly policy: WritePolicy;
}

/** `json`: the document, `{"deleted":true,"id"}` or the problem object, ready to send. */
interface WriteReply {
  readonly status: number;
  readonly json: string;
  /** Empty when the write was refused. */
  readonly id: string;
  readonly rev: number;
  /** The first answer to a repeated write. */
  readonly replayed: boolean;
}

export interface TaskListQuery {
  readonly planId?: string;
  readonly state?: SyncState;
  readonly assignee?: string;
  /** 1 to 200, default 50. */
  readonly limit?: number;
  readonly cursor?: string;
  /** Only tasks of these plans. */
  readonly plans?: ReadonlySet<string>;
  /** What else a task must be to be listed; pages are filled as with any other filter. */
  readonly matches?: (task: TaskDocument) => boolean;
}

export interface TaskPage {
  readonly tasks: TaskDocument[];
  readonly nextCursor: string | null;
}

export interface TaskStore {
  /**
   * One atomic step in Redis. What the caller got wrong is a reply with a status of 400 or more; ProblemError
   * redis_unavailable when Redis is away (then nothing is known to be written), not_replicated when it is written but
   * not as safe as the settings ask for.
   */
  write(write: TaskWrite, context: WriteContext): Promise<WriteReply>;
  /**
   * The document's JSON text; ProblemError not_found or deleted (404) otherwise. `plans`: only of these; tasks of others
   * are not found.
   */
  read(id: string, plans?: ReadonlySet<string>): Promise<string>;
  /** Newest first. ProblemError invalid_cursor or invalid_input (400). */
  list(query: TaskListQuery): Promise<TaskPage>;
}

export interface TaskStoreDeps {
  readonly redis: Redis;
  readonly keys: Keys;
  /** On the connection that `awaitReplicas` speaks of. */
  readonly call: CallFunction;
  /** Left out: a write is answered as soon as Redis has it. */
  readonly awaitReplicas?: AwaitReplicas;
}

/** The tasks of a namespace. Writes go through the Lua library, which alone decides what is valid. */
export function createTaskStore(deps: TaskStoreDeps): TaskStore {
  const { redis, keys, call, awaitReplicas = async () => undefined } = deps;
  return {
    async write(write, context) {
      // The nonce makes ids that nobody can guess, which Lua alone could not.
      const payload = JSON.stringify({ ...write, ...context, nonce: randomUUID() });
      const reply = await withRedis(async () =>
        toWriteReply(await call('tandem_task_request_v1', keys.namespace, payload)),
      );
      if (reply.status < 400) await awaitReplicas();
      return reply;
    },
    async read(id, plans) {
      if (!isTaskId(id)) throw notFound();
      const json = await withRedis(() => redis.get(keys.task(id)));
      if (json !== null) {
        if (plans === undefined || isOf(plans, JSON.parse(json))) return json;
        throw notFound();
      }
      const tombstone = await withRedis(() => redis.get(keys.tombstone(id)));
      const isDeleted =
        tombstone !== null && (plans === undefined || isOf(plans, JSON.parse(tombstone).document));
      throw isDeleted ? new ProblemError('deleted', `Task ${id} was deleted`) : notFound();
    },
    list: createTaskList({ redis, keys }),
  };
}

/** Other keys stand beside the tasks' (`tasks:index`): only a ULID may become one. */
function isTaskId(id: string): boolean {
  return /^[0-7][0-9A-HJKMNP-TV-Z]{25}$/.test(id);
}

function isOf(plans: ReadonlySet<string>, { planId }: { readonly planId: string | null }): boolean {
  return planId !== null && plans.has(planId);
}

function notFound(): ProblemError {
  return new ProblemError('not_found', 'There is no such task');
}

function toWriteReply(reply: unknown): WriteReply {
  if (!Array.isArray(reply)) throw new TypeError('The write function did not answer a list');
  const [status, json, id, rev, replayed] = reply as unknown[];
  return {
    status: Number(status),
    json: String(json),
    id: String(id),
    rev: Number(rev),
    replayed: replayed === 1,
  };
}
