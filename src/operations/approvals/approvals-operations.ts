import type { Operation } from '../define-operation.js';
import { approvalsDecide } from './approvals-decide.js';
import { approvalsGet } from './approvals-get.js';
import { approvalsList } from './approvals-list.js';
import { approvalsWait } from './approvals-wait.js';

export const approvalsOperations: readonly Operation[] = [
  approvalsList,
  approvalsGet,
  approvalsWait,
  approvalsDecide,
];
