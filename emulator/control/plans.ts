import { z } from 'zod';
import type { IdentitySet } from '../planner/identity-sets.js';
import type { PlannerService } from '../planner/planner-service.js';
import { putPlan, putTask } from '../seed/seed-plan.js';

const newPlanSchema = z.strictObject({
  title: z.string().min(1).max(255),
  buckets: z.array(z.string().min(1)).default(['To do', 'In progress', 'Done']),
  /** How many tasks the plan starts with. */
  tasks: z.int().min(0).max(9000).default(0),
  /** Ids of the people in the plan's group; the default group without it. */
  members: z.array(z.string()).optional(),
});

export interface PlanMade {
  readonly id: string;
  readonly groupId: string;
  readonly buckets: readonly { readonly id: string; readonly name: string }[];
}

/** A plan for a test, made beside Graph: no request, no limits, nothing in the feed. Throws a `ZodError`. */
export function makePlan(
  service: PlannerService,
  body: unknown,
  defaults: { readonly groupId: string; newGuid(): string },
): PlanMade {
  const wanted = newPlanSchema.parse(body);
  const groupId = wanted.members === undefined ? defaults.groupId : defaults.newGuid();
  if (wanted.members !== undefined) {
    service.groups.put(groupId, {
      id: groupId,
      displayName: wanted.title,
      memberIds: wanted.members,
    });
  }
  const person = service.people.values().next().value;
  const createdBy: IdentitySet = { user: { displayName: null, id: person?.id ?? '' } };
  const buckets = wanted.buckets.map((name) => ({ id: service.newId(), name }));
  const plan = putPlan(service, {
    id: service.newId(),
    title: wanted.title,
    container: { groupId },
    createdBy,
    buckets,
  });
  for (let index = 1; index <= wanted.tasks; index += 1) {
    putTask(service, {
      id: service.newId(),
      planId: plan.id,
      bucketId: buckets[index % Math.max(1, buckets.length)]?.id ?? null,
      title: `Task ${index}`,
      createdBy,
    });
  }
  return { id: plan.id, groupId, buckets };
}
