import type { GraphAnswer, GraphCall } from '../../graph/exchange.js';
import type { GraphRoute } from '../../graph/route.js';
import { personOf } from '../lists.js';
import type { PlannerService } from '../planner-service.js';
import { followAllOfPerson, followTasksOfPerson } from './delta-of-person.js';
import { beginPlanDelta, followPlanDelta } from './delta-of-plan.js';

/** Planner's delta queries, which are in beta only. They come before Planner's other routes. */
export function createDeltaRoutes(service: PlannerService): readonly GraphRoute[] {
  return [
    on('planner/tasks/delta', (call) => beginPlanDelta(service, call)),
    on('planner/plans/*/tasks', (call, planId) => followPlanDelta(service, call, planId)),
    on('me/planner/all/delta', (call) => followAllOfPerson(service, call, personOf(call))),
    on('users/*/planner/all/delta', (call, id) => followAllOfPerson(service, call, id)),
    on('me/planner/tasks/delta', (call) => followTasksOfPerson(service, call, personOf(call))),
    on('users/*/planner/tasks/delta', (call, id) => followTasksOfPerson(service, call, id)),
  ];
}

function on(path: string, get: (call: GraphCall, id: string) => GraphAnswer): GraphRoute {
  return { version: 'beta', path: path.split('/'), methods: { GET: get } };
}
