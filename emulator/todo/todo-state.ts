import { createCollection, type Collection } from '../state/collection.js';
import { createGroupIndex, type GroupIndex } from '../state/group-index.js';
import type { TodoListRecord, TodoTaskRecord } from './todo-records.js';

/** Everybody's To Do lists and tasks, and the ways to find them. */
export interface TodoState {
  readonly lists: Collection<TodoListRecord>;
  readonly tasks: Collection<TodoTaskRecord>;
  readonly listsOf: GroupIndex<TodoListRecord>;
  readonly tasksIn: GroupIndex<TodoTaskRecord>;
}

export function createTodoState(): TodoState {
  const lists = createCollection<TodoListRecord>('todoLists');
  const tasks = createCollection<TodoTaskRecord>('todoTasks');
  return {
    lists,
    tasks,
    listsOf: createGroupIndex(lists, (list) => list.ownerId),
    tasksIn: createGroupIndex(tasks, (task) => task.listId),
  };
}
