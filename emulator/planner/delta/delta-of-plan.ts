import type { Caller } from '../../entra/caller.js';
import type { GraphAnswer, GraphCall } from '../../graph/exchange.js';
import { accessDenied, badRequest, GraphFailure } from '../../graph/graph-failure.js';
import { findPlan } from '../access.js';
import type { PlannerChange } from '../change-log.js';
import { listTasksOfPlan } from '../lists.js';
import type { PlannerService } from '../planner-service.js';
import { answerDelta, type DeltaItem, type DeltaQuery } from './delta-round.js';
import { removed, taskForApps, taskToDelta } from './delta-wire.js';

/** The only properties that apps may follow with application permissions. */
const FOR_APPS = ['percentComplete', 'assignments', 'creationSource'];

/** `GET /planner/tasks/delta`: https://learn.microsoft.com/graph/api/plannertask-delta?view=graph-rest-beta */
export function beginPlanDelta(service: PlannerService, call: GraphCall): GraphAnswer {
  requireDeltaPermission(call.caller);
  const planId = /^\s*planId eq '([^']*)'\s*$/.exec(call.query.get('$filter') ?? '')?.[1];
  if (call.caller.kind === 'app') checkSelect(call.query.get('$select'));
  if (planId === undefined) {
    throw call.caller.kind === 'app'
      ? notAllowed()
      : badRequest("This query must be filtered by the plan: $filter=planId eq '{id}'.");
  }
  const plan = findPlanForDelta(service, call.caller, planId);
  return answerDelta(service, call, planQuery(service, call.caller, plan));
}

/** The links of a plan's delta lead to the plan's tasks. */
export function followPlanDelta(
  service: PlannerService,
  call: GraphCall,
  planId: string,
): GraphAnswer {
  const isDelta = call.query.has('$deltatoken') || isOurSkip(call);
  if (!isDelta) return listTasksOfPlan(service, call, planId);
  requireDeltaPermission(call.caller);
  const plan = findPlanForDelta(service, call.caller, planId);
  return answerDelta(service, call, planQuery(service, call.caller, plan));
}

/** Pages of the plain list have tokens of another form. */
function isOurSkip(call: GraphCall): boolean {
  const token = call.query.get('$skiptoken');
  return token !== null && Buffer.from(token, 'base64url').toString('utf8').startsWith('{');
}

function findPlanForDelta(service: PlannerService, caller: Caller, planId: string): string {
  // `Tasks.Read.All` is checked already, and a person's membership is checked here.
  return findPlan(service, caller, planId, 'read').id;
}

/** For apps no other permission is taken; the documentation names none that is higher. */
export function requireDeltaPermission(caller: Caller): void {
  const accepted =
    caller.kind === 'app'
      ? ['Tasks.Read.All']
      : ['Tasks.Read', 'Tasks.ReadWrite', 'Group.Read.All', 'Group.ReadWrite.All'];
  if (!accepted.some((name) => caller.permissions.has(name))) throw accessDenied();
}

function checkSelect(select: string | null): void {
  const names = (select ?? '')
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '' && name !== 'id');
  if (names.length !== FOR_APPS.length) throw notAllowed();
  if (names.some((name) => !FOR_APPS.includes(name))) throw accessDenied();
}

function notAllowed(): GraphFailure {
  return new GraphFailure(
    405,
    '',
    'This query is not allowed with application permissions: filter by one plan and select percentComplete, assignments and creationSource.',
  );
}

function planQuery(service: PlannerService, caller: Caller, planId: string): DeltaQuery {
  const isApp = caller.kind === 'app';
  const { tasks, taskDetails } = service.state;
  const show = (taskId: string): DeltaItem | undefined => {
    const task = tasks.get(taskId);
    if (task === undefined) return undefined;
    const shown = isApp ? taskForApps(task) : taskToDelta(task, taskDetails.get(taskId));
    return { id: taskId, json: JSON.stringify(shown) };
  };
  const select = isApp ? `%24select=${FOR_APPS.join('%2C')}` : '%24expand=details';
  const filter = encodeURIComponent(`planId eq '${planId}'`);
  return {
    scope: `plan ${planId}${isApp ? ' for apps' : ''}`,
    context: 'plannerTask',
    path: `planner/plans('${planId}')/tasks?${select}`,
    startPath: `planner/tasks/delta?$filter=${filter}${isApp ? `&$select=${FOR_APPS.join(',')}` : ''}`,
    first: () => service.state.index.tasksOfPlan(planId).flatMap((task) => show(task.id) ?? []),
    items(changes) {
      const ids = new Set(
        changes
          .filter((change) => change.planId === planId && isTold(change, isApp))
          .map((change) => change.id),
      );
      return [...ids].map((id) => show(id) ?? { id, json: JSON.stringify(removed(id)) });
    },
    noise: show,
  };
}

function isTold({ entity, operation, fields }: PlannerChange, isApp: boolean): boolean {
  if (entity !== 'task' && entity !== 'details') return false;
  if (!isApp) return true;
  if (entity === 'details') return false;
  return operation !== 'updated' || fields.some((field) => FOR_APPS.includes(field));
}
