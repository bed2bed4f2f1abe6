import type { Operation } from '../define-operation.js';

export const filesOperations: readonly Operation[] = [];
