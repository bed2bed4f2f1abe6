import * as z from 'zod';
import type { TodoList } from '../../graph/todo/todo-lists.js';

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
  return { id, name: displayName, isShared, kind: wellknownListName };
}
