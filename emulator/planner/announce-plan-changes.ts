import type { AnnounceChange } from '../notifications/resource-change.js';
import type { PlannerService } from './planner-service.js';

/**
 * NOT Microsoft Graph, which notifies of nothing in Planner: only where `plannerSubscriptions` lets somebody subscribe,
 * anybody hears of it.
 */
export function announcePlanChanges(
  service: Pick<PlannerService, 'changes' | 'state' | 'rows' | 'settings'>,
  announceChange: AnnounceChange,
): void {
  service.changes.subscribe(({ planId, entity, operation, id }) => {
    if (!service.settings().plannerSubscriptions) return;
    if (entity !== 'task' && entity !== 'details') return;
    const path = `planner/plans/${planId}/tasks`;
    announceChange({
      changeType: operation,
      subscribable: [path],
      resource: `planner/plans('${planId}')/tasks('${id}')`,
      odataType: '#Microsoft.Graph.PlannerTask',
      id,
      entity: () => {
        const task = service.state.tasks.get(id);
        return task === undefined ? null : (JSON.parse(service.rows.task(task)) as unknown);
      },
    });
  });
}
