import type { Caller } from '../entra/caller.js';
import type { GraphAnswer, GraphCall } from '../graph/exchange.js';
import { badRequest, notFound } from '../graph/graph-failure.js';
import { checkObject } from '../schema/check-value.js';
import { findTask } from './access.js';
import { identitySetOf } from './identity-sets.js';
import { checkRowLimit } from './limits.js';
import {
  readChecklist,
  readReferences,
  type ChecklistPatch,
  type ReferencePatch,
} from './maps/details-maps.js';
import { applyChanges, stampKeys, type MapChanges } from './maps/map-changes.js';
import type { PlannerService } from './planner-service.js';
import { checkConflict, matchVersion, nextVersion } from './preconditions.js';
import type { DerivedValues, PreviewType, TaskDetailsRecord, TaskRecord } from './records.js';
import { entityAnswer, updatedAnswer, type EntityView } from './wire/answers.js';

const WRITABLE = ['checklist', 'description', 'previewType', 'references'];

interface DetailsBody {
  readonly description?: string;
  readonly previewType?: PreviewType;
  readonly checklist: MapChanges<ChecklistPatch>;
  readonly references: MapChanges<ReferencePatch>;
  readonly touched: readonly string[];
  readonly fields: readonly string[];
}

export function getTaskDetails(
  service: PlannerService,
  call: GraphCall,
  taskId: string,
): GraphAnswer {
  const task = findTask(service, call.caller, taskId, 'read');
  return entityAnswer(call, viewOf(service, detailsOf(service, task)));
}

export function updateTaskDetails(
  service: PlannerService,
  call: GraphCall,
  taskId: string,
): GraphAnswer {
  const task = findTask(service, call.caller, taskId, 'write');
  const details = detailsOf(service, task);
  const rules = service.settings();
  const basedOn = matchVersion('TaskDetails', details, call.header('if-match'), rules);
  const body = readDetails(details, call.body);
  checkConflict(details, { basedOn, touched: body.touched }, rules);
  const updated = applyBody(service, call.caller, details, body);
  checkRowLimit(
    'MaximumChecklistItemsOnTask',
    details.checklist,
    updated.checklist,
    rules.limits.checklistItemsPerTask,
  );
  checkRowLimit(
    'MaximumReferencesOnTask',
    details.references,
    updated.references,
    rules.referencesMax,
  );
  service.state.taskDetails.put(task.id, updated);
  mirrorOnTask(service, task, updated);
  service.changes.add(call.caller, {
    planId: task.planId,
    entity: 'details',
    id: task.id,
    operation: 'updated',
    fields: body.fields,
    title: task.title,
  });
  return updatedAnswer(call, () => viewOf(service, updated));
}

function detailsOf(service: PlannerService, task: TaskRecord): TaskDetailsRecord {
  const details = service.state.taskDetails.get(task.id);
  if (details === undefined) throw notFound();
  return details;
}

function readDetails(current: TaskDetailsRecord, value: unknown): DetailsBody {
  const body = checkObject('plannerTaskDetails', value, WRITABLE);
  const checklist = readChecklist(body['checklist'], (key) =>
    Object.hasOwn(current.checklist, key),
  );
  const references = readReferences(body['references']);
  const { description, previewType } = body;
  if (previewType === null) throw badRequest("The 'previewType' must not be null.");
  const fields = Object.keys(body).filter((name) => !name.includes('@'));
  return {
    ...(description === undefined
      ? {}
      : { description: typeof description === 'string' ? description : '' }),
    ...(previewType === undefined ? {} : { previewType: previewType as PreviewType }),
    checklist,
    references,
    touched: [
      ...fields.filter((name) => name === 'description' || name === 'previewType'),
      ...stampKeys('checklist', checklist),
      ...stampKeys('references', references),
    ],
    fields,
  };
}

function applyBody(
  service: PlannerService,
  caller: Caller,
  details: TaskDetailsRecord,
  body: DetailsBody,
): TaskDetailsRecord {
  const change = {
    lastModifiedBy: identitySetOf(caller),
    lastModifiedDateTime: service.now().toISOString(),
  };
  return {
    ...details,
    ...nextVersion(details, body.touched),
    description: body.description ?? details.description,
    previewType: body.previewType ?? details.previewType,
    checklist: applyChanges(details.checklist, body.checklist, (patch, before) => {
      const title = patch.title ?? before?.title;
      if (title === undefined) throw badRequest('A new checklist item must have a title.');
      return {
        isChecked: patch.isChecked ?? before?.isChecked ?? false,
        title,
        orderHint: patch.orderHint ?? before?.orderHint ?? service.newOrderHint(),
        ...change,
      };
    }),
    references: applyChanges(details.references, body.references, (patch, before) => ({
      alias: patch.alias === undefined ? (before?.alias ?? null) : patch.alias,
      type: patch.type === undefined ? (before?.type ?? null) : patch.type,
      previewPriority: patch.previewPriority ?? before?.previewPriority ?? service.newOrderHint(),
      ...change,
    })),
  };
}

/** Derived properties stand on the task, so a change of the details can move the task's etag as well. */
function mirrorOnTask(service: PlannerService, task: TaskRecord, details: TaskDetailsRecord): void {
  const rows = Object.values(details.checklist);
  const derived: DerivedValues = {
    hasDescription: details.description !== '',
    previewType: details.previewType,
    referenceCount: Object.keys(details.references).length,
    checklistItemCount: rows.length,
    activeChecklistItemCount: rows.filter((row) => !row.isChecked).length,
  };
  const changed = (Object.keys(derived) as (keyof DerivedValues)[]).filter(
    (name) => derived[name] !== task[name],
  );
  if (changed.length === 0 && !service.settings().checklistEditMovesTaskEtag) return;
  service.state.tasks.put(task.id, { ...task, ...derived, ...nextVersion(task, changed) });
}

function viewOf(service: PlannerService, details: TaskDetailsRecord): EntityView {
  return {
    typeName: 'plannerTaskDetails',
    context: `planner/tasks('${details.id}')/details/$entity`,
    row: service.rows.details(details),
  };
}
