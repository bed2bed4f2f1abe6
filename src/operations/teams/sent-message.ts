import * as z from 'zod';
import { toZonedInstant } from '../../domain/time/graph-date-time.js';
import type { Message } from '../../graph/teams/teams-schemas.js';

/** What is answered of a message that was just sent: whoever sent it knows the rest. */
export const sentMessageSchema = z.object({
  id: z.string(),
  createdAt: z.string().optional(),
  chatId: z.string().optional(),
  webUrl: z.string().optional(),
});

export function toSentMessage(
  { id, createdDateTime, webUrl }: Message,
  zone: string,
): z.infer<typeof sentMessageSchema> {
  const createdAt = createdDateTime == null ? null : toZonedInstant(createdDateTime, zone);
  return {
    id,
    ...(createdAt !== null && { createdAt }),
    ...(webUrl != null && { webUrl }),
  };
}
