import type { Operation } from '../define-operation.js';
import { workList } from './work-list.js';

export const workOperations: readonly Operation[] = [workList];
