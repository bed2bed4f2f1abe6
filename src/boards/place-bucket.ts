import { hintBetween } from '../graph/planner/order-hints.js';

interface Placed {
  readonly id: string;
  readonly orderHint: string;
}

/**
 * The hint that puts something beside another of a list in board order. Null: it stands there already, or the other is
 * not in the list.
 */
export function hintBeside(
  list: readonly Placed[],
  moved: string | null,
  beside: { readonly side: 'before' | 'after'; readonly id: string },
): string | null {
  const others = list.filter(({ id }) => id !== moved);
  const at = others.findIndex(({ id }) => id === beside.id);
  if (at === -1) return null;
  const right = beside.side === 'before' ? at : at + 1;
  const now = moved === null ? -1 : list.findIndex(({ id }) => id === moved);
  if (now === right) return null;
  return hintBetween(others[right - 1]?.orderHint ?? '', others[right]?.orderHint ?? '');
}
