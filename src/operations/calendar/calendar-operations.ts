import type { Operation } from '../define-operation.js';

export const calendarOperations: readonly Operation[] = [];
