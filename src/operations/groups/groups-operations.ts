import type { Operation } from '../define-operation.js';

export const groupsOperations: readonly Operation[] = [];
