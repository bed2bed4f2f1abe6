import type { Operation } from '../define-operation.js';

export const workOperations: readonly Operation[] = [];
