import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  fromGraphRecurrence,
  toGraphRecurrence,
} from '../../../src/domain/recurrence/graph-recurrence.js';
import {
  firstDayProblem,
  recurrenceProblem,
  weekdayOf,
  weekdays,
  weeksOfMonth,
  type Recurrence,
} from '../../../src/domain/recurrence/recurrence.js';

const days = fc
  .date({ min: new Date('2020-01-01'), max: new Date('2040-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

const ends = fc.oneof(
  fc.constant({}),
  fc.record({ count: fc.integer({ min: 1, max: 999 }) }),
  fc.constant({ until: '2041-01-01' }),
);

const someDays = fc.subarray([...weekdays], { minLength: 1 });

/** A repetition without contradictions that begins on the day. */
const recurrences = (day: string): fc.Arbitrary<Recurrence> =>
  fc
    .record({
      interval: fc.integer({ min: 1, max: 99 }),
      end: ends,
      kind: fc.oneof(
        fc.constant({ frequency: 'daily' as const }),
        someDays.map((some) => ({
          frequency: 'weekly' as const,
          weekdays: weekdays.filter((one) => some.includes(one) || one === weekdayOf(day)),
        })),
        fc.constantFrom({ frequency: 'monthly' as const }, { frequency: 'yearly' as const }),
        fc.record({
          frequency: fc.constantFrom('monthly' as const, 'yearly' as const),
          weekdays: someDays,
          weekOfMonth: fc.constantFrom(...weeksOfMonth),
        }),
      ),
    })
    .map(({ interval, end, kind }) => ({ interval, ...kind, ...end }));

describe('A repetition', () => {
  it('is read from Graph as it was written', () => {
    fc.assert(
      fc.property(
        days.chain((day) => fc.tuple(fc.constant(day), recurrences(day))),
        ([day, recurrence]) => {
          expect(recurrenceProblem(recurrence, day)).toBeNull();
          expect(firstDayProblem(recurrence, day)).toBeNull();
          const written = toGraphRecurrence(recurrence, { day, timeZone: 'UTC' });
          expect(fromGraphRecurrence(written)).toEqual(recurrence);
          expect(written.range.startDate).toBe(day);
        },
      ),
    );
  });

  it('takes days and months that are not named from the first time', () => {
    const first = { day: '2026-11-26', timeZone: 'W. Europe Standard Time' };
    expect(toGraphRecurrence({ frequency: 'weekly', interval: 2 }, first)).toEqual({
      pattern: {
        type: 'weekly',
        interval: 2,
        daysOfWeek: ['thursday'],
        firstDayOfWeek: 'monday',
      },
      range: {
        type: 'noEnd',
        startDate: '2026-11-26',
        recurrenceTimeZone: 'W. Europe Standard Time',
      },
    });
    expect(toGraphRecurrence({ frequency: 'yearly', interval: 1 }, first).pattern).toEqual({
      type: 'absoluteYearly',
      interval: 1,
      month: 11,
      dayOfMonth: 26,
    });
  });

  it.each([
    [{ frequency: 'daily', weekdays: ['thursday'] }, 'weekdays'],
    [{ frequency: 'monthly', weekOfMonth: 'last' }, 'weekdays'],
    [{ frequency: 'weekly', weekOfMonth: 'last', weekdays: ['thursday'] }, 'weekOfMonth'],
    [{ frequency: 'daily', until: '2026-12-01', count: 3 }, 'count'],
    [{ frequency: 'daily', until: '2026-11-25' }, 'until'],
    [{ frequency: 'daily', until: 'christmas' }, 'until'],
  ] as const)('with contradictions is refused by the member: %j', (recurrence, field) => {
    const asked = { interval: 1, ...recurrence } as unknown as Recurrence;
    expect(recurrenceProblem(asked, '2026-11-26')).toMatchObject({ field });
  });

  it('that leaves out the day on which it starts is no contradiction, and said of its own', () => {
    const onMondays: Recurrence = { frequency: 'weekly', interval: 1, weekdays: ['monday'] };
    expect(recurrenceProblem(onMondays, '2026-11-26')).toBeNull();
    expect(firstDayProblem(onMondays, '2026-11-26')).toEqual({
      field: 'weekdays',
      message: 'leaves out the thursday on which it starts',
    });
    expect(firstDayProblem(onMondays, '2026-11-30')).toBeNull();
  });

  it('of a kind that is not documented is none', () => {
    const range = { type: 'noEnd', startDate: '2026-11-26' };
    expect(fromGraphRecurrence({ pattern: { type: 'hourly', interval: 1 }, range })).toBeNull();
  });
});
