import type { Operation } from '../define-operation.js';
import { todoAddChecklistItem } from './todo-add-checklist-item.js';
import { todoAddLinkedResource } from './todo-add-linked-resource.js';
import { todoCompleteTask } from './todo-complete-task.js';
import { todoCreateList } from './todo-create-list.js';
import { todoCreateTask } from './todo-create-task.js';
import { todoDeleteList } from './todo-delete-list.js';
import { todoDeleteTask } from './todo-delete-task.js';
import { todoGetTask } from './todo-get-task.js';
import { todoListLists } from './todo-list-lists.js';
import { todoListTasks } from './todo-list-tasks.js';
import { todoRemoveChecklistItem } from './todo-remove-checklist-item.js';
import { todoRemoveLinkedResource } from './todo-remove-linked-resource.js';
import { todoUpdateChecklistItem } from './todo-update-checklist-item.js';
import { todoUpdateList } from './todo-update-list.js';
import { todoUpdateTask } from './todo-update-task.js';

export const todoOperations: readonly Operation[] = [
  todoListLists,
  todoCreateList,
  todoUpdateList,
  todoDeleteList,
  todoListTasks,
  todoGetTask,
  todoCreateTask,
  todoUpdateTask,
  todoCompleteTask,
  todoDeleteTask,
  todoAddChecklistItem,
  todoUpdateChecklistItem,
  todoRemoveChecklistItem,
  todoAddLinkedResource,
  todoRemoveLinkedResource,
];
