import type { Operation } from './define-operation.js';
import { syncGetStatus } from './sync/sync-get-status.js';
import { syncListFailures } from './sync/sync-list-failures.js';
import { syncRetryFailure } from './sync/sync-retry-failure.js';
import { taskCreate } from './tasks/task-create.js';
import { taskDelete } from './tasks/task-delete.js';
import { taskEventsSince } from './tasks/task-events-since.js';
import { taskGet } from './tasks/task-get.js';
import { taskList } from './tasks/task-list.js';
import { taskUpdate } from './tasks/task-update.js';

/** Every operation of the product, in the order in which tools and routes are shown. */
export const operations: readonly Operation[] = [
  taskCreate,
  taskGet,
  taskList,
  taskUpdate,
  taskDelete,
  taskEventsSince,
  syncGetStatus,
  syncListFailures,
  syncRetryFailure,
];
