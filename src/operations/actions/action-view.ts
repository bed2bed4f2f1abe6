import * as z from 'zod';
import type { KeptAction } from './action-log.js';

export const actionSchema = z.object({
  actionId: z.string(),
  operation: z.string(),
  effect: z.string(),
  by: z.string(),
  at: z.string(),
  state: z.enum(['done', 'undone']),
  canUndo: z.boolean(),
  approvalId: z.string().optional(),
});

export function toActionView(action: KeptAction): z.infer<typeof actionSchema> {
  const { id, operation, effect, actor, at, isUndone, undo, approvalId } = action;
  return {
    actionId: id,
    operation,
    effect,
    by: actor,
    at: new Date(at).toISOString(),
    state: isUndone ? 'undone' : 'done',
    canUndo: undo !== undefined && !isUndone,
    ...(approvalId !== undefined && { approvalId }),
  };
}
