import type { Operation } from '../define-operation.js';
import { actionsList } from './actions-list.js';
import { actionsUndo } from './actions-undo.js';

export const actionsOperations: readonly Operation[] = [actionsList, actionsUndo];
