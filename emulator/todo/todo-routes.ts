import type { GraphRoute } from '../graph/route.js';
import { routesOf } from '../graph/routes-of.js';
import { createList, deleteList, deltaOfLists, getList, listLists, updateList } from './lists.js';
import { createPartRoutes } from './parts.js';
import { createTask, deleteTask, deltaOfTasks, getTask, listTasks, updateTask } from './tasks.js';
import type { TodoService } from './todo-service.js';

/** To Do's part of Graph v1.0, of the signed-in person and of anybody by id. */
export function createTodoRoutes(service: TodoService): readonly GraphRoute[] {
  const on = routesOf(service);
  return ['me', 'users/*'].flatMap((owner) => {
    const lists = `${owner}/todo/lists`;
    return [
      on(lists, { GET: listLists, POST: createList }),
      on(`${lists}/delta`, { GET: deltaOfLists }),
      on(`${lists}/*`, { GET: getList, PATCH: updateList, DELETE: deleteList }),
      on(`${lists}/*/tasks`, { GET: listTasks, POST: createTask }),
      on(`${lists}/*/tasks/delta`, { GET: deltaOfTasks }),
      on(`${lists}/*/tasks/*`, { GET: getTask, PATCH: updateTask, DELETE: deleteTask }),
      ...createPartRoutes(service, `${lists}/*/tasks/*`),
    ];
  });
}
