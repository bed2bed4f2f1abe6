import type { Operation } from '../define-operation.js';
import { toolsCall } from './tools-call.js';
import { toolsSearch } from './tools-search.js';

export const toolsOperations: readonly Operation[] = [toolsSearch, toolsCall];
