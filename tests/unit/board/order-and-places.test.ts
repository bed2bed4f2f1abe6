import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { columns, placeBeside, topOf } from '../../../emulator/board/src/board/select.js';
import { compareHints, hintAt, hintBetween } from '../../../emulator/board/src/graph/order-hint.js';
import { aBoard, aTask } from './a-board.js';

describe('An order hint', () => {
  it("follows Planner's grammar at every edge", () => {
    expect(hintBetween(undefined, undefined)).toBe(' !');
    expect(hintBetween(undefined, 'N')).toBe(' N!');
    expect(hintBetween('P', undefined)).toBe('P !');
    expect(hintBetween('5637', 'adhg')).toBe('5637 adhg!');
  });

  it('sorts the card where it was dropped even before Graph has answered with its own', () => {
    const real = fc.stringMatching(/^[0-9]{6,20}[A-Z]{1,3}\\?$/);
    fc.assert(
      fc.property(fc.uniqueArray(real, { maxLength: 8 }), fc.nat(8), (hints, index) => {
        const others = hints
          .filter((hint) => !hints.some((other) => other !== hint && other.startsWith(hint)))
          .toSorted(compareHints)
          .map((orderHint) => ({ orderHint }));
        const place = Math.min(index, others.length);
        const dropped = { orderHint: hintAt(others, index) };
        const sorted = [...others, dropped].toSorted((a, b) =>
          compareHints(a.orderHint, b.orderHint),
        );
        expect(sorted.indexOf(dropped)).toBe(place);
      }),
    );
  });
});

describe('The columns', () => {
  const tasks = [
    aTask({ id: 'b', orderHint: 'B' }),
    aTask({ id: 'a', orderHint: 'A' }),
    aTask({ id: 'c', orderHint: 'C', bucketId: 'b2' }),
    aTask({ id: 'done', orderHint: '0', percentComplete: 100 }),
  ];

  it('hold open tasks in order of their hints and completed ones apart', () => {
    const [first, second] = columns(aBoard(tasks));
    expect(first?.open.map(({ id }) => id)).toEqual(['a', 'b']);
    expect(first?.completed.map(({ id }) => id)).toEqual(['done']);
    expect(second?.open.map(({ id }) => id)).toEqual(['c']);
  });

  it('show a task whose bucket is not known in a column of its own, so that none is hidden', () => {
    const [stray] = columns(aBoard([aTask({ bucketId: 'gone' })]));
    expect(stray).toMatchObject({ bucket: { id: '', name: 'No bucket' }, open: [{ id: 't1' }] });
  });

  it('move a card where a change on its way to Graph puts it', () => {
    const state = aBoard(tasks, {
      pending: [{ token: 1, id: 'a', entity: 'task', patch: { bucketId: 'b2', orderHint: 'C !' } }],
    });
    expect(columns(state)[1]?.open.map(({ id }) => id)).toEqual(['c', 'a']);
  });

  it('find the place beside a card in each direction, and none beyond the edge', () => {
    const shown = columns(aBoard(tasks));
    expect(placeBeside(shown, 'a', 'up')).toBeUndefined();
    expect(placeBeside(shown, 'b', 'up')).toEqual({ bucketId: 'b1', beforeId: 'a' });
    expect(placeBeside(shown, 'a', 'down')).toEqual({ bucketId: 'b1', beforeId: undefined });
    expect(placeBeside(shown, 'b', 'down')).toBeUndefined();
    expect(placeBeside(shown, 'a', 'left')).toBeUndefined();
    expect(placeBeside(shown, 'a', 'right')).toEqual({ bucketId: 'b2', beforeId: 'c' });
    expect(placeBeside(shown, 'b', 'right')).toEqual({ bucketId: 'b2', beforeId: undefined });
    expect(topOf(shown, 'b1')).toEqual({ bucketId: 'b1', beforeId: 'a' });
  });

  it('show only what every word of the filter appears in', () => {
    const rich = aTask({
      id: 'rich',
      title: 'Write the offer',
      priority: 1,
      appliedCategories: { category3: true },
      assignments: { maya: { orderHint: '' } },
    });
    const found = (filter: string) =>
      columns(
        aBoard([rich, aTask()], {
          filter,
          categoryNames: { category3: 'Sales' },
          people: [{ id: 'maya', displayName: 'Maya Okafor', accessToken: '' }],
        }),
      ).flatMap(({ open }) => open.map(({ id }) => id));
    for (const filter of ['offer', 'URGENT', 'sales maya', 'not started write']) {
      expect(found(filter)).toContain('rich');
    }
    expect(found('offer medium')).toEqual([]);
    expect(found(' ')).toEqual(['rich', 't1']);
  });
});
