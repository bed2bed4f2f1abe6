import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  asOf,
  healthy,
  withAnswer,
  type EndpointHealth,
} from '../../../emulator/notifications/endpoint-health.js';

const rules = { windowMs: 600_000, slowMs: 3000, dropMs: 10_000 };

/** One answer a second, of these lengths. */
const after = (lengths: readonly number[], from: EndpointHealth = healthy): EndpointHealth =>
  lengths.reduce((health, ms, index) => withAnswer(health, { at: index * 1000, ms }, rules), from);

const answers = (quick: number, long: number, ms: number): number[] => [
  ...Array.from({ length: quick }, () => 100),
  ...Array.from({ length: long }, () => ms),
];

describe('an address', () => {
  it.each<[what: string, lengths: number[], mode: string]>([
    ['quick', answers(20, 0, 0), 'ok'],
    ['slow in one of ten answers', answers(9, 1, 3000), 'ok'],
    ['slow in more than one of ten', answers(17, 2, 3000), 'slow'],
    ['very slow in 15 of 100', answers(85, 15, 10_000), 'slow'],
    ['very slow in more', answers(11, 2, 10_000), 'drop'],
    ['slow in its few first answers', answers(0, 9, 10_000), 'ok'],
  ])('%s', (_what, lengths, mode) => {
    expect(after(lengths).mode).toBe(mode);
  });

  it('is judged by its last ten minutes alone', () => {
    const long = after(answers(0, 9, 3000));
    const later = Array.from({ length: 9 }, (_, index) => 700_000 + index);
    const health = later.reduce((state, at) => withAnswer(state, { at, ms: 1 }, rules), long);
    expect(health.samples).toHaveLength(9);
    expect(withAnswer(health, { at: 700_100, ms: 3000 }, rules).mode).toBe('ok');
  });

  it('is judged anew after ten minutes, and not before', () => {
    const slow = after(answers(17, 2, 3000));
    expect(slow.until).toBe(18_000 + 600_000);
    expect(asOf(slow, slow.until - 1).mode).toBe('slow');
    expect(asOf(slow, slow.until)).toEqual(healthy);
    expect(withAnswer(slow, { at: slow.until - 1, ms: 1 }, rules).mode).toBe('slow');
  });

  it('that always answers in time is never slow', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 2999 }), { maxLength: 60 }), (lengths) => {
        expect(after(lengths).mode).toBe('ok');
      }),
    );
  });
});
