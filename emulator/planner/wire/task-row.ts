import type { GraphCall } from '../../graph/exchange.js';
import type { PlannerService } from '../planner-service.js';
import type { TaskRecord } from '../records.js';

/** A task's JSON text, with its details inside where `$expand=details` is asked for and this service has it. */
export function taskRow(service: PlannerService, call: GraphCall, task: TaskRecord): string {
  const row = service.rows.task(task);
  if (!service.settings().expandDetails || !expandsDetails(call)) return row;
  const details = service.state.taskDetails.get(task.id);
  if (details === undefined) return row;
  return `${row.slice(0, -1)},"details":${service.rows.details(details)}}`;
}

function expandsDetails(call: GraphCall): boolean {
  const expand = call.query.get('$expand') ?? '';
  return expand.split(',').some((name) => name.trim() === 'details');
}
