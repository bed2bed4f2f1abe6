import type { Operation } from '../define-operation.js';
import { todoCreateList } from './todo-create-list.js';
import { todoListLists } from './todo-list-lists.js';

export const todoOperations: readonly Operation[] = [todoListLists, todoCreateList];
