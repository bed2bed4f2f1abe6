import type { GraphAnswer, GraphCall } from '../graph/exchange.js';
import { accessDenied, badRequest, GraphFailure, notFound } from '../graph/graph-failure.js';
import { findBucket, findPlan, isMember, requireMembership, requirePermission } from './access.js';
import { bucketsOf, plansOfGroup } from './planner-state.js';
import type { PlannerService } from './planner-service.js';
import type { PlanRecord, TaskRecord } from './records.js';
import { listAnswer } from './wire/answers.js';
import { bucketToWire, planToWire, showsAllMembers } from './wire/entities.js';
import { taskRow } from './wire/task-row.js';

export function listTasksOfPlan(
  service: PlannerService,
  call: GraphCall,
  planId: string,
): GraphAnswer {
  const plan = findPlan(service, call.caller, planId, 'read');
  return taskPage(service, call, service.state.index.tasksOfPlan(plan.id));
}

export function listTasksOfBucket(
  service: PlannerService,
  call: GraphCall,
  bucketId: string,
): GraphAnswer {
  const bucket = findBucket(service, call.caller, bucketId, 'read');
  const tasks = service.state.index.tasksOfPlan(bucket.planId);
  return taskPage(
    service,
    call,
    tasks.filter((task) => task.bucketId === bucket.id),
  );
}

/** Tasks assigned to a person, also those in plans whose tasks cannot be read one by one. */
export function listTasksOfPerson(
  service: PlannerService,
  call: GraphCall,
  personId: string,
): GraphAnswer {
  requirePermission(call.caller, 'read');
  if (service.people.get(personId) === undefined) throw notFound();
  if (call.caller.kind === 'person' && call.caller.id !== personId) throw accessDenied();
  return taskPage(service, call, service.state.index.tasksAssignedTo(personId));
}

export function listBucketsOfPlan(
  service: PlannerService,
  call: GraphCall,
  planId: string,
): GraphAnswer {
  const plan = findPlan(service, call.caller, planId, 'read');
  const rows = bucketsOf(service.state, plan.id).map((bucket) =>
    JSON.stringify(bucketToWire(bucket)),
  );
  return listAnswer(call, { typeName: 'plannerBucket', rows, total: rows.length });
}

export function listPlansOfGroup(
  service: PlannerService,
  call: GraphCall,
  groupId: string,
): GraphAnswer {
  requirePermission(call.caller, 'read');
  const group = service.groups.get(groupId.toLowerCase());
  if (group === undefined) throw notFound();
  requireMembership(service, call.caller, { groupId: group.id });
  const rows = plansOfGroup(service.state, group.id).map((plan) =>
    JSON.stringify(planToWire(plan, showsAllMembers(call))),
  );
  return listAnswer(call, { typeName: 'plannerPlan', rows, total: rows.length });
}

/** Plans that a person sees. Planner does not offer this with application permissions. */
export function listPlansOfPerson(
  service: PlannerService,
  call: GraphCall,
  personId: string,
): GraphAnswer {
  return plansOfPerson(service, call, personId, () => true);
}

/** Only those that rosters hold; in beta. */
export function listRosterPlansOfPerson(
  service: PlannerService,
  call: GraphCall,
  personId: string,
): GraphAnswer {
  return plansOfPerson(service, call, personId, (plan) => plan.rosterId !== undefined);
}

function plansOfPerson(
  service: PlannerService,
  call: GraphCall,
  personId: string,
  isWanted: (plan: PlanRecord) => boolean,
): GraphAnswer {
  if (call.caller.kind === 'app') throw accessDenied();
  requirePermission(call.caller, 'read');
  if (call.caller.id !== personId) throw accessDenied();
  const rows = [...service.state.plans.values()]
    .filter(
      (plan) =>
        isWanted(plan) &&
        (isMember(service, plan, personId) ||
          service.state.planDetails.get(plan.id)?.sharedWith[personId] === true),
    )
    .map((plan) => JSON.stringify(planToWire(plan, showsAllMembers(call))));
  return listAnswer(call, { typeName: 'plannerPlan', rows, total: rows.length });
}

/** There is no listing of everything: one goes through the groups. */
export function refuseWholeSet(): GraphAnswer {
  throw badRequest('This entity set must be queried with a filter.');
}

/** `/me` stands for the person of a delegated token. */
export function personOf(call: GraphCall): string {
  if (call.caller.kind === 'person') return call.caller.id;
  throw new GraphFailure(
    400,
    'BadRequest',
    '/me request is only valid with delegated authentication flow.',
  );
}

/** A page of a fixed size; the next one starts behind the last row shown, whatever was deleted meanwhile. */
function taskPage(
  service: PlannerService,
  call: GraphCall,
  tasks: readonly TaskRecord[],
): GraphAnswer {
  const { pageSize } = service.settings();
  const after = readSkipToken(call.query.get('$skiptoken'));
  const rest = after === 0 ? tasks : tasks.filter((task) => task.sequence > after);
  const page = rest.slice(0, pageSize);
  const last = page.at(-1);
  return listAnswer(call, {
    typeName: 'plannerTask',
    rows: page.map((task) => taskRow(service, call, task)),
    total: tasks.length,
    ...(last !== undefined && rest.length > pageSize
      ? { nextLink: nextLinkOf(call, last.sequence) }
      : {}),
  });
}

function nextLinkOf(call: GraphCall, sequence: number): string {
  const token = Buffer.from(`after:${sequence}`).toString('base64url');
  const kept = ['$select', '$expand'].flatMap((name) => {
    const value = call.query.get(name);
    return value === null ? [] : [`${name}=${encodeURIComponent(value)}`];
  });
  const path = call.segments.map((segment) => encodeURIComponent(segment)).join('/');
  return `${call.root}/${path}?${[...kept, `$skiptoken=${token}`].join('&')}`;
}

function readSkipToken(token: string | null): number {
  if (token === null) return 0;
  const sequence = /^after:(\d+)$/.exec(Buffer.from(token, 'base64url').toString('utf8'))?.[1];
  if (sequence === undefined) throw badRequest('The value of $skiptoken is not valid.');
  return Number(sequence);
}
