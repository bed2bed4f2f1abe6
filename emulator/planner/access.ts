import type { Caller } from '../entra/caller.js';
import { accessDenied, badRequest, notFound } from '../graph/graph-failure.js';
import { isPlannerId } from './planner-ids.js';
import type { PlannerService } from './planner-service.js';
import type { BucketRecord, PlanContainer, PlanRecord, TaskRecord } from './records.js';

export type Access = 'read' | 'write';

const PERMISSIONS: Readonly<Record<Caller['kind'], Readonly<Record<Access, readonly string[]>>>> = {
  app: { read: ['Tasks.Read.All', 'Tasks.ReadWrite.All'], write: ['Tasks.ReadWrite.All'] },
  person: {
    read: ['Tasks.Read', 'Tasks.ReadWrite', 'Group.Read.All', 'Group.ReadWrite.All'],
    write: ['Tasks.ReadWrite', 'Group.ReadWrite.All'],
  },
};

/** The token must carry a permission that Planner takes for this kind of access. */
export function requirePermission(caller: Caller, access: Access): void {
  const isGranted = PERMISSIONS[caller.kind][access].some((name) => caller.permissions.has(name));
  if (!isGranted) throw accessDenied();
}

/** A person must be a member of what holds the plan; owning a group is not enough. */
export function requireMembership(
  service: PlannerService,
  caller: Caller,
  container: PlanContainer,
): void {
  if (caller.kind === 'app' || isMember(service, container, caller.id)) return;
  throw accessDenied();
}

export function isMember(
  service: PlannerService,
  container: PlanContainer,
  personId: string,
): boolean {
  return membersOfPlan(service, container).includes(personId);
}

/** Who belongs to what holds a plan. */
export function membersOfPlan(
  service: PlannerService,
  { groupId, rosterId }: PlanContainer,
): readonly string[] {
  const holder =
    groupId === undefined ? service.state.rosters.get(rosterId) : service.groups.get(groupId);
  return holder?.memberIds ?? [];
}

export function findPlan(
  service: PlannerService,
  caller: Caller,
  planId: string,
  access: Access,
): PlanRecord {
  requirePermission(caller, access);
  const plan = service.state.plans.get(checkId(planId));
  if (plan === undefined) throw notFound();
  requireMembership(service, caller, plan);
  return plan;
}

export function findTask(
  service: PlannerService,
  caller: Caller,
  taskId: string,
  access: Access,
): TaskRecord {
  requirePermission(caller, access);
  const task = service.state.tasks.get(checkId(taskId));
  if (task === undefined) throw notFound();
  findPlan(service, caller, task.planId, access);
  return task;
}

export function findBucket(
  service: PlannerService,
  caller: Caller,
  bucketId: string,
  access: Access,
): BucketRecord {
  requirePermission(caller, access);
  const bucket = service.state.buckets.get(checkId(bucketId));
  if (bucket === undefined) throw notFound();
  findPlan(service, caller, bucket.planId, access);
  return bucket;
}

/** The format of ids is validated before anything is looked up. */
function checkId(id: string): string {
  if (!isPlannerId(id)) {
    throw badRequest(`Schema validation has failed. '${id}' is not a valid id of a Planner item.`);
  }
  return id;
}
