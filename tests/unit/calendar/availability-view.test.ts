import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { spansInView } from '../../../src/domain/calendar/availability-view.js';

describe('a view of when somebody is busy', () => {
  it('says for each stretch what they are; free is not told', () => {
    expect(spansInView('0214', { start: 1_000, stepMs: 10 })).toEqual([
      { start: 1_010, end: 1_020, status: 'busy' },
      { start: 1_020, end: 1_030, status: 'tentative' },
      { start: 1_030, end: 1_040, status: 'workingElsewhere' },
    ]);
  });

  it('can be any text', () => {
    fc.assert(
      fc.property(fc.string(), (view) => {
        expect(spansInView(view, { start: 0, stepMs: 1 }).length).toBeLessThanOrEqual(view.length);
      }),
    );
  });
});
