import { ProblemError } from '../../domain/problem.js';
import type { MessageState } from '../../graph/mail/message.js';

/** ProblemError invalid_input for a message that was sent or has come from somebody. */
export function requireDraft(message: MessageState, field: string): MessageState {
  if (message.isDraft === true) return message;
  const reason = 'is no draft: it has been sent or received';
  throw new ProblemError('invalid_input', `${field}: ${reason}`, {
    errors: [{ field, message: reason }],
  });
}
