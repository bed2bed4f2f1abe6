import { z } from 'zod';
import type { Person } from '../../entra/directory.js';
import { toUtcTime } from '../../todo/task-body.js';
import type { TodoTaskRecord } from '../../todo/todo-records.js';
import { findList, type TodoService } from '../../todo/todo-service.js';
import { addTask, changeTask, defaultListOf, removeTask } from '../../todo/todo-store.js';
import { action, needed, numbered, type PersonActions } from './person-action.js';

/** Without an id, the newest task of the list that the action would change; without a list, the default one. */
const someTask = { listId: z.string().optional(), taskId: z.string().optional() };

/** What people do with their To Do lists. */
export function createTodoActions(service: TodoService): PersonActions {
  const listOf = (person: Person, listId: string | undefined) =>
    listId === undefined ? defaultListOf(service, person) : findList(service, person.id, listId);
  const pick = (
    person: Person,
    { listId, taskId }: { listId?: string | undefined; taskId?: string | undefined },
    isWanted: (task: TodoTaskRecord) => boolean = () => true,
  ): TodoTaskRecord => {
    const tasks = service.todo.tasksIn.recordsOf(listOf(person, listId).id);
    const isPicked = taskId === undefined ? isWanted : ({ id }: TodoTaskRecord) => id === taskId;
    return needed(tasks.findLast(isPicked), 'task');
  };

  return {
    createTodoTask: action(
      z.strictObject({
        title: z.string().min(1).default('Something to do'),
        listId: z.string().optional(),
        dueDate: z.iso.date().optional(),
      }),
      (person, { title, listId, dueDate }, turn) => {
        const dueDateTime = dueDate === undefined ? null : toUtcTime(`${dueDate}T00:00:00`);
        const item = { title: numbered(title, turn), dueDateTime };
        return { id: addTask(service, listOf(person, listId), { item }).id };
      },
    ),
    editTodoTask: action(
      z.strictObject({ ...someTask, title: z.string().min(1) }),
      (person, { title, ...wanted }, turn) => {
        const task = pick(person, wanted);
        const item = { ...task.item, title: numbered(title, turn) };
        return { id: changeTask(service, task, { item }).id };
      },
    ),
    completeTodoTask: action(z.strictObject(someTask), (person, wanted) => {
      const task = pick(person, wanted, ({ item }) => item.status !== 'completed');
      const item = { ...task.item, status: 'completed' };
      return { id: changeTask(service, task, { item }).id };
    }),
    deleteTodoTask: action(z.strictObject(someTask), (person, wanted) => {
      const task = pick(person, wanted);
      removeTask(service, task);
      return { id: task.id };
    }),
  };
}
