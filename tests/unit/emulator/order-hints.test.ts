import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { GraphFailure } from '../../../emulator/graph/graph-failure.js';
import {
  createOrderHintSource,
  hintBetween,
  resolveOrderHint,
} from '../../../emulator/planner/order-hints.js';

/** Stored hints as the service makes them: no space, no exclamation mark, not ending in the first character. */
const stored = fc
  .string({
    unit: fc.integer({ min: 0x23, max: 0x7e }).map((code) => String.fromCharCode(code)),
    minLength: 1,
    maxLength: 8,
  })
  .filter((hint) => !hint.endsWith('#'));

describe('order hints', () => {
  it('written by a client become a hint strictly between the neighbours', () => {
    fc.assert(
      fc.property(stored, stored, (a, b) => {
        fc.pre(a !== b);
        const [below, above] = a < b ? [a, b] : [b, a];
        const hint = resolveOrderHint(`${below} ${above}!`);
        expect(below < hint && hint < above).toBe(true);
        expect(hint).toMatch(/^[\x23-\x7E]*[\x24-\x7E]$/);
      }),
      { numRuns: 2000 },
    );
  });

  it('take an empty neighbour as the end of the list', () => {
    fc.assert(
      fc.property(stored, (hint) => {
        expect(resolveOrderHint(` ${hint}!`) < hint).toBe(true);
        expect(resolveOrderHint(`${hint} !`) > hint).toBe(true);
      }),
    );
    expect(resolveOrderHint(' !')).toMatch(/^[^ !]+$/);
  });

  it('leave room for ever', () => {
    let [below, above] = ['A', 'B'];
    for (let step = 0; step < 200; step += 1) {
      const middle = hintBetween(below, above);
      expect(below < middle && middle < above).toBe(true);
      if (step % 2 === 0) above = middle;
      else below = middle;
    }
  });

  it('may nest, as when a row is put beside one that was not saved yet', () => {
    const hint = resolveOrderHint(' 5637! 5637 adhg!!');
    expect(hint > resolveOrderHint(' 5637!') && hint < resolveOrderHint('5637 adhg!')).toBe(true);
  });

  it('accept neighbours in the wrong order and go behind the first', () => {
    expect(resolveOrderHint('b a!') > 'b').toBe(true);
  });

  it.each(['', '!', ' ', 'abc', '8585371316800245114P\\', 'a b', 'ab!', 'ü !', 'a b! c', 'a  b'])(
    'refuse %j with 400',
    (text) => {
      const attempt = (): string => resolveOrderHint(text);
      expect(attempt).toThrow(GraphFailure);
      expect(attempt).toThrow(expect.objectContaining({ status: 400, code: '' }) as Error);
    },
  );

  it('of new things sort before those of older ones, also within a millisecond', () => {
    const source = createOrderHintSource(() => new Date(0));
    const hints = [source(), source(), source()];
    expect(hints.toSorted((a, b) => (a < b ? -1 : 1))).toEqual(hints.toReversed());
    expect(hints[0]).toMatch(/^8\d{18}P\\$/);
  });
});
