import {
  ResourceNotFoundError,
  type ListResourcesResult,
  type ListResourceTemplatesResult,
  type ReadResourceResult,
} from '@modelcontextprotocol/server';
import { ProblemError } from '../domain/problem.js';
import type { UpdateEvent } from '../domain/task.js';
import type { OperationDeps } from '../operations/define-operation.js';

const mimeType = 'application/json';
const resourceUri = /^tandem:\/\/(tasks|plans)\/([^/?#]+)$/;

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
  list(): Promise<ListResourcesResult>;
  readonly templates: ListResourceTemplatesResult;
  read(uri: string): Promise<ReadResourceResult>;
}

/** Tasks and plans as MCP resources, for hosts that let people attach them to a conversation. */
export function createResources({ store, syncStatus }: OperationDeps): Resources {
  return {
    async list() {
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
    templates: {
      resourceTemplates: [
        {
          uriTemplate: 'tandem://tasks/{id}',
          name: 'task',
          title: 'Task',
          description: 'One task as it stands now.',
          mimeType,
        },
        {
          uriTemplate: 'tandem://plans/{id}',
          name: 'plan',
          title: 'Plan',
          description: 'A plan: how its sync fares and its newest 200 tasks.',
          mimeType,
        },
      ],
    },
    async read(uri) {
      const [, kind, encoded] = resourceUri.exec(uri) ?? [];
      const id = decode(encoded);
      if (id === undefined) throw new ResourceNotFoundError(uri);
      const text = kind === 'tasks' ? await readTask(uri, id) : await readPlan(uri, id);
      return { contents: [{ uri, mimeType, text }] };
    },
  };

  async function readTask(uri: string, id: string): Promise<string> {
    try {
      return await store.read(id);
    } catch (error) {
      if (error instanceof ProblemError && error.status === 404) {
        throw new ResourceNotFoundError(uri, error.message);
      }
      throw error;
    }
  }

  async function readPlan(uri: string, planId: string): Promise<string> {
    const [{ tasks, nextCursor }, { plans }] = await Promise.all([
      store.list({ planId, limit: 200 }),
      syncStatus.read(),
    ]);
    const plan = plans.find((candidate) => candidate.planId === planId);
    if (plan === undefined && tasks.length === 0) throw new ResourceNotFoundError(uri);
    return JSON.stringify({ planId, sync: plan ?? null, tasks, nextCursor });
  }
}

function decode(encoded: string | undefined): string | undefined {
  try {
    return encoded === undefined ? undefined : decodeURIComponent(encoded);
  } catch {
    return undefined;
  }
}
