import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readViewRange } from '../../../src/domain/calendar/view-range.js';

const berlin = 'Europe/Berlin';
/** A Thursday, 23:30 in Berlin and already Friday in Tokyo. */
const now = Date.parse('2026-11-26T22:30:00Z');

describe('The range of a view', () => {
  it('is from today for seven days, by the clock of the zone', () => {
    expect(readViewRange({}, berlin, now)).toEqual({
      kind: 'range',
      from: '2026-11-25T23:00:00Z',
      to: '2026-12-02T23:00:00Z',
      firstDay: '2026-11-26',
      lastDay: '2026-12-02',
    });
    expect(readViewRange({}, 'Asia/Tokyo', now)).toMatchObject({ firstDay: '2026-11-27' });
  });

  it.each([
    [{ day: 'today' }, '2026-11-26', '2026-11-26'],
    [{ day: 'tomorrow' }, '2026-11-27', '2026-11-27'],
    [{ day: '2027-02-03' }, '2027-02-03', '2027-02-03'],
    [{ week: 'this' }, '2026-11-23', '2026-11-29'],
    [{ week: 'next' }, '2026-11-30', '2026-12-06'],
    [{ week: '2027-01-02' }, '2026-12-28', '2027-01-03'],
    [{ week: '2026-W01' }, '2025-12-29', '2026-01-04'],
    [{ start: '2026-12-24', end: '2026-12-27' }, '2026-12-24', '2026-12-26'],
    [{ start: '2026-12-24T18:00', end: '2026-12-25T02:00' }, '2026-12-24', '2026-12-25'],
  ])('%j touches the days %s to %s', (asked, firstDay, lastDay) => {
    expect(readViewRange(asked, berlin, now)).toMatchObject({ kind: 'range', firstDay, lastDay });
  });

  it('has 25 hours on the day on which summer time ends, and 23 on which it begins', () => {
    expect(readViewRange({ day: '2026-10-25' }, berlin, now)).toMatchObject({
      from: '2026-10-24T22:00:00Z',
      to: '2026-10-25T23:00:00Z',
    });
    expect(readViewRange({ day: '2027-03-28' }, berlin, now)).toMatchObject({
      from: '2027-03-27T23:00:00Z',
      to: '2027-03-28T22:00:00Z',
    });
  });

  it('of one day follows on that of the day before, in every zone and through every change of the clock', () => {
    const zones = ['Europe/Berlin', 'America/New_York', 'Australia/Lord_Howe', 'Asia/Kolkata'];
    fc.assert(
      fc.property(
        fc.constantFrom(...zones),
        fc.date({ min: new Date('2024-01-01'), max: new Date('2030-01-01'), noInvalidDate: true }),
        (zone, date) => {
          const day = date.toISOString().slice(0, 10);
          const next = new Date(date.getTime() + 86_400_000).toISOString().slice(0, 10);
          const [one, other] = [day, next].map((asked) => readViewRange({ day: asked }, zone, now));
          if (one?.kind !== 'range' || other?.kind !== 'range') throw new Error('It is a day');
          expect(one.to).toBe(other.from);
          expect([one.firstDay, one.lastDay]).toEqual([day, day]);
        },
      ),
    );
  });

  it.each([
    [{ day: 'someday' }, 'day'],
    [{ week: 'last year' }, 'week'],
    [{ start: 'soon' }, 'start'],
    [{ end: 'later' }, 'end'],
    [{ start: '2027-01-02', end: '2027-01-02' }, 'end'],
    [{ day: 'today', week: 'this' }, 'week'],
    [{ week: 'this', end: '2027-01-01' }, 'end'],
  ])('is refused by its field: %j', (asked, field) => {
    expect(readViewRange(asked, berlin, now)).toMatchObject({ kind: 'problem', field });
  });
});
