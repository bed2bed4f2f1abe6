import type { Operation } from '../define-operation.js';

export const plannerOperations: readonly Operation[] = [];
