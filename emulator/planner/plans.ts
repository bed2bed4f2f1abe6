import type { GraphAnswer, GraphCall } from '../graph/exchange.js';
import { badRequest, limitReached, notFound } from '../graph/graph-failure.js';
import { checkObject, isObject } from '../schema/check-value.js';
import { findPlan, requireMembership, requirePermission } from './access.js';
import { planCreatorOf } from './identity-sets.js';
import { checkTitle } from './limits.js';
import { bucketsOf } from './planner-state.js';
import { preciseTime, type PlannerService } from './planner-service.js';
import { checkConflict, firstVersion, matchVersion, nextVersion } from './preconditions.js';
import type { PlanContainer, PlanRecord } from './records.js';
import { removeTask } from './tasks.js';
import {
  createdAnswer,
  deletedAnswer,
  entityAnswer,
  updatedAnswer,
  type EntityView,
} from './wire/answers.js';
import { planToWire, showsAllMembers } from './wire/entities.js';

export function getPlan(service: PlannerService, call: GraphCall, planId: string): GraphAnswer {
  return entityAnswer(call, viewOf(call, findPlan(service, call.caller, planId, 'read')));
}

export function createPlan(service: PlannerService, call: GraphCall): GraphAnswer {
  requirePermission(call.caller, 'write');
  const body = checkObject('plannerPlan', call.body, ['container', 'title']);
  const title = checkTitle(service, body['title'], 'title');
  const container = readContainer(body['container']);
  refuseUnusable(service, container);
  requireMembership(service, call.caller, container);
  const held = [...service.state.plans.values()].filter((plan) => isHeldBy(plan, container));
  if (container.rosterId !== undefined && held.length > 0) {
    throw limitReached('MaximumPlannerPlans');
  }
  if (held.length >= service.settings().limits.plansInGroup) {
    throw limitReached('MaximumProjectsOwnedByUser');
  }
  const plan: PlanRecord = {
    ...firstVersion,
    ...container,
    id: service.newId(),
    title,
    createdBy: planCreatorOf(call.caller),
    createdDateTime: preciseTime(service.now(), service.state.plans.size),
  };
  service.state.plans.put(plan.id, plan);
  service.state.planDetails.put(plan.id, {
    ...firstVersion,
    id: plan.id,
    categoryDescriptions: {},
    sharedWith: {},
  });
  announce(service, call, plan, 'created');
  return createdAnswer(call, viewOf(call, plan), `planner/plans/${plan.id}`);
}

export function updatePlan(service: PlannerService, call: GraphCall, planId: string): GraphAnswer {
  const plan = findPlan(service, call.caller, planId, 'write');
  const rules = service.settings();
  const basedOn = matchVersion('Plan', plan, call.header('if-match'), rules);
  const body = checkObject('plannerPlan', call.body, ['title']);
  const touched = Object.hasOwn(body, 'title') ? ['title'] : [];
  checkConflict(plan, { basedOn, touched }, rules);
  const title = touched.length === 0 ? plan.title : checkTitle(service, body['title'], 'title');
  const updated: PlanRecord = { ...plan, ...nextVersion(plan, touched), title };
  service.state.plans.put(plan.id, updated);
  announce(service, call, updated, 'updated');
  return updatedAnswer(call, () => viewOf(call, updated));
}

/** A plan goes with its buckets and tasks. */
export function deletePlan(service: PlannerService, call: GraphCall, planId: string): GraphAnswer {
  const plan = findPlan(service, call.caller, planId, 'write');
  const rules = service.settings();
  const basedOn = matchVersion('Plan', plan, call.header('if-match'), rules);
  checkConflict(plan, { basedOn, touched: 'everything' }, rules);
  removePlan(service, call, plan);
  return deletedAnswer;
}

export function removePlan(service: PlannerService, call: GraphCall, plan: PlanRecord): void {
  for (const task of service.state.index.tasksOfPlan(plan.id)) {
    removeTask(service, call.caller, task);
  }
  for (const bucket of bucketsOf(service.state, plan.id)) service.state.buckets.remove(bucket.id);
  service.state.planDetails.remove(plan.id);
  service.state.plans.remove(plan.id);
  announce(service, call, plan, 'deleted');
}

const GUID = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}';
const IS_GUID = new RegExp(`^${GUID}$`, 'i');
const CONTAINER_URL = new RegExp(`/(groups|planner/rosters)/(${GUID})$`, 'i');

/** The container is given by its url, by id and type, or by all three. */
function readContainer(container: unknown): PlanContainer {
  if (!isObject(container)) throw badRequest("The 'container' must be given to create a plan.");
  const { url, containerId, type } = container;
  const [, set, idOfUrl] = CONTAINER_URL.exec(typeof url === 'string' ? url : '') ?? [];
  if (url !== undefined && idOfUrl === undefined) {
    throw badRequest("The 'url' of the container must be that of a group or a roster.");
  }
  const typeOfUrl = set?.toLowerCase() === 'groups' ? 'group' : 'roster';
  if (containerId === undefined && type === undefined && idOfUrl !== undefined) {
    return toContainer(typeOfUrl, idOfUrl);
  }
  if (typeof containerId !== 'string' || (type !== 'group' && type !== 'roster')) {
    throw badRequest("The container needs its 'url', or its 'containerId' and 'type'.");
  }
  if (!IS_GUID.test(containerId)) throw badRequest("The 'containerId' must be a GUID.");
  const differs =
    idOfUrl !== undefined &&
    (idOfUrl.toLowerCase() !== containerId.toLowerCase() || type !== typeOfUrl);
  if (differs) throw badRequest("The 'url' and the 'containerId' of the container differ.");
  return toContainer(type, containerId);
}

function toContainer(type: 'group' | 'roster', id: string): PlanContainer {
  return type === 'group' ? { groupId: id.toLowerCase() } : { rosterId: id.toLowerCase() };
}

function refuseUnusable(service: PlannerService, { groupId, rosterId }: PlanContainer): void {
  const isThere =
    groupId === undefined
      ? service.state.rosters.get(rosterId) !== undefined
      : service.groups.get(groupId) !== undefined;
  if (!isThere) throw notFound();
}

function isHeldBy(plan: PlanRecord, { groupId, rosterId }: PlanContainer): boolean {
  return groupId === undefined ? plan.rosterId === rosterId : plan.groupId === groupId;
}

function viewOf(call: GraphCall, plan: PlanRecord): EntityView {
  return {
    typeName: 'plannerPlan',
    context: 'planner/plans/$entity',
    row: JSON.stringify(planToWire(plan, showsAllMembers(call))),
  };
}

function announce(
  service: PlannerService,
  call: GraphCall,
  plan: PlanRecord,
  operation: 'created' | 'updated' | 'deleted',
): void {
  service.changes.add(call.caller, {
    planId: plan.id,
    entity: 'plan',
    id: plan.id,
    operation,
    fields: operation === 'deleted' ? [] : ['title'],
    title: plan.title,
  });
}
