import type { Board } from '../../boards/boards.js';
import { isGuid } from '../../domain/guid.js';
import { requireOne } from '../names/require-one.js';

/** A group that can hold plans, by name, mail address or id. ProblemError invalid_input with candidates. */
export async function requireGroup(
  board: Board,
  group: string,
): Promise<{ readonly id: string; readonly name: string }> {
  const { groups } = await board.groups();
  const wanted = group.trim();
  const known = groups.map(({ id, name, mail }) => ({
    id,
    name,
    ...(mail !== null && { mail, also: [mail] }),
  }));
  // More groups than are read may be there: an id needs no list.
  if (isGuid(wanted) && !known.some(({ id }) => id === wanted)) {
    return { id: wanted.toLowerCase(), name: wanted };
  }
  return requireOne(known, wanted, { field: 'group', thing: 'group' });
}
