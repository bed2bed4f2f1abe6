import { placeBeside, type Column, type Place } from '../board/select.js';

export type Direction = 'up' | 'down' | 'left' | 'right';

const directions: Readonly<Record<string, Direction>> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowLeft: 'left',
  ArrowRight: 'right',
};

/** What a key pressed on a card asks for. */
export type CardCommand =
  | { readonly kind: 'focus'; readonly taskId: string }
  | { readonly kind: 'move'; readonly place: Place; readonly direction: Direction }
  | { readonly kind: 'menu' };

export interface CardKey {
  readonly key: string;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
}

/** Arrows go from card to card, Alt and an arrow takes the card along, Shift+F10 or the menu key opens its menu. */
export function commandOf(
  { key, altKey, shiftKey }: CardKey,
  taskId: string,
  columns: readonly Column[],
): CardCommand | undefined {
  if (key === 'ContextMenu' || (key === 'F10' && shiftKey)) return { kind: 'menu' };
  const direction = directions[key];
  if (direction === undefined) return undefined;
  if (altKey) {
    const place = placeBeside(columns, taskId, direction);
    return place === undefined ? undefined : { kind: 'move', place, direction };
  }
  const neighbour = cardBeside(columns, taskId, direction);
  return neighbour === undefined ? undefined : { kind: 'focus', taskId: neighbour };
}

/** The card that the focus goes to; sideways over empty columns, at the same height or the last card. */
function cardBeside(
  columns: readonly Column[],
  taskId: string,
  direction: Direction,
): string | undefined {
  const lists = columns.map(({ open, completed }) => [...open, ...completed]);
  const at = lists.findIndex((list) => list.some(({ id }) => id === taskId));
  const list = lists[at] ?? [];
  const row = list.findIndex(({ id }) => id === taskId);
  switch (direction) {
    case 'up':
      return list[row - 1]?.id;
    case 'down':
      return list[row + 1]?.id;
    case 'left':
    case 'right': {
      const step = direction === 'left' ? -1 : 1;
      for (let next = at + step; next >= 0 && next < lists.length; next += step) {
        const cards = columns[next]?.open ?? [];
        const card = cards[Math.min(row, cards.length - 1)];
        if (card !== undefined) return card.id;
      }
      return undefined;
    }
  }
}
