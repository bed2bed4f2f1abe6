import fc from 'fast-check';
import { DateTime } from 'luxon';
import { describe, expect, it } from 'vitest';
import {
  findSlots,
  workingSpans,
  type Attendance,
  type SlotRequest,
} from '../../../src/domain/calendar/meeting-slots.js';

const halfHour = 30 * 60_000;
const workdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday'];
const nine = { days: workdays, start: '09:00', end: '17:00', timeZone: 'Europe/Berlin' };

const hour = (time: string): number => Date.parse(time);

const zones = ['Europe/Berlin', 'America/New_York', 'Asia/Kathmandu', 'Pacific/Auckland'];

const people: fc.Arbitrary<readonly Attendance[]> = fc.array(
  fc.record({
    isOptional: fc.boolean(),
    busy: fc.array(
      fc
        .tuple(fc.integer({ min: 0, max: 200 }), fc.integer({ min: 1, max: 20 }))
        .map(([start, length]) => ({
          start: hour('2026-10-23T00:00Z') + start * halfHour,
          end: hour('2026-10-23T00:00Z') + (start + length) * halfHour,
        })),
      { maxLength: 6 },
    ),
    workingHours: fc.option(
      fc.record({
        days: fc.subarray([...workdays, 'saturday', 'sunday']),
        start: fc.constantFrom('06:00', '09:00', '22:00', '00:00'),
        end: fc.constantFrom('12:30', '17:00', '02:00', '24:00'),
        timeZone: fc.constantFrom(...zones),
      }),
    ),
  }),
  { minLength: 1, maxLength: 4 },
);

/** Over the end of summer time in Europe, and not over that in New York. */
const requests: fc.Arbitrary<SlotRequest> = people.chain((all) =>
  fc
    .record({ from: fc.integer({ min: 0, max: 96 }), length: fc.integer({ min: 1, max: 144 }) })
    .chain(({ from, length }) => {
      const start = hour('2026-10-23T00:00Z') + from * halfHour;
      return fc.record({
        range: fc.constant({ start, end: start + length * halfHour }),
        durationMs: fc.integer({ min: 1, max: 6 }).map((halves) => halves * halfHour),
        stepMs: fc.constant(halfHour),
        most: fc.constant(10_000),
        people: fc.constant(all),
      });
    }),
);

/** Minute by minute, by the clock on the wall. */
function isWorking({ workingHours }: Attendance, at: number): boolean {
  if (workingHours === null) return true;
  const { days, start, end, timeZone } = workingHours;
  const time = DateTime.fromMillis(at, { zone: timeZone });
  const isOn = (day: DateTime): boolean =>
    days.includes(day.setLocale('en').toFormat('cccc').toLowerCase());
  const clock = time.toFormat('HH:mm');
  if (start < end) return isOn(time) && start <= clock && clock < end;
  return (isOn(time) && clock >= start) || (isOn(time.minus({ days: 1 })) && clock < end);
}

const canCome = (person: Attendance, start: number, end: number): boolean => {
  if (person.busy.some((span) => span.start < end && start < span.end)) return false;
  for (let at = start; at < end; at += 15 * 60_000) if (!isWorking(person, at)) return false;
  return true;
};

describe('Times to meet', () => {
  it('are all those, and only those, at which whoever is needed works and is free', () => {
    fc.assert(
      fc.property(requests, (request) => {
        const { range, durationMs, stepMs } = request;
        const expected: number[] = [];
        for (
          let start = Math.ceil(range.start / stepMs) * stepMs;
          start + durationMs <= range.end;
          start += stepMs
        ) {
          const needed = request.people.filter(({ isOptional }) => !isOptional);
          if (needed.every((one) => canCome(one, start, start + durationMs))) expected.push(start);
        }
        const found = findSlots(request);
        expect(found.map(({ start }) => start).toSorted((a, b) => a - b)).toEqual(expected);
        for (const { start, end, without } of found) {
          expect(end - start).toBe(durationMs);
          const absent = request.people.flatMap((one, index) =>
            canCome(one, start, end) ? [] : [index],
          );
          expect(without).toEqual(absent);
        }
      }),
      { numRuns: 30 },
    );
  });

  it('come with the fewest absent first, then the earliest, and no more than asked for', () => {
    fc.assert(
      fc.property(requests, (request) => {
        const all = findSlots(request);
        all.slice(1).forEach((slot, index) => {
          const before = all[index];
          if (before === undefined) throw new Error('There is one before');
          const isBefore =
            before.without.length < slot.without.length ||
            (before.without.length === slot.without.length && before.start < slot.start);
          expect(isBefore).toBe(true);
        });
        expect(findSlots({ ...request, most: 3 })).toEqual(all.slice(0, 3));
      }),
      { numRuns: 30 },
    );
  });

  it('keep to the clock on the wall when summer time ends between two days', () => {
    const range = { start: hour('2026-10-23T00:00Z'), end: hour('2026-10-27T00:00Z') };
    expect(
      workingSpans(nine, range)
        .filter(({ start, end }) => start < range.end && end > range.start)
        .map(({ start }) => new Date(start).toISOString()),
    ).toEqual(['2026-10-23T07:00:00.000Z', '2026-10-26T08:00:00.000Z']);
  });
});
