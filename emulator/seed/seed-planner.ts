import type { PlannerService } from '../planner/planner-service.js';
import type { ChecklistItem, ExternalReference, TaskRecord } from '../planner/records.js';
import { putPlan, putTask } from './seed-plan.js';
import type { SeededIds } from './seeded-ids.js';

const PLAN_TITLE = 'Product launch';
const BUCKETS = ['To do', 'In progress', 'In review', 'Done'] as const;
const CATEGORIES = {
  category1: 'Urgent',
  category2: 'Marketing',
  category3: 'Engineering',
  category4: 'Design',
  category5: 'Waiting for others',
  category6: 'Customer request',
};
const DAY_MS = 86_400_000;

interface Sample {
  readonly title: string;
  readonly bucket: (typeof BUCKETS)[number];
  readonly by: string;
  readonly assignees: readonly string[];
  readonly labels?: readonly string[];
  readonly percentComplete?: number;
  readonly priority?: number;
  /** Days from the day of the first start. */
  readonly start?: number;
  readonly due?: number;
  readonly description?: string;
  /** Ticked rows begin with x. */
  readonly checklist?: readonly string[];
  readonly reference?: { readonly key: string; readonly alias: string };
}

const SAMPLES: readonly Sample[] = [
  {
    title: 'Collect launch feedback from the first ten customers',
    bucket: 'To do',
    by: 'Maya Okafor',
    assignees: [],
    labels: ['category6'],
    priority: 9,
  },
  {
    title: 'Write the press release',
    bucket: 'To do',
    by: 'Priya Raman',
    assignees: ['Priya Raman'],
    labels: ['category2'],
    priority: 3,
    start: 1,
    due: 9,
    description: 'One page. Who it is for, what changes for them, one quote of a customer.',
    checklist: ['First draft', 'Quote approved by the customer', 'Legal has read it'],
  },
  {
    title: 'Load test of the sign-up page',
    bucket: 'To do',
    by: 'Jonas Lindqvist',
    assignees: ['Jonas Lindqvist'],
    labels: ['category3', 'category1'],
    priority: 1,
    due: 4,
    description: 'Ten times the traffic of the last launch, for one hour.',
  },
  {
    title: 'Landing page with the new pictures',
    bucket: 'In progress',
    by: 'Tomás Herrera',
    assignees: ['Tomás Herrera', 'Priya Raman'],
    labels: ['category4', 'category2'],
    percentComplete: 50,
    start: -3,
    due: 5,
    checklist: ['x Wireframe', 'x Pictures chosen', 'Dark mode', 'Check with a screen reader'],
    reference: { key: 'https%3A//design%2Etandem%2Eexample/launch/landing', alias: 'Draft' },
  },
  {
    title: 'Answers for the support team',
    bucket: 'In review',
    by: 'Aiko Tanaka',
    assignees: ['Aiko Tanaka'],
    percentComplete: 50,
    start: -2,
    due: 12,
  },
  {
    title: 'Approve the launch budget',
    bucket: 'Done',
    by: 'Maya Okafor',
    assignees: ['Lena Fischer'],
    percentComplete: 100,
    start: -12,
    due: -4,
  },
];

/** The plan that a first start finds, with tasks as people leave them in Planner. Does nothing the second time. */
export function seedPlanner(service: PlannerService, ids: SeededIds, groupId: string): string {
  const planId = ids.plannerId('default plan');
  if (service.state.plans.size > 0) {
    return service.state.plans.get(planId)?.id ?? firstPlanId(service) ?? planId;
  }
  const personId = (name: string): string =>
    [...service.people.values()].find((person) => person.displayName === name)?.id ?? '';
  const identity = (name: string) => ({ user: { displayName: null, id: personId(name) } });
  putPlan(service, {
    id: planId,
    title: PLAN_TITLE,
    groupId,
    createdBy: identity('Maya Okafor'),
    categories: CATEGORIES,
    buckets: BUCKETS.map((name) => ({ id: ids.plannerId(`bucket ${name}`), name })),
  });
  const today = Math.floor(service.now().getTime() / DAY_MS) * DAY_MS;
  const day = (offset: number | undefined): string | null =>
    offset === undefined
      ? null
      : new Date(today + offset * DAY_MS + 10 * 3_600_000).toISOString().replace('.000Z', 'Z');
  for (const sample of SAMPLES) {
    const at = service.now().toISOString();
    const change = { lastModifiedBy: identity(sample.by), lastModifiedDateTime: at };
    const checklist: Record<string, ChecklistItem> = {};
    // Planner's own web client numbers its rows; only other clients must use GUIDs.
    for (const [index, row] of (sample.checklist ?? []).toReversed().entries()) {
      checklist[String(10_000 + SAMPLES.indexOf(sample) * 100 + index)] = {
        isChecked: row.startsWith('x '),
        title: row.replace(/^x /, ''),
        orderHint: service.newOrderHint(),
        ...change,
      };
    }
    const references: Record<string, ExternalReference> = {};
    if (sample.reference !== undefined) {
      references[sample.reference.key] = {
        alias: sample.reference.alias,
        type: 'Other',
        previewPriority: service.newOrderHint(),
        ...change,
      };
    }
    const isDone = sample.percentComplete === 100;
    const task: Partial<TaskRecord> = {
      percentComplete: sample.percentComplete ?? 0,
      priority: sample.priority ?? 5,
      startDateTime: day(sample.start),
      dueDateTime: day(sample.due),
      appliedCategories: Object.fromEntries(
        (sample.labels ?? []).map((label) => [label, true as const]),
      ),
      assignments: Object.fromEntries(
        sample.assignees.map((name) => [
          personId(name),
          {
            assignedBy: identity(sample.by),
            assignedDateTime: at,
            orderHint: service.newOrderHint(),
          },
        ]),
      ),
      completedBy: isDone ? identity(sample.assignees[0] ?? sample.by) : null,
      completedDateTime: isDone ? at : null,
    };
    putTask(service, {
      id: ids.plannerId(`task ${sample.title}`),
      planId,
      bucketId: ids.plannerId(`bucket ${sample.bucket}`),
      title: sample.title,
      createdBy: identity(sample.by),
      task,
      details: { description: sample.description ?? '', checklist, references },
    });
  }
  return planId;
}

function firstPlanId(service: PlannerService): string | undefined {
  return service.state.plans.values().next().value?.id;
}
