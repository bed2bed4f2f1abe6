export { createAccountActivities } from './account-activities.js';
export { createApprovalActivities } from './approval-activities.js';
export { createLoginActivities } from './login-activities.js';
export { createNotificationActivities } from './notification-activities.js';
export { createPlanSyncActivities } from './plan-sync-activities.js';
export { createPlanWatchActivities } from './plan-watch-activities.js';
export { createReconcileActivities } from './reconcile-activities.js';
export { createSubscriptionActivities } from './subscription-activities.js';
