import * as z from 'zod';
import { ProblemError } from '../../domain/problem.js';
import type { ChatMember } from '../../graph/teams/chats.js';
import type { ActionDeps } from '../define-action.js';

const userSchema = z.object({
  userType: z.string().nullish(),
  userPrincipalName: z.string().nullish(),
});

/** People by their object ids, as Teams takes them into a new chat. */
export function membersOf(
  deps: Pick<ActionDeps, 'metadata'>,
  ids: readonly string[],
): Promise<readonly ChatMember[]> {
  return Promise.all(ids.map((id) => toMember(deps, id)));
}

async function toMember(
  { metadata }: Pick<ActionDeps, 'metadata'>,
  id: string,
): Promise<ChatMember> {
  try {
    const { json } = await metadata.read('users', id);
    return { id, isGuest: isGuest(userSchema.parse(JSON.parse(json))) };
  } catch (error) {
    // Whoever may not be looked up is no guest most of the time; Teams says so where one is.
    if (error instanceof ProblemError) return { id, isGuest: false };
    throw error;
  }
}

/**
 * With few permissions Graph leaves out what kind of user somebody is; the name by which guests sign in tells it too.
 * https://learn.microsoft.com/entra/external-id/user-properties
 */
export function isGuest({ userType, userPrincipalName }: z.infer<typeof userSchema>): boolean {
  if (userType != null) return userType.toLowerCase() === 'guest';
  return /#EXT#@/i.test(userPrincipalName ?? '');
}
