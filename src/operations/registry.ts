import type { Operation } from './define-operation.js';
import { authListPermissions } from './accounts/auth-list-permissions.js';
import { authGetLoginStatus } from './login/auth-get-login-status.js';
import { authStartDeviceLogin } from './login/auth-start-device-login.js';
import { authStartLogin } from './login/auth-start-login.js';
import { authenticateAccount } from './login/authenticate-account.js';
import { completeAuthentication } from './login/complete-authentication.js';
import { getUserProfile } from './login/get-user-profile.js';
import { waitForCallback } from './login/wait-for-callback.js';
import { authGetStatus } from './accounts/auth-get-status.js';
import { authListAccounts } from './accounts/auth-list-accounts.js';
import { authLogout } from './accounts/auth-logout.js';
import { auditList } from './audit/audit-list.js';
import { metadataGet } from './metadata/metadata-get.js';
import { serverGetHealth } from './server/server-get-health.js';
import { syncAddPlan } from './sync/sync-add-plan.js';
import { syncConfirmDeletions } from './sync/sync-confirm-deletions.js';
import { syncExplainTask } from './sync/sync-explain-task.js';
import { syncGetStatus } from './sync/sync-get-status.js';
import { syncHistory } from './sync/sync-history.js';
import { syncListConflicts } from './sync/sync-list-conflicts.js';
import { syncResolveConflict } from './sync/sync-resolve-conflict.js';
import { syncUndo } from './sync/sync-undo.js';
import { syncListFailures } from './sync/sync-list-failures.js';
import { syncRetryFailure } from './sync/sync-retry-failure.js';
import { syncPause } from './sync/sync-pause.js';
import { syncPreview } from './sync/sync-preview.js';
import { syncRemovePlan } from './sync/sync-remove-plan.js';
import { syncResetCircuit } from './sync/sync-reset-circuit.js';
import { syncResume } from './sync/sync-resume.js';
import { syncRunNow } from './sync/sync-run-now.js';
import { taskCreate } from './tasks/task-create.js';
import { taskDelete } from './tasks/task-delete.js';
import { taskEventsSince } from './tasks/task-events-since.js';
import { taskGet } from './tasks/task-get.js';
import { taskList } from './tasks/task-list.js';
import { taskWaitForChange } from './tasks/task-wait-for-change.js';
import { taskUpdate } from './tasks/task-update.js';
import { webhookListSubscriptions } from './webhook/webhook-list-subscriptions.js';
import { webhookRenewNow } from './webhook/webhook-renew-now.js';
import { webhookSubscribe } from './webhook/webhook-subscribe.js';
import { webhookUnsubscribe } from './webhook/webhook-unsubscribe.js';
import { webhookGetHealth } from './webhook/webhook-get-health.js';
import { actionsOperations } from './actions/actions-operations.js';
import { approvalsOperations } from './approvals/approvals-operations.js';
import { plannerOperations } from './planner/planner-operations.js';
import { todoOperations } from './todo/todo-operations.js';
import { workOperations } from './work/work-operations.js';
import { mailOperations } from './mail/mail-operations.js';
import { calendarOperations } from './calendar/calendar-operations.js';
import { teamsOperations } from './teams/teams-operations.js';
import { peopleOperations } from './people/people-operations.js';
import { groupsOperations } from './groups/groups-operations.js';
import { toolsOperations } from './tools/tools-operations.js';
import { filesOperations } from './files/files-operations.js';

/** Every operation of the product, in the order in which tools and routes are shown. */
export const operations: readonly Operation[] = [
  taskCreate,
  taskGet,
  taskList,
  taskUpdate,
  taskDelete,
  taskEventsSince,
  metadataGet,
  taskWaitForChange,
  syncGetStatus,
  syncExplainTask,
  syncHistory,
  syncUndo,
  syncListConflicts,
  syncResolveConflict,
  syncListFailures,
  syncRetryFailure,
  syncPause,
  syncResume,
  syncRunNow,
  syncAddPlan,
  syncPreview,
  syncRemovePlan,
  syncConfirmDeletions,
  webhookListSubscriptions,
  webhookSubscribe,
  webhookUnsubscribe,
  webhookRenewNow,
  webhookGetHealth,
  syncResetCircuit,
  auditList,
  serverGetHealth,
  authListPermissions,
  authStartLogin,
  authStartDeviceLogin,
  authGetLoginStatus,
  authListAccounts,
  authGetStatus,
  authLogout,
  authenticateAccount,
  waitForCallback,
  completeAuthentication,
  getUserProfile,
  ...approvalsOperations,
  ...actionsOperations,
  ...workOperations,
  ...plannerOperations,
  ...todoOperations,
  ...mailOperations,
  ...calendarOperations,
  ...teamsOperations,
  ...peopleOperations,
  ...groupsOperations,
  ...filesOperations,
  ...toolsOperations,
];
