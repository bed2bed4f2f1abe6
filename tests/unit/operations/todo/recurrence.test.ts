import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  fromGraphRecurrence,
  toGraphRecurrence,
  type Recurrence,
} from '../../../../src/operations/todo/recurrence.js';

/** A Thursday, the fourth of its month. */
const day = '2026-11-26';

describe('how a task comes again', () => {
  it.each<[Recurrence, Record<string, unknown>]>([
    [
      { every: 'day', interval: 3 },
      { type: 'daily', interval: 3 },
    ],
    [{ every: 'week' }, { type: 'weekly', daysOfWeek: ['thursday'] }],
    [{ every: 'week', days: ['monday', 'friday'] }, { daysOfWeek: ['monday', 'friday'] }],
    [{ every: 'month' }, { type: 'absoluteMonthly', dayOfMonth: 26 }],
    [
      { every: 'month', which: 'last', days: ['friday'] },
      { type: 'relativeMonthly', index: 'last', daysOfWeek: ['friday'] },
    ],
    [
      { every: 'month', days: ['thursday'] },
      { type: 'relativeMonthly', index: 'fourth', daysOfWeek: ['thursday'] },
    ],
    [{ every: 'year' }, { type: 'absoluteYearly', dayOfMonth: 26, month: 11 }],
    [
      { every: 'year', which: 'first' },
      { type: 'relativeYearly', index: 'first', month: 11, daysOfWeek: ['thursday'] },
    ],
  ])('%j is said in Graph’s way', (recurrence, pattern) => {
    expect(toGraphRecurrence(recurrence, day)).toMatchObject({
      pattern,
      range: { type: 'noEnd', startDate: day },
    });
  });

  it('ends on a day', () => {
    expect(toGraphRecurrence({ every: 'day', until: '2027-01-01' }, day).range).toEqual({
      type: 'endDate',
      startDate: day,
      endDate: '2027-01-01',
    });
  });

  it('of a kind that is not known says nothing', () => {
    const range = { type: 'noEnd' };
    expect(fromGraphRecurrence({ pattern: { type: 'hourly', interval: 1 }, range })).toBeNull();
  });

  it('is read as it was written', () => {
    const week = fc.constantFrom('monday', 'wednesday', 'sunday') as fc.Arbitrary<'monday'>;
    const recurrences: fc.Arbitrary<Recurrence> = fc.record(
      {
        every: fc.constantFrom('day', 'week', 'month', 'year'),
        interval: fc.integer({ min: 2, max: 99 }),
        days: fc.uniqueArray(week, { minLength: 1, maxLength: 3 }),
        which: fc.constantFrom('first', 'second', 'third', 'fourth', 'last'),
        until: fc.constant('2027-01-01'),
      },
      { requiredKeys: ['every'] },
    );
    fc.assert(
      fc.property(recurrences, (recurrence) => {
        const written = toGraphRecurrence(recurrence, day);
        const read = fromGraphRecurrence(written);
        expect(read).not.toBeNull();
        if (read !== null)
          expect(toGraphRecurrence(read, day)).toEqual({
            ...written,
            pattern: {
              ...written.pattern,
              ...(written.pattern.daysOfWeek != null && { daysOfWeek: read.days }),
            },
          });
      }),
    );
  });
});
