import {
  ResourceNotFoundError,
  type ListResourcesResult,
  type ListResourceTemplatesResult,
  type ReadResourceResult,
} from '@modelcontextprotocol/server';
import type { Caller } from '../domain/access/caller.js';
import type { Guarded } from '../domain/access/refuse-operation.js';
import { ProblemError } from '../domain/problem.js';
import type { ToldChange } from '../domain/subscriptions/told-change.js';
import type { UpdateEvent } from '../domain/task.js';
import type { CallOrigin, Gate } from '../operations/access/gate.js';
import type { Operation, OperationDeps } from '../operations/define-operation.js';
import { createOperationResources } from './operation-resources.js';

const mimeType = 'application/json';
const resourceUri = /^tandem:\/\/(tasks|plans)\/([^/?#]+)$/;

/** Reading a task or a plan, a list of them, or listening for their updates. */
const guarded: Guarded = {
  name: 'resources',
  scope: 'tasks:read',
  annotations: { readOnly: true },
};

function toTaskUri(taskId: string): string {
  return `tandem://tasks/${encodeURIComponent(taskId)}`;
}

function toPlanUri(planId: string): string {
  return `tandem://plans/${encodeURIComponent(planId)}`;
}

/** The resources that an event has changed. */
export function changedUris(event: UpdateEvent): string[] {
  if (event.action === 'plan_updated') return [toPlanUri(event.plan.planId)];
  const { task_id: taskId, task } = event;
  const planId = task?.planId ?? null;
  return planId === null ? [toTaskUri(taskId)] : [toTaskUri(taskId), toPlanUri(planId)];
}

export interface Resources {
  list(origin: CallOrigin): Promise<ListResourcesResult>;
  templatesFor(caller: Caller): ListResourceTemplatesResult;
  read(uri: string, origin: CallOrigin): Promise<ReadResourceResult>;
  /** What a change at Microsoft Graph has changed for a caller. */
  changedBy(change: ToldChange, caller: Caller): readonly string[];
  /** Lets in who may listen for updates of any resource. */
  enter(origin: CallOrigin): Promise<void>;
  /** Whether those of tasks and plans are for the caller. */
  mayHearOfTasks(caller: Caller): boolean;
}

/** Tasks, plans, mail, events and chats as MCP resources, for hosts that let people attach them to a conversation. */
export function createResources(operations: readonly Operation[], gate: Gate): Resources {
  const others = createOperationResources(operations, gate);
  return {
    changedBy: (change, caller) => others.changedBy(change, caller),
    async enter(origin) {
      const hasOthers = others.templatesFor(origin.caller).length > 0;
      await gate.enter(hasOthers ? { ...guarded, scope: null } : guarded, origin);
    },
    mayHearOfTasks: (caller) => gate.mayUse(guarded, caller),
    async list(origin) {
      await gate.enter(guarded, origin);
      const { syncStatus } = gate.depsFor(origin.caller);
      const { plans } = await syncStatus.read();
      return {
        resources: plans.map(({ planId, title }) => ({
          uri: toPlanUri(planId),
          name: title ?? planId,
          description: 'The plan with its newest tasks.',
          mimeType,
        })),
      };
    },
    templatesFor: (caller) => ({
      resourceTemplates: [
        {
          uriTemplate: 'tandem://tasks/{id}',
          name: 'task',
          title: 'Task',
          description: 'One task as it stands now.',
          mimeType,
        },
        {
          uriTemplate: 'tandem://plans/{planId}',
          name: 'plan',
          title: 'Plan',
          description: 'A plan: how its sync fares and its newest 200 tasks.',
          mimeType,
        },
        ...others.templatesFor(caller),
      ],
    }),
    async read(uri, origin) {
      const read = others.read(uri, origin);
      if (read !== null) return read;
      await gate.enter(guarded, origin);
      const deps = gate.depsFor(origin.caller);
      const [, kind, encoded] = resourceUri.exec(uri) ?? [];
      const id = decode(encoded);
      if (id === undefined) throw new ResourceNotFoundError(uri);
      const text = kind === 'tasks' ? await readTask(deps, uri, id) : await readPlan(deps, uri, id);
      return { contents: [{ uri, mimeType, text }] };
    },
  };
}

async function readTask({ store }: OperationDeps, uri: string, id: string): Promise<string> {
  return found(uri, store.read(id));
}

async function readPlan(
  { store, syncStatus }: OperationDeps,
  uri: string,
  planId: string,
): Promise<string> {
  const [{ tasks, nextCursor }, { plans }] = await Promise.all([
    found(uri, store.list({ planId, limit: 200 })),
    syncStatus.read(),
  ]);
  const plan = plans.find((candidate) => candidate.planId === planId);
  if (plan === undefined && tasks.length === 0) throw new ResourceNotFoundError(uri);
  return JSON.stringify({ planId, sync: plan ?? null, tasks, nextCursor });
}

async function found<T>(uri: string, reading: Promise<T>): Promise<T> {
  try {
    return await reading;
  } catch (error) {
    if (error instanceof ProblemError && error.status === 404) {
      throw new ResourceNotFoundError(uri, error.message);
    }
    throw error;
  }
}

function decode(encoded: string | undefined): string | undefined {
  try {
    return encoded === undefined ? undefined : decodeURIComponent(encoded);
  } catch {
    return undefined;
  }
}
