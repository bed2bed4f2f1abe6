import type { Operation } from '../define-operation.js';

export const teamsOperations: readonly Operation[] = [];
