import { describe, expect, it } from 'vitest';
import { daysOf } from '../../../emulator/outlook/calendar/recurrence.js';
import { fromUtc, toUtc } from '../../../emulator/outlook/time-zones.js';
import fc from 'fast-check';

const from = (startDate: string) => ({ type: 'noEnd', startDate });

describe('a recurrence', () => {
  it.each([
    ['every third day', { type: 'daily', interval: 3 }, ['2027-01-01', '2027-01-04', '2027-01-07']],
    [
      'every second week on two days',
      { type: 'weekly', interval: 2, daysOfWeek: ['friday', 'monday'], firstDayOfWeek: 'monday' },
      ['2027-01-01', '2027-01-11', '2027-01-15'],
    ],
    [
      'the last day of a month',
      { type: 'absoluteMonthly', interval: 1, dayOfMonth: 31 },
      ['2027-01-31', '2027-02-28', '2027-03-31'],
    ],
    [
      'the second Tuesday',
      { type: 'relativeMonthly', interval: 1, daysOfWeek: ['tuesday'], index: 'second' },
      ['2027-01-12', '2027-02-09', '2027-03-09'],
    ],
    [
      'the last Friday of every second year’s May',
      { type: 'relativeYearly', interval: 2, month: 5, daysOfWeek: ['friday'], index: 'last' },
      ['2027-05-28', '2029-05-25', '2031-05-30'],
    ],
    [
      'a birthday',
      { type: 'absoluteYearly', interval: 1, month: 4, dayOfMonth: 2 },
      ['2027-04-02', '2028-04-02', '2029-04-02'],
    ],
  ])('%s', (_what, pattern, expected) => {
    const days = daysOf({ pattern, range: from('2027-01-01') }, '2035-01-01');
    expect(Array.from({ length: 3 }, () => days.next().value)).toEqual(expected);
  });

  it('ends on its last day, after its number of times, or where one stops looking', () => {
    const pattern = { type: 'daily', interval: 1 };
    const count = (range: Parameters<typeof daysOf>[0]['range'], last: string) =>
      [...daysOf({ pattern, range }, last)].length;
    expect(count(from('2027-01-01'), '2027-01-10')).toBe(10);
    expect(
      count({ ...from('2027-01-01'), type: 'endDate', endDate: '2027-01-05' }, '2027-02-01'),
    ).toBe(5);
    expect(
      count({ ...from('2027-01-01'), type: 'numbered', numberOfOccurrences: 7 }, '2027-02-01'),
    ).toBe(7);
  });
});

describe('time zones', () => {
  it.each([
    ['2027-01-11T09:00:00', 'Pacific Standard Time', '2027-01-11T17:00:00.000'],
    ['2027-07-11T09:00:00', 'Pacific Standard Time', '2027-07-11T16:00:00.000'],
    ['2027-07-11T09:00:00', 'Europe/Berlin', '2027-07-11T07:00:00.000'],
    ['2027-07-11T09:00:00.5', 'India Standard Time', '2027-07-11T03:30:00.500'],
    ['2027-07-11T09:00', 'UTC', '2027-07-11T09:00:00.000'],
  ])('%s in %s is %s UTC', (local, zone, utc) => {
    expect(toUtc(local, zone)).toBe(utc);
  });

  it('there and back again is the same, but for the hour that clocks skip', () => {
    const zones = fc.constantFrom('Tokyo Standard Time', 'Asia/Kathmandu', 'America/St_Johns');
    const winter = fc.date({
      min: new Date('2020-01-10T00:00:00Z'),
      max: new Date('2020-02-20T00:00:00Z'),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(winter, zones, (at, zone) => {
        const utc = at.toISOString().slice(0, -1);
        expect(toUtc(fromUtc(utc, zone), zone)).toBe(utc);
      }),
    );
  });

  it('what is no time or no zone is refused', () => {
    expect(toUtc('tomorrow', 'UTC')).toBeUndefined();
    expect(toUtc('2027-01-11T09:00:00+01:00', 'UTC')).toBeUndefined();
    expect(() => toUtc('2027-01-11T09:00:00', 'Mars')).toThrow("not supported: 'Mars'");
  });
});
