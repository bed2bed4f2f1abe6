import type { GraphAnswer, GraphCall } from '../graph/exchange.js';
import { badRequest, limitReached, notFound } from '../graph/graph-failure.js';
import { checkObject, isObject } from '../schema/check-value.js';
import { findPlan, requireMembership, requirePermission } from './access.js';
import { planCreatorOf } from './identity-sets.js';
import { checkTitle } from './limits.js';
import { bucketsOf, plansOfGroup } from './planner-state.js';
import { preciseTime, type PlannerService } from './planner-service.js';
import { checkConflict, firstVersion, matchVersion, nextVersion } from './preconditions.js';
import type { PlanRecord } from './records.js';
import { removeTask } from './tasks.js';
import {
  createdAnswer,
  deletedAnswer,
  entityAnswer,
  updatedAnswer,
  type EntityView,
} from './wire/answers.js';
import { planToWire } from './wire/entities.js';

export function getPlan(service: PlannerService, call: GraphCall, planId: string): GraphAnswer {
  return entityAnswer(call, viewOf(findPlan(service, call.caller, planId, 'read')));
}

export function createPlan(service: PlannerService, call: GraphCall): GraphAnswer {
  requirePermission(call.caller, 'write');
  const body = checkObject('plannerPlan', call.body, ['container', 'title']);
  const title = checkTitle(service, body['title'], 'title');
  const groupId = readGroupId(body['container']);
  if (service.groups.get(groupId) === undefined) throw notFound();
  requireMembership(service, call.caller, groupId);
  if (plansOfGroup(service.state, groupId).length >= service.settings().limits.plansInGroup) {
    throw limitReached('MaximumProjectsOwnedByUser');
  }
  const plan: PlanRecord = {
    ...firstVersion,
    id: service.newId(),
    groupId,
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
  return createdAnswer(call, viewOf(plan), `planner/plans/${plan.id}`);
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
  return updatedAnswer(call, () => viewOf(updated));
}

/** A plan goes with its buckets and tasks. */
export function deletePlan(service: PlannerService, call: GraphCall, planId: string): GraphAnswer {
  const plan = findPlan(service, call.caller, planId, 'write');
  const rules = service.settings();
  const basedOn = matchVersion('Plan', plan, call.header('if-match'), rules);
  checkConflict(plan, { basedOn, touched: 'everything' }, rules);
  for (const task of service.state.index.tasksOfPlan(plan.id)) {
    removeTask(service, call.caller, task);
  }
  for (const bucket of bucketsOf(service.state, plan.id)) service.state.buckets.remove(bucket.id);
  service.state.planDetails.remove(plan.id);
  service.state.plans.remove(plan.id);
  announce(service, call, plan, 'deleted');
  return deletedAnswer;
}

/** The container is given by its url, by id and type, or by all three; groups are the only kind here. */
function readGroupId(container: unknown): string {
  if (!isObject(container)) throw badRequest("The 'container' must be given to create a plan.");
  const { url, containerId, type } = container;
  const fromUrl =
    typeof url === 'string' ? /\/groups\/([0-9a-f-]{36})$/i.exec(url)?.[1] : undefined;
  if (url !== undefined && fromUrl === undefined) {
    throw badRequest("The 'url' of the container must be that of a group.");
  }
  if (containerId === undefined && type === undefined && fromUrl !== undefined) {
    return fromUrl.toLowerCase();
  }
  if (typeof containerId !== 'string' || type !== 'group') {
    throw badRequest("The container needs its 'url', or its 'containerId' and 'type'.");
  }
  if (fromUrl !== undefined && fromUrl.toLowerCase() !== containerId.toLowerCase()) {
    throw badRequest("The 'url' and the 'containerId' of the container differ.");
  }
  return containerId.toLowerCase();
}

function viewOf(plan: PlanRecord): EntityView {
  return {
    typeName: 'plannerPlan',
    context: 'planner/plans/$entity',
    row: JSON.stringify(planToWire(plan)),
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
