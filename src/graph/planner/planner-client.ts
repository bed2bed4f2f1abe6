import { z } from 'zod';
import type {
  Etag,
  PlannerBucket,
  PlannerClient,
  PlannerDetails,
  PlannerDetailsUpdate,
  PlannerPage,
  PlannerPlan,
  PlannerTask,
  PlannerTaskUpdate,
  UnreadableTask,
} from '../../domain/planner.js';
import type { PlannerTaskFields } from '../../domain/planner.js';
import type { GraphGateway } from '../gateway/graph-gateway.js';
import type { GraphLane } from '../gateway/graph-request.js';
import { graphSegment } from '../graph-segment.js';
import { parseAnswer, propertyOf } from '../parse-answer.js';
import {
  graphBucket,
  graphDetails,
  graphPlan,
  graphPlanDetails,
  graphTask,
  pageOf,
} from './planner-schemas.js';
import { createReadAnswer, nextPath } from './read-answer.js';
import { toPlannerDetails } from './read-details.js';
import { toPlannerTask } from './read-task.js';
import { noHandles, unpackHandles } from './row-handles.js';
import { needsHandles, toDetailsPatch } from './write-details.js';
import { toNewTask, toTaskPatch } from './write-task.js';

const taskPage = pageOf(z.unknown());
const bucketPage = pageOf(graphBucket);

/** https://learn.microsoft.com/graph/api/resources/planner-overview; contract in `domain/planner.ts`. */
export function createPlannerClient(
  gateway: Pick<GraphGateway, 'send' | 'toPath'>,
  /** Who waits for its answers. Default sync. */
  { lane = 'sync' }: { readonly lane?: GraphLane } = {},
): PlannerClient {
  const send: GraphGateway['send'] = (request) => gateway.send({ lane, ...request });
  const read = createReadAnswer(gateway, lane);

  /** Undefined: Graph took the change without showing the result, though asked to. */
  const patch = async <Schema extends z.ZodType>(
    path: string,
    change: { readonly etag: Etag; readonly body: unknown },
    schema: Schema,
  ): Promise<z.infer<Schema> | undefined> => {
    const { body } = await send({
      method: 'PATCH',
      path,
      headers: { 'If-Match': change.etag, Prefer: 'return=representation' },
      body: change.body,
    });
    return body === null ? undefined : parseAnswer(schema, body, 'unknown');
  };

  const getTask = async (plannerId: string): Promise<PlannerTask> =>
    toPlannerTask(await read(taskPath(plannerId), graphTask), '');

  const getDetails = async (plannerId: string): Promise<PlannerDetails> =>
    toPlannerDetails(await read(detailsPath(plannerId), graphDetails));

  const listTasks = async (planId: string, next?: string): Promise<PlannerPage> => {
    const path = next ?? `${planPath(planId)}/tasks`;
    const page = await read(path, taskPage);
    const tasks: PlannerTask[] = [];
    const unreadable: UnreadableTask[] = [];
    // One by one: a task that cannot be read must not hide the others.
    for (const body of page.value) {
      const task = graphTask.safeParse(body);
      if (task.success) tasks.push(toPlannerTask(task.data, planId));
      else unreadable.push(toUnreadable(body, task.error));
    }
    return {
      tasks,
      ...(unreadable.length > 0 && { unreadable }),
      next: nextPath(gateway, page, path),
    };
  };

  const createTask = async (planId: string, fields: PlannerTaskFields): Promise<PlannerTask> => {
    const body = toNewTask(planId, fields);
    const answer = await send({ method: 'POST', path: '/planner/tasks', body });
    return toPlannerTask(parseAnswer(graphTask, answer.body, 'unknown'), planId);
  };

  const updateTask = async (update: PlannerTaskUpdate): Promise<PlannerTask> => {
    const body = toTaskPatch(update);
    if (body === undefined) return getTask(update.plannerId);
    const path = taskPath(update.plannerId);
    const task = await patch(path, { etag: update.etag, body }, graphTask);
    return task === undefined ? getTask(update.plannerId) : toPlannerTask(task, '');
  };

  const updateDetails = async (update: PlannerDetailsUpdate): Promise<PlannerDetails> => {
    const known = unpackHandles(update.handles);
    const isBlind = known === undefined && needsHandles(update);
    const handles = isBlind ? unpackHandles((await getDetails(update.plannerId)).handles) : known;
    const body = toDetailsPatch(update, handles ?? noHandles);
    if (body === undefined) return getDetails(update.plannerId);
    const path = detailsPath(update.plannerId);
    const details = await patch(path, { etag: update.etag, body }, graphDetails);
    return details === undefined ? getDetails(update.plannerId) : toPlannerDetails(details);
  };

  const deleteTask = async (plannerId: string, etag: Etag): Promise<void> => {
    const headers = { 'If-Match': etag };
    await send({ method: 'DELETE', path: taskPath(plannerId), headers });
  };

  const getPlan = async (planId: string): Promise<PlannerPlan> => {
    const { id, title, owner, container, ...rest } = await read(planPath(planId), graphPlan);
    const isGroup = container?.type === 'group';
    return {
      planId: id,
      title: title ?? '',
      etag: rest['@odata.etag'] as Etag,
      ownerGroupId: (isGroup ? container.containerId : owner) ?? null,
    };
  };

  const listBuckets = async (planId: string): Promise<readonly PlannerBucket[]> => {
    const buckets: PlannerBucket[] = [];
    for (let path: string | null = `${planPath(planId)}/buckets`; path !== null;) {
      const page: z.infer<typeof bucketPage> = await read(path, bucketPage);
      for (const bucket of page.value) {
        buckets.push({
          bucketId: bucket.id,
          planId: bucket.planId ?? planId,
          name: bucket.name ?? '',
          orderHint: bucket.orderHint ?? '',
          etag: bucket['@odata.etag'] as Etag,
        });
      }
      path = nextPath(gateway, page, path);
    }
    return buckets.toSorted(byHint);
  };

  const getCategoryNames = async (planId: string): Promise<Readonly<Record<string, string>>> => {
    const { categoryDescriptions } = await read(`${planPath(planId)}/details`, graphPlanDetails);
    return Object.fromEntries(
      Object.entries(categoryDescriptions ?? {}).flatMap(([label, name]): [string, string][] =>
        name == null || name === '' ? [] : [[label, name]],
      ),
    );
  };

  return {
    listTasks,
    getTask,
    getDetails,
    createTask,
    updateTask,
    updateDetails,
    deleteTask,
    getPlan,
    listBuckets,
    getCategoryNames,
  };
}

function byHint(one: PlannerBucket, other: PlannerBucket): number {
  if (one.orderHint === other.orderHint) return one.bucketId < other.bucketId ? -1 : 1;
  return one.orderHint < other.orderHint ? -1 : 1;
}

function toUnreadable(body: unknown, error: z.ZodError): UnreadableTask {
  const named = z.object({ id: z.string().min(1) }).safeParse(body);
  return { plannerId: named.success ? named.data.id : null, property: propertyOf(error) };
}

function taskPath(plannerId: string): string {
  return `/planner/tasks/${graphSegment(plannerId)}`;
}

function detailsPath(plannerId: string): string {
  return `${taskPath(plannerId)}/details`;
}

function planPath(planId: string): string {
  return `/planner/plans/${graphSegment(planId)}`;
}
