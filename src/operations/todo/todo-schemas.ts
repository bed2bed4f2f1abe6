import * as z from 'zod';
import { toDueDay } from '../../domain/time/due-day.js';
import { toZoned, toZonedInstant } from '../../domain/time/graph-date-time.js';
import type { TodoList } from '../../graph/todo/todo-lists.js';
import type { ChecklistItem, LinkedResource } from '../../graph/todo/todo-parts.js';
import type { TodoTask } from '../../graph/todo/todo-tasks.js';
import { fromGraphRecurrence, recurrenceSchema } from './recurrence.js';

export const todoListSchema = z.object({
  id: z.string(),
  name: z.string(),
  isShared: z.boolean(),
  kind: z
    .string()
    .describe('defaultList: where tasks go that name no list; flaggedEmails: flagged mail; none.'),
});

export function toTodoList({
  id,
  displayName,
  isShared,
  wellknownListName,
}: TodoList): z.infer<typeof todoListSchema> {
  return {
    id,
    name: displayName ?? '',
    isShared: isShared === true,
    kind: wellknownListName ?? 'none',
  };
}

export const checklistItemSchema = z.object({
  id: z.string(),
  title: z.string(),
  isChecked: z.boolean(),
});

export function toChecklistItem({
  id,
  displayName,
  isChecked,
}: ChecklistItem): z.infer<typeof checklistItemSchema> {
  return { id, title: displayName ?? '', isChecked: isChecked === true };
}

export const linkSchema = z.object({
  id: z.string(),
  title: z.string().optional(),
  url: z.string().optional(),
  app: z.string().optional(),
});

export function toLink({
  id,
  displayName,
  webUrl,
  applicationName,
}: LinkedResource): z.infer<typeof linkSchema> {
  return {
    id,
    ...(present(displayName) && { title: displayName }),
    ...(present(webUrl) && { url: webUrl }),
    ...(present(applicationName) && { app: applicationName }),
  };
}

export const todoStatuses = [
  'notStarted',
  'inProgress',
  'waitingOnOthers',
  'deferred',
  'completed',
] as const;

/** What a task does not have is left out. */
export const todoTaskSchema = z.object({
  id: z.string(),
  title: z.string(),
  list: z.object({ id: z.string(), name: z.string() }),
  status: z.string(),
  importance: z.string().optional().describe('Absent: normal.'),
  dueDate: z.string().optional(),
  remindAt: z.string().optional(),
  completedDate: z.string().optional(),
  categories: z.array(z.string()).optional(),
  recurrence: recurrenceSchema.optional(),
  body: z.string().optional(),
  checklist: z.array(checklistItemSchema).optional(),
  links: z.array(linkSchema).optional(),
  modifiedAt: z.string().optional(),
});

export type TodoTaskRow = z.infer<typeof todoTaskSchema>;

export function toTodoTask(
  task: TodoTask,
  { list, zone }: { readonly list: { readonly id: string; readonly name: string }; zone: string },
): TodoTaskRow {
  const due = task.dueDateTime == null ? null : toDueDay(task.dueDateTime, zone);
  const completed = task.completedDateTime == null ? null : toDueDay(task.completedDateTime, zone);
  const remindAt =
    task.isReminderOn === true && task.reminderDateTime != null
      ? toZoned(task.reminderDateTime, zone)
      : null;
  const recurrence = task.recurrence == null ? null : fromGraphRecurrence(task.recurrence);
  const modifiedAt =
    task.lastModifiedDateTime == null ? null : toZonedInstant(task.lastModifiedDateTime, zone);
  const text = task.body?.content?.trim();
  const { categories, importance } = task;
  const checklistItems = task.checklistItems ?? [];
  const linkedResources = task.linkedResources ?? [];
  return {
    id: task.id,
    title: task.title ?? '',
    list: { id: list.id, name: list.name },
    status: task.status ?? 'notStarted',
    ...(present(importance) && importance !== 'normal' && { importance }),
    ...(due !== null && { dueDate: due }),
    ...(remindAt !== null && { remindAt }),
    ...(completed !== null && { completedDate: completed }),
    ...(categories != null && categories.length > 0 && { categories }),
    ...(recurrence !== null && { recurrence }),
    ...(present(text) && { body: text }),
    ...(checklistItems.length > 0 && { checklist: checklistItems.map(toChecklistItem) }),
    ...(linkedResources.length > 0 && { links: linkedResources.map(toLink) }),
    ...(modifiedAt !== null && { modifiedAt }),
  };
}

/** Members of a task that others may have written: lists can be shared, and flagged mail comes from anybody. */
export const textOfTask = (at: string): readonly string[] =>
  ['title', 'body', 'checklist[].title', 'links[].title'].map((member) => `${at}.${member}`);

function present(text: string | null | undefined): text is string {
  return text != null && text !== '';
}
