export { account } from './account/workflow.js';
export { approval } from './approval/workflow.js';
export { login } from './login/workflow.js';
export { planSync } from './plan-sync/workflow.js';
export { planWatch } from './plan-watch/workflow.js';
export { reconcile } from './reconcile/workflow.js';
export { subscription } from './subscription/workflow.js';
