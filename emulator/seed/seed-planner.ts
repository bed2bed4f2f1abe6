import type { PlannerService } from '../planner/planner-service.js';
import type {
  ChecklistItem,
  ExternalReference,
  PlanContainer,
  TaskDetailsRecord,
  TaskRecord,
} from '../planner/records.js';
import { CUSTOMER_SUPPORT } from './plans/customer-support.js';
import { ENGINEERING_ROADMAP } from './plans/engineering-roadmap.js';
import { MARKETING } from './plans/marketing.js';
import { OFFICE_MOVE } from './plans/office-move.js';
import { PRODUCT_LAUNCH } from './plans/product-launch.js';
import type { SamplePlan, SampleTask } from './plans/sample-plan.js';
import { putPlan, putTask } from './seed-plan.js';
import type { SeededIds } from './seeded-ids.js';

const DAY_MS = 86_400_000;
const FURTHER_PLANS = [MARKETING, ENGINEERING_ROADMAP, CUSTOMER_SUPPORT, OFFICE_MOVE];

/** The plans that a first start finds, with tasks as people leave them in Planner. Does nothing the second time. */
export function seedPlanner(service: PlannerService, ids: SeededIds): string {
  const planId = ids.plannerId('default plan');
  if (service.state.plans.size > 0) {
    return service.state.plans.get(planId)?.id ?? firstPlanId(service) ?? planId;
  }
  fillPlan(service, PRODUCT_LAUNCH, {
    planId,
    idOf: ids.plannerId,
    container: containerOf(service, ids, PRODUCT_LAUNCH),
  });
  for (const plan of FURTHER_PLANS) {
    const idOf = (name: string): string => ids.plannerId(`${plan.title}: ${name}`);
    fillPlan(service, plan, {
      planId: idOf('plan'),
      idOf,
      container: containerOf(service, ids, plan),
    });
  }
  return planId;
}

function containerOf(
  service: PlannerService,
  ids: SeededIds,
  { title, holder }: SamplePlan,
): PlanContainer {
  if (typeof holder !== 'string') {
    const id = ids.guid(`roster ${title}`);
    service.state.rosters.put(id, { id, memberIds: holder.map((name) => personId(service, name)) });
    return { rosterId: id };
  }
  const group = [...service.groups.values()].find(({ displayName }) => displayName === holder);
  return { groupId: group?.id ?? '' };
}

interface Place {
  readonly planId: string;
  readonly container: PlanContainer;
  idOf(name: string): string;
}

function fillPlan(service: PlannerService, plan: SamplePlan, place: Place): void {
  putPlan(service, {
    id: place.planId,
    title: plan.title,
    container: place.container,
    createdBy: identity(service, plan.by),
    categories: plan.labels,
    buckets: plan.buckets.map((name) => ({ id: place.idOf(`bucket ${name}`), name })),
  });
  for (const [index, sample] of plan.tasks.entries()) {
    putTask(service, {
      id: place.idOf(`task ${sample.title}`),
      planId: place.planId,
      bucketId: place.idOf(`bucket ${sample.bucket}`),
      title: sample.title,
      createdBy: identity(service, sample.by),
      task: taskOf(service, sample),
      details: detailsOf(service, sample, 10_000 + index * 100),
    });
  }
}

function taskOf(service: PlannerService, sample: SampleTask): Partial<TaskRecord> {
  const at = service.now().toISOString();
  const created = day(service, sample.created);
  const isDone = sample.percentComplete === 100;
  return {
    percentComplete: sample.percentComplete ?? 0,
    priority: sample.priority ?? 5,
    startDateTime: day(service, sample.start),
    dueDateTime: day(service, sample.due),
    ...(created === null ? {} : { createdDateTime: created }),
    appliedCategories: Object.fromEntries(
      (sample.labels ?? []).map((label) => [label, true as const]),
    ),
    assignments: Object.fromEntries(
      sample.assignees.map((name) => [
        personId(service, name),
        {
          assignedBy: identity(service, sample.by),
          assignedDateTime: created ?? at,
          orderHint: service.newOrderHint(),
        },
      ]),
    ),
    completedBy: isDone ? identity(service, sample.assignees[0] ?? sample.by) : null,
    completedDateTime: isDone ? (day(service, sample.completed) ?? at) : null,
  };
}

/** Planner's own web client numbers its rows; only other clients must use GUIDs. */
function detailsOf(
  service: PlannerService,
  sample: SampleTask,
  firstRow: number,
): Partial<TaskDetailsRecord> {
  const change = {
    lastModifiedBy: identity(service, sample.by),
    lastModifiedDateTime: day(service, sample.created) ?? service.now().toISOString(),
  };
  const checklist: Record<string, ChecklistItem> = {};
  for (const [index, row] of (sample.checklist ?? []).toReversed().entries()) {
    checklist[String(firstRow + index)] = {
      isChecked: row.startsWith('x '),
      title: row.replace(/^x /, ''),
      orderHint: service.newOrderHint(),
      ...change,
    };
  }
  const references: Record<string, ExternalReference> = {};
  for (const [address, { alias, type }] of Object.entries(sample.references ?? {})) {
    references[toReferenceKey(address)] = {
      alias,
      type,
      previewPriority: service.newOrderHint(),
      ...change,
    };
  }
  return { description: sample.description ?? '', checklist, references };
}

/** What open types do not take in the names of properties. */
function toReferenceKey(address: string): string {
  return address.replace(/[%.:@#]/g, (mark) => encodeMark(mark));
}

function encodeMark(mark: string): string {
  return `%${mark.charCodeAt(0).toString(16).toUpperCase()}`;
}

/** Ten in the morning, UTC, so many days from today. */
function day(service: PlannerService, offset: number | undefined): string | null {
  if (offset === undefined) return null;
  const today = Math.floor(service.now().getTime() / DAY_MS) * DAY_MS;
  return new Date(today + offset * DAY_MS + 10 * 3_600_000).toISOString().replace('.000Z', 'Z');
}

function identity(service: PlannerService, name: string) {
  return { user: { displayName: null, id: personId(service, name) } };
}

function personId(service: PlannerService, name: string): string {
  return [...service.people.values()].find((person) => person.displayName === name)?.id ?? '';
}

function firstPlanId(service: PlannerService): string | undefined {
  return service.state.plans.values().next().value?.id;
}
