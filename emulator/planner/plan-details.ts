import type { GraphAnswer, GraphCall } from '../graph/exchange.js';
import { badRequest, notFound } from '../graph/graph-failure.js';
import { checkObject, isObject } from '../schema/check-value.js';
import { findPlan } from './access.js';
import { checkRowLimit } from './limits.js';
import { applyChanges, stampKeys } from './maps/map-changes.js';
import { readSharedWith } from './maps/task-maps.js';
import type { PlannerService } from './planner-service.js';
import { checkConflict, matchVersion, nextVersion } from './preconditions.js';
import type { PlanDetailsRecord } from './records.js';
import { entityAnswer, updatedAnswer, type EntityView } from './wire/answers.js';
import { planDetailsToWire } from './wire/entities.js';

export function getPlanDetails(
  service: PlannerService,
  call: GraphCall,
  planId: string,
): GraphAnswer {
  const plan = findPlan(service, call.caller, planId, 'read');
  return entityAnswer(call, viewOf(detailsOf(service, plan.id)));
}

export function updatePlanDetails(
  service: PlannerService,
  call: GraphCall,
  planId: string,
): GraphAnswer {
  const plan = findPlan(service, call.caller, planId, 'write');
  const details = detailsOf(service, plan.id);
  const rules = service.settings();
  const basedOn = matchVersion('PlanDetails', details, call.header('if-match'), rules);
  const body = checkObject('plannerPlanDetails', call.body, ['categoryDescriptions', 'sharedWith']);
  const names = readCategoryNames(body['categoryDescriptions']);
  const sharedWith = readSharedWith(body['sharedWith']);
  const touched = [
    ...Object.keys(names).map((name) => `categoryDescriptions/${name}`),
    ...stampKeys('sharedWith', sharedWith),
  ];
  checkConflict(details, { basedOn, touched }, rules);
  const updated: PlanDetailsRecord = {
    ...details,
    ...nextVersion(details, touched),
    categoryDescriptions: { ...details.categoryDescriptions, ...names },
    sharedWith: applyChanges(details.sharedWith, sharedWith, () => true as const),
  };
  checkRowLimit(
    'MaximumUsersSharedWithProject',
    details.sharedWith,
    updated.sharedWith,
    rules.limits.usersSharedWithPlan,
  );
  service.state.planDetails.put(plan.id, updated);
  service.changes.add(call.caller, {
    planId: plan.id,
    entity: 'plan',
    id: plan.id,
    operation: 'updated',
    fields: Object.keys(body).filter((name) => !name.includes('@')),
    title: plan.title,
  });
  return updatedAnswer(call, () => viewOf(updated));
}

/** Their types were checked against the schema: strings or null. */
function readCategoryNames(value: unknown): Record<string, string | null> {
  if (value === undefined) return {};
  if (!isObject(value)) throw badRequest("The 'categoryDescriptions' must be an object.");
  const names: Record<string, string | null> = {};
  for (const [name, text] of Object.entries(value)) {
    if (!name.includes('@')) names[name] = typeof text === 'string' && text !== '' ? text : null;
  }
  return names;
}

function detailsOf(service: PlannerService, planId: string): PlanDetailsRecord {
  const details = service.state.planDetails.get(planId);
  if (details === undefined) throw notFound();
  return details;
}

function viewOf(details: PlanDetailsRecord): EntityView {
  return {
    typeName: 'plannerPlanDetails',
    context: `planner/plans('${details.id}')/details/$entity`,
    row: JSON.stringify(planDetailsToWire(details)),
  };
}
