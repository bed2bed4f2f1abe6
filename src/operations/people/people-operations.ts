import type { Operation } from '../define-operation.js';

export const peopleOperations: readonly Operation[] = [];
