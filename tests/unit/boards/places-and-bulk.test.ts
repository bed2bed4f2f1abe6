import { describe, expect, it } from 'vitest';
import { commonUndo, planBulk } from '../../../src/boards/bulk-plan.js';
import { hintBeside } from '../../../src/boards/place-bucket.js';
import { createPlansCache } from '../../../src/boards/plans-cache.js';
import { appAccount } from '../../../src/graph/gateway/graph-account.js';
import { aBoardTask } from './a-board-task.js';

describe('the place of a bucket', () => {
  const list = ['a', 'b', 'c'].map((id) => ({ id, orderHint: id.toUpperCase() }));

  it.each([
    ['c', 'before', 'a', ' A!'],
    ['a', 'after', 'b', 'B C!'],
    ['a', 'after', 'c', 'C !'],
    ['a', 'before', 'b', null],
    ['b', 'after', 'a', null],
    ['b', 'after', 'gone', null],
    [null, 'before', 'b', 'A B!'],
  ] as const)('of %s %s %s is asked for as %s', (moved, side, id, hint) => {
    expect(hintBeside(list, moved, { side, id })).toBe(hint);
  });
});

describe('a change of many tasks', () => {
  it('knows which of them need it', () => {
    const change = { percentComplete: 100 };
    const [open, done] = [aBoardTask(), aBoardTask({ percentComplete: 100 })];
    const planned = planBulk([
      { task: open, change },
      { task: done, change },
    ]);
    expect(planned.map(({ isNeeded }) => isNeeded)).toEqual([true, false]);
  });

  it('is taken back by one call only where all of them were the same before', () => {
    const changed = (before: number) => ({
      before: aBoardTask({ percentComplete: before }),
      after: aBoardTask({ percentComplete: 100 }),
      conflicts: [],
      written: null,
    });
    expect(commonUndo([changed(50), changed(50)])).toMatchObject({
      ids: { length: 2 },
      change: { percentComplete: 50 },
    });
    expect(commonUndo([changed(50), changed(0)])).toBeNull();
    expect(commonUndo([])).toBeNull();
  });
});

describe('the plans that are remembered', () => {
  it('are read once for all who ask at once, anew when they are old, and again after a failure', async () => {
    let now = 0;
    let reads = 0;
    const cache = createPlansCache(() => now);
    const found = { plans: [], isComplete: true };
    const read = () => {
      reads += 1;
      return reads === 3 ? Promise.reject(new Error('away')) : Promise.resolve(found);
    };
    await Promise.all([cache.get(appAccount, 1_000, read), cache.get(appAccount, 1_000, read)]);
    expect(reads).toBe(1);
    now = 1_001;
    await cache.get(appAccount, 1_000, read);
    expect(reads).toBe(2);
    cache.forget(appAccount);
    await expect(cache.get(appAccount, 1_000, read)).rejects.toThrow('away');
    await cache.get(appAccount, 1_000, read);
    expect(reads).toBe(4);
  });
});
