import type { GraphAnswer, GraphCall } from '../../graph/exchange.js';
import { accessDenied, badRequest, notFound } from '../../graph/graph-failure.js';
import type { PlannerChange } from '../change-log.js';
import type { PlannerService } from '../planner-service.js';
import type { TaskRecord } from '../records.js';
import {
  bucketToWire,
  planDetailsToWire,
  planToWire,
  taskDetailsToWire,
} from '../wire/entities.js';
import { requireDeltaPermission } from './delta-of-plan.js';
import { answerDelta, type DeltaItem, type DeltaQuery } from './delta-round.js';
import { removed, taskToDelta } from './delta-wire.js';

/**
 * `GET /me/planner/all/delta`: everything that a person is subscribed to; the first answer is empty.
 * https://learn.microsoft.com/graph/api/planneruser-list-delta?view=graph-rest-beta
 */
export function followAllOfPerson(
  service: PlannerService,
  call: GraphCall,
  personId: string,
): GraphAnswer {
  requireThePerson(service, call, personId);
  const options = [...call.query.keys()].filter((name) => !/^\$(delta|skip)token$/.test(name));
  if (options.length > 0) throw badRequest('Query options are not supported on this query.');
  return answerDelta(service, call, {
    scope: `all ${personId}`,
    context: 'Collection(microsoft.graph.plannerDelta)',
    path: pathOf(call),
    startPath: pathOf(call),
    first: () => [],
    items: (changes) => changes.flatMap((change) => toItem(service, personId, change) ?? []),
    noise: (taskId) => orderNoise(service, taskId),
  });
}

/** `GET /me/planner/tasks/delta`: the tasks that are assigned to a person. */
export function followTasksOfPerson(
  service: PlannerService,
  call: GraphCall,
  personId: string,
): GraphAnswer {
  requireThePerson(service, call, personId);
  const show = (taskId: string): DeltaItem | undefined => {
    const task = service.state.tasks.get(taskId);
    if (task?.assignments[personId] === undefined) return undefined;
    const shown = taskToDelta(task, service.state.taskDetails.get(taskId));
    return { id: taskId, json: JSON.stringify(shown) };
  };
  const query: DeltaQuery = {
    scope: `tasks ${personId}`,
    context: 'plannerTask',
    path: pathOf(call),
    startPath: pathOf(call),
    first: () =>
      service.state.index.tasksAssignedTo(personId).flatMap((task) => show(task.id) ?? []),
    items(changes) {
      const told = changes.filter(({ entity }) => entity === 'task' || entity === 'details');
      return [...new Set(told.map(({ id }) => id))].flatMap((id) => {
        const isGone = service.state.tasks.get(id) === undefined;
        return isGone ? { id, json: JSON.stringify(removed(id)) } : (show(id) ?? []);
      });
    },
    noise: show,
  };
  return answerDelta(service, call, query);
}

function requireThePerson(service: PlannerService, call: GraphCall, personId: string): void {
  if (call.caller.kind === 'app') throw accessDenied();
  requireDeltaPermission(call.caller);
  if (service.people.get(personId) === undefined) throw notFound();
  if (call.caller.id !== personId) throw accessDenied();
}

function pathOf(call: GraphCall): string {
  return call.segments.map((segment) => encodeURIComponent(segment)).join('/');
}

/** One item a change, with the properties that it changed; nothing for what the person is not subscribed to. */
function toItem(
  service: PlannerService,
  personId: string,
  change: PlannerChange,
): DeltaItem | undefined {
  const { id, entity, operation } = change;
  const isTasks = entity === 'task' || entity === 'details';
  if (!(isTasks ? seesTask(service, personId, change) : seesPlan(service, personId, change))) {
    return undefined;
  }
  const type = TYPES[entity];
  if (operation === 'deleted') return { id, json: JSON.stringify(removed(id, type)) };
  const whole = wireOf(service, change);
  if (whole === undefined) return undefined;
  const kept = operation === 'created' ? Object.keys(whole) : [...change.fields, ...DERIVED];
  const shown = Object.fromEntries(Object.entries(whole).filter(([name]) => kept.includes(name)));
  return { id, json: JSON.stringify({ '@odata.type': type, ...shown, id }) };
}

const DERIVED = ['@odata.etag', 'completedDateTime', 'completedBy', 'hasDescription'];

const TYPES: Readonly<Record<PlannerChange['entity'], string>> = {
  task: '#microsoft.graph.plannerTask',
  details: '#microsoft.graph.plannerTaskDetails',
  bucket: '#microsoft.graph.plannerBucket',
  plan: '#microsoft.graph.plannerPlan',
};

function wireOf(
  { state }: PlannerService,
  { entity, id, fields }: PlannerChange,
): Record<string, unknown> | undefined {
  switch (entity) {
    case 'task': {
      const task = state.tasks.get(id);
      return task === undefined ? undefined : taskToDelta(task, undefined);
    }
    case 'details': {
      const details = state.taskDetails.get(id);
      return details === undefined ? undefined : taskDetailsToWire(details);
    }
    case 'bucket': {
      const bucket = state.buckets.get(id);
      return bucket === undefined ? undefined : bucketToWire(bucket);
    }
    case 'plan': {
      const plan = state.plans.get(id);
      const details = state.planDetails.get(id);
      if (plan === undefined) return undefined;
      const isDetails = fields.some((name) => name !== 'title');
      return isDetails && details !== undefined
        ? planDetailsToWire(details)
        : planToWire(plan, false);
    }
  }
}

/** Tasks that the person made or has, and those of plans that are hers or shared with her. */
function seesTask(
  service: PlannerService,
  personId: string,
  { id, planId, by }: PlannerChange,
): boolean {
  const task = service.state.tasks.get(id);
  const plan = service.state.plans.get(planId);
  return (
    (task === undefined ? by.id === personId : isOf(task, personId)) ||
    plan?.createdBy.user?.id === personId ||
    service.state.planDetails.get(planId)?.sharedWith[personId] === true
  );
}

function isOf(task: TaskRecord, personId: string): boolean {
  return task.createdBy.user?.id === personId || task.assignments[personId] !== undefined;
}

/** Plans and buckets only through `sharedWith`. */
function seesPlan(service: PlannerService, personId: string, { planId }: PlannerChange): boolean {
  return service.state.planDetails.get(planId)?.sharedWith[personId] === true;
}

function orderNoise({ state }: PlannerService, taskId: string): DeltaItem | undefined {
  const task = state.tasks.get(taskId);
  if (task === undefined) return undefined;
  const shown = { '@odata.type': TYPES.task, orderHint: task.orderHint, id: taskId };
  return { id: taskId, json: JSON.stringify(shown) };
}
