import type { Operation } from '../define-operation.js';

export const mailOperations: readonly Operation[] = [];
