import type { GraphAnswer, GraphCall } from '../graph/exchange.js';
import { badRequest } from '../graph/graph-failure.js';
import { checkObject } from '../schema/check-value.js';
import { findTask } from './access.js';
import { applyChanges, stampKeys } from './maps/map-changes.js';
import { readHintsByAssignee } from './maps/task-maps.js';
import { resolveOrderHint } from './order-hints.js';
import type { PlannerService } from './planner-service.js';
import { checkConflict, firstVersion, matchVersion, nextVersion } from './preconditions.js';
import type { BoardFormatName, BoardFormatRecord, TaskRecord } from './records.js';
import { entityAnswer, updatedAnswer, type EntityView } from './wire/answers.js';
import { boardFormatToWire, boardFormatTypes } from './wire/entities.js';

/** Where a task stands on one of the boards; each has its own etag. */
export function getBoardFormat(
  service: PlannerService,
  call: GraphCall,
  format: { readonly taskId: string; readonly name: BoardFormatName },
): GraphAnswer {
  const task = findTask(service, call.caller, format.taskId, 'read');
  return entityAnswer(call, viewOf(formatOf(service, task, format.name)));
}

export function updateBoardFormat(
  service: PlannerService,
  call: GraphCall,
  { taskId, name }: { readonly taskId: string; readonly name: BoardFormatName },
): GraphAnswer {
  const task = findTask(service, call.caller, taskId, 'write');
  const format = formatOf(service, task, name);
  const rules = service.settings();
  const { etag, schema } = boardFormatTypes[name];
  const basedOn = matchVersion(etag, format, call.header('if-match'), rules);
  const hintName = name === 'assignedToTaskBoardFormat' ? 'unassignedOrderHint' : 'orderHint';
  const body = checkObject(schema, call.body, [hintName, 'orderHintsByAssignee']);
  const byAssignee = readHintsByAssignee(body['orderHintsByAssignee']);
  const hint = readHint(hintName, body[hintName]);
  const touched = [
    ...(hint === undefined ? [] : [hintName]),
    ...stampKeys('orderHintsByAssignee', byAssignee),
  ];
  checkConflict(format, { basedOn, touched }, rules);
  const updated: BoardFormatRecord = {
    ...format,
    ...nextVersion(format, touched),
    orderHint: hint ?? format.orderHint,
    orderHintsByAssignee: applyChanges(
      format.orderHintsByAssignee,
      byAssignee,
      (changed: string) => changed,
    ),
  };
  service.state.boardFormats.put(`${taskId}/${name}`, updated);
  service.changes.add(call.caller, {
    planId: task.planId,
    entity: 'task',
    id: task.id,
    operation: 'updated',
    fields: [name],
    title: task.title,
  });
  return updatedAnswer(call, () => viewOf(updated));
}

function formatOf(
  service: PlannerService,
  task: TaskRecord,
  name: BoardFormatName,
): BoardFormatRecord {
  return (
    service.state.boardFormats.get(`${task.id}/${name}`) ?? {
      ...firstVersion,
      taskId: task.id,
      name,
      orderHint: task.firstOrderHint,
      orderHintsByAssignee: {},
    }
  );
}

function readHint(name: string, value: unknown): string | undefined {
  if (value === undefined) return undefined;
  if (typeof value !== 'string') throw badRequest(`The '${name}' must be an order hint.`);
  return resolveOrderHint(value);
}

function viewOf(format: BoardFormatRecord): EntityView {
  return {
    typeName: boardFormatTypes[format.name].schema,
    context: `planner/tasks('${format.taskId}')/${format.name}/$entity`,
    row: JSON.stringify(boardFormatToWire(format)),
  };
}
