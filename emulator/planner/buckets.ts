import type { GraphAnswer, GraphCall } from '../graph/exchange.js';
import { badRequest, limitReached } from '../graph/graph-failure.js';
import { checkObject } from '../schema/check-value.js';
import { findBucket, findPlan } from './access.js';
import { checkTitle } from './limits.js';
import { resolveOrderHint } from './order-hints.js';
import type { PlannerService } from './planner-service.js';
import { checkConflict, firstVersion, matchVersion, nextVersion } from './preconditions.js';
import type { BucketRecord } from './records.js';
import { removeTask } from './tasks.js';
import {
  createdAnswer,
  deletedAnswer,
  entityAnswer,
  updatedAnswer,
  type EntityView,
} from './wire/answers.js';
import { bucketToWire } from './wire/entities.js';

export function getBucket(service: PlannerService, call: GraphCall, bucketId: string): GraphAnswer {
  return entityAnswer(call, viewOf(findBucket(service, call.caller, bucketId, 'read')));
}

export function createBucket(service: PlannerService, call: GraphCall): GraphAnswer {
  const body = checkObject('plannerBucket', call.body, ['name', 'orderHint', 'planId']);
  if (typeof body['planId'] !== 'string') {
    throw badRequest("The 'planId' must be given to create a bucket.");
  }
  const plan = findPlan(service, call.caller, body['planId'], 'write');
  const bucket: BucketRecord = {
    ...firstVersion,
    id: service.newId(),
    planId: plan.id,
    name: checkTitle(service, body['name'], 'name'),
    orderHint: readHint(body['orderHint']) ?? service.newOrderHint(),
  };
  if (service.state.bucketsByPlan.countOf(plan.id) >= service.settings().limits.bucketsInPlan) {
    throw limitReached('MaximumBucketsInProject');
  }
  service.state.buckets.put(bucket.id, bucket);
  announce(service, call, bucket, { operation: 'created', fields: ['name'] });
  return createdAnswer(call, viewOf(bucket), `planner/buckets/${bucket.id}`);
}

export function updateBucket(
  service: PlannerService,
  call: GraphCall,
  bucketId: string,
): GraphAnswer {
  const bucket = findBucket(service, call.caller, bucketId, 'write');
  const rules = service.settings();
  const basedOn = matchVersion('Bucket', bucket, call.header('if-match'), rules);
  const body = checkObject('plannerBucket', call.body, ['name', 'orderHint']);
  const touched = Object.keys(body).filter((name) => !name.includes('@'));
  checkConflict(bucket, { basedOn, touched }, rules);
  const updated: BucketRecord = {
    ...bucket,
    ...nextVersion(bucket, touched),
    name: Object.hasOwn(body, 'name') ? checkTitle(service, body['name'], 'name') : bucket.name,
    orderHint: readHint(body['orderHint']) ?? bucket.orderHint,
  };
  service.state.buckets.put(bucket.id, updated);
  announce(service, call, updated, { operation: 'updated', fields: touched });
  return updatedAnswer(call, () => viewOf(updated));
}

/** A bucket goes with its tasks. */
export function deleteBucket(
  service: PlannerService,
  call: GraphCall,
  bucketId: string,
): GraphAnswer {
  const bucket = findBucket(service, call.caller, bucketId, 'write');
  const rules = service.settings();
  const basedOn = matchVersion('Bucket', bucket, call.header('if-match'), rules);
  checkConflict(bucket, { basedOn, touched: 'everything' }, rules);
  for (const task of service.state.index.tasksOfPlan(bucket.planId)) {
    if (task.bucketId === bucket.id) removeTask(service, call.caller, task);
  }
  service.state.buckets.remove(bucket.id);
  announce(service, call, bucket, { operation: 'deleted', fields: [] });
  return deletedAnswer;
}

function readHint(value: unknown): string | undefined {
  if (value === undefined) return undefined;
  if (typeof value !== 'string') throw badRequest("The 'orderHint' must be an order hint.");
  return resolveOrderHint(value);
}

function viewOf(bucket: BucketRecord): EntityView {
  return {
    typeName: 'plannerBucket',
    context: 'planner/buckets/$entity',
    row: JSON.stringify(bucketToWire(bucket)),
  };
}

function announce(
  service: PlannerService,
  call: GraphCall,
  bucket: BucketRecord,
  what: {
    readonly operation: 'created' | 'updated' | 'deleted';
    readonly fields: readonly string[];
  },
): void {
  service.changes.add(call.caller, {
    planId: bucket.planId,
    entity: 'bucket',
    id: bucket.id,
    title: bucket.name,
    ...what,
  });
}
