import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hintBetween, placeRows } from '../../../src/graph/planner/order-hints.js';

describe('a hint between two rows', () => {
  it('is written as documented', () => {
    expect(hintBetween('', '')).toBe(' !');
    expect(hintBetween('', 'N')).toBe(' N!');
    expect(hintBetween('P', '')).toBe('P !');
    expect(hintBetween(' 5637!', '5637 adhg!')).toBe(' 5637! 5637 adhg!!');
  });
});

/** Row names; their hints are their places in Planner, two digits, so that text order is their order. */
const ids = 'abcdefghij'.split('');
const hintsOf = (current: readonly string[]) =>
  new Map(current.map((id, index) => [id, String(index + 10)]));
const someRows = fc.shuffledSubarray(ids);

/** What Planner makes of a hint: a number between those of the two neighbours. */
function place(hint: string): number {
  if (!hint.endsWith('!')) return Number(hint);
  const inner = hint.slice(0, -1);
  const gap = inner.lastIndexOf(' ');
  const [left, right] = [inner.slice(0, gap), inner.slice(gap + 1)];
  const from = left === '' ? undefined : place(left);
  const to = right === '' ? undefined : place(right);
  if (from === undefined) return to === undefined ? 0 : to - 1;
  return to === undefined ? from + 1 : (from + to) / 2;
}

describe('placing rows', () => {
  it('brings any order about', () => {
    fc.assert(
      fc.property(someRows, someRows, (current, wanted) => {
        const hints = hintsOf(current);
        const written = placeRows(wanted, current, hints);
        const at = (id: string) => place(written.get(id) ?? hints.get(id) ?? '');
        expect(wanted.toSorted((a, b) => at(a) - at(b))).toEqual(wanted);
        expect(new Set(wanted.map(at)).size).toBe(wanted.length);
      }),
    );
  });

  it('writes nothing when the order stays, whatever is removed', () => {
    fc.assert(
      fc.property(someRows, fc.subarray(ids), (current, removed) => {
        const wanted = current.filter((id) => !removed.includes(id));
        expect(placeRows(wanted, current, hintsOf(current)).size).toBe(0);
      }),
    );
  });

  it('writes one row when one row moved', () => {
    fc.assert(
      fc.property(fc.constantFrom(...ids), fc.nat({ max: ids.length - 1 }), (moved, to) => {
        const wanted = ids.filter((id) => id !== moved).toSpliced(to, 0, moved);
        const written = placeRows(wanted, ids, hintsOf(ids));
        expect(written.size).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('puts new rows behind the last one, in their order', () => {
    expect([...placeRows(['a', 'b', 'x', 'y'], ['a', 'b'], hintsOf(['a', 'b']))]).toEqual([
      ['x', '11 !'],
      ['y', '11 ! !'],
    ]);
  });

  it('leaves rows without a hint out of account as neighbours', () => {
    const hints = new Map([['a', '10']]);
    expect([...placeRows(['a', 'b', 'x'], ['a', 'b'], hints)]).toEqual([['x', '10 !']]);
    expect([...placeRows(['x', 'b'], ['b'], new Map())]).toEqual([['x', ' !']]);
  });

  it('does not ask for a place between equal hints', () => {
    const hints = new Map([
      ['a', '10'],
      ['b', '10'],
    ]);
    expect(placeRows(['a', 'x', 'b'], ['a', 'b'], hints).get('x')).toBe('10 !');
  });
});
