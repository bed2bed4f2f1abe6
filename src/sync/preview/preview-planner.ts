import { emptyDetails } from '../../domain/content.js';
import { GraphError } from '../../domain/graph-error.js';
import type {
  Etag,
  PlannerClient,
  PlannerDetails,
  PlannerDetailsFields,
  PlannerPage,
  PlannerTask,
  PlannerTaskFields,
  RowHandles,
} from '../../domain/planner.js';

/** A write that would have gone to Planner. */
export type PlannerWrite =
  | { readonly kind: 'create'; readonly plannerId: string; readonly after: PlannerTaskFields }
  | {
      readonly kind: 'task';
      readonly plannerId: string;
      readonly before: PlannerTaskFields;
      readonly after: PlannerTaskFields;
    }
  | {
      readonly kind: 'details';
      readonly plannerId: string;
      readonly before: PlannerDetailsFields;
      readonly after: PlannerDetailsFields;
    }
  | { readonly kind: 'delete'; readonly plannerId: string };

/** Reads of the plan that the previews of all its tasks share. */
export function sharedListing(planner: PlannerClient): PlannerClient['listTasks'] {
  const pages = new Map<string, Promise<PlannerPage>>();
  return (planId, next) => {
    const known = pages.get(next ?? '');
    if (known !== undefined) return known;
    const page = planner.listTasks(planId, ...(next === undefined ? [] : [next]));
    pages.set(next ?? '', page);
    return page;
  };
}

/**
 * Planner for one task's preview: reads are real, writes are kept instead of sent, and read back. As strict as the
 * strictest Graph: a write on an etag that is no longer Planner's is refused, so that the task is read and merged anew.
 */
export function createPreviewPlanner(deps: {
  readonly planner: PlannerClient;
  readonly listTasks: PlannerClient['listTasks'];
  readonly ownAppId: string;
}): { readonly planner: PlannerClient; readonly writes: readonly PlannerWrite[] } {
  const { planner, listTasks, ownAppId } = deps;
  const writes: PlannerWrite[] = [];
  const tasks = new Map<string, PlannerTask>();
  const details = new Map<string, PlannerDetails>();
  const deleted = new Set<string>();

  const mustExist = (plannerId: string): void => {
    if (deleted.has(plannerId)) throw refusal('not_found', 404);
  };
  const currentTask = async (plannerId: string, etag: Etag): Promise<PlannerTask> => {
    mustExist(plannerId);
    const task = tasks.get(plannerId) ?? (await planner.getTask(plannerId));
    if (task.etag !== etag) throw refusal('precondition_failed', 412);
    return task;
  };

  return {
    writes,
    planner: {
      ...planner,
      listTasks,
      async getTask(plannerId) {
        mustExist(plannerId);
        return tasks.get(plannerId) ?? planner.getTask(plannerId);
      },
      async getDetails(plannerId) {
        mustExist(plannerId);
        return details.get(plannerId) ?? planner.getDetails(plannerId);
      },
      async createTask(planId, fields) {
        const plannerId = `preview-${writes.length}`;
        writes.push({ kind: 'create', plannerId, after: fields });
        const task = newTask({ plannerId, planId, fields, ownAppId });
        tasks.set(plannerId, task);
        details.set(plannerId, blankDetails(plannerId));
        return task;
      },
      async updateTask({ plannerId, etag, changes }) {
        const task = await currentTask(plannerId, etag);
        const after = { ...task.fields, ...changes };
        writes.push({ kind: 'task', plannerId, before: task.fields, after });
        const updated = { ...task, fields: after };
        tasks.set(plannerId, updated);
        return updated;
      },
      async updateDetails({ plannerId, etag, changes }) {
        mustExist(plannerId);
        const known = details.get(plannerId) ?? (await planner.getDetails(plannerId));
        if (known.etag !== etag) throw refusal('precondition_failed', 412);
        const after = { ...known.fields, ...changes };
        writes.push({ kind: 'details', plannerId, before: known.fields, after });
        const updated = { ...known, fields: after };
        details.set(plannerId, updated);
        return updated;
      },
      async deleteTask(plannerId, etag) {
        await currentTask(plannerId, etag);
        writes.push({ kind: 'delete', plannerId });
        deleted.add(plannerId);
      },
    },
  };
}

/** Nobody outside of the preview ever sees them. */
const previewEtag = 'preview' as Etag;
const noHandles = '' as RowHandles;

function newTask(made: {
  readonly plannerId: string;
  readonly planId: string;
  readonly fields: PlannerTaskFields;
  readonly ownAppId: string;
}): PlannerTask {
  const { plannerId, planId, fields, ownAppId } = made;
  return {
    plannerId,
    planId,
    etag: previewEtag,
    fields,
    createdAt: new Date().toISOString(),
    createdBy: { userId: null, appId: ownAppId },
    completedAt: null,
    completedBy: null,
    assignedAt: {},
    derived: {
      hasDescription: false,
      checklistItemCount: 0,
      activeChecklistItemCount: 0,
      referenceCount: 0,
    },
  };
}

function blankDetails(plannerId: string): PlannerDetails {
  return {
    plannerId,
    etag: previewEtag,
    handles: noHandles,
    fields: emptyDetails,
    checklistChanges: {},
    referenceChanges: {},
  };
}

function refusal(code: 'not_found' | 'precondition_failed', status: number): GraphError {
  return new GraphError({
    code,
    message: 'Refused in the preview',
    status,
    advice: '',
    retryAfterMs: null,
    limit: null,
    requestId: null,
    applied: 'no',
  });
}
