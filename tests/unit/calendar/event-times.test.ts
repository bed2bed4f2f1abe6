import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readEventTimes, toShownTimes } from '../../../src/domain/calendar/event-times.js';
import { toGraphDateTime, toZoned } from '../../../src/domain/time/graph-date-time.js';

const berlin = 'Europe/Berlin';
const windows = 'W. Europe Standard Time';

describe('The times of an event', () => {
  it('are told to Outlook by the clock that they were written by', () => {
    const asked = { start: '2026-11-26T09:00', end: '2026-11-26T10:00' };
    expect(readEventTimes(asked, null, berlin)).toEqual({
      kind: 'times',
      start: { dateTime: '2026-11-26T09:00:00', timeZone: windows },
      end: { dateTime: '2026-11-26T10:00:00', timeZone: windows },
      isAllDay: false,
      day: '2026-11-26',
    });
  });

  it('take half an hour, or a day, or as long as the event took before', () => {
    const start = '2026-11-26T09:00';
    expect(readEventTimes({ start }, null, berlin)).toMatchObject({
      end: { dateTime: '2026-11-26T09:30:00' },
    });
    expect(readEventTimes({ start: '2026-11-26', isAllDay: true }, null, berlin)).toMatchObject({
      start: { dateTime: '2026-11-26T00:00:00' },
      end: { dateTime: '2026-11-27T00:00:00' },
    });
    const before = {
      start: '2026-11-20T09:00:00+01:00',
      end: '2026-11-20T11:00:00+01:00',
      isAllDay: false,
    };
    expect(readEventTimes({ start }, before, berlin)).toMatchObject({
      end: { dateTime: '2026-11-26T11:00:00' },
    });
    const days = { start: '2026-11-20', end: '2026-11-22', isAllDay: true };
    expect(readEventTimes({ start: '2026-11-26' }, days, berlin)).toMatchObject({
      end: { dateTime: '2026-11-29T00:00:00' },
    });
  });

  it('last as long as they say through the night in which summer time ends', () => {
    const before = {
      start: '2026-10-01T22:00:00+02:00',
      end: '2026-10-02T06:00:00+02:00',
      isAllDay: false,
    };
    const moved = readEventTimes({ start: '2026-10-24T22:00' }, before, berlin);
    expect(moved).toMatchObject({ end: { dateTime: '2026-10-25T05:00:00' } });
  });

  it.each([
    ['2026-10-25T02:30+01:00', '2026-10-25T01:30:00'],
    ['2026-10-25T02:30+02:00', '2026-10-25T00:30:00'],
    ['2026-10-25T02:30', '2026-10-25T00:30:00'],
  ])('are told in UTC in the hour that the clock shows twice: %s', (text, dateTime) => {
    expect(toGraphDateTime(text, berlin)).toEqual({ dateTime, timeZone: 'UTC' });
  });

  it('are an hour later where the clock leaves them out', () => {
    expect(toGraphDateTime('2027-03-28T02:30', berlin)).toEqual({
      dateTime: '2027-03-28T03:30:00',
      timeZone: berlin,
    });
  });

  it('mean the same moment after they were told to Graph, whenever it is', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(berlin, 'America/New_York', 'Australia/Lord_Howe', 'Asia/Kathmandu'),
        fc.integer({ min: 1_700_000_000, max: 2_000_000_000 }),
        (zone, seconds) => {
          const instant = new Date(seconds * 1_000).toISOString();
          const told = toGraphDateTime(instant, zone);
          if (told === null) throw new Error('It is a time');
          expect(Date.parse(toZoned(told, zone) ?? '')).toBe(seconds * 1_000);
        },
      ),
    );
  });

  it.each([
    [{}, 'start'],
    [{ start: 'soon' }, 'start'],
    [{ start: '2026-11-26T09:00', end: '2026-11-26T09:00' }, 'end'],
    [{ start: '2026-11-26', end: '2026-11-25', isAllDay: true }, 'end'],
    [{ start: 'x', isAllDay: true }, 'start'],
    [{ start: '2026-11-26', end: 'x', isAllDay: true }, 'end'],
    [{ start: '2026-11-26T09:00', end: 'x' }, 'end'],
  ])('are refused by their field: %j', (asked, field) => {
    expect(readEventTimes(asked, null, berlin)).toMatchObject({ kind: 'problem', field });
  });

  it('of whole days are shown as days, the last one among them, and read back as the same', () => {
    const times = readEventTimes(
      { start: '2026-12-24', end: '2026-12-26', isAllDay: true },
      null,
      berlin,
    );
    if (times.kind !== 'times') throw new Error('They are times');
    const shown = toShownTimes(times, 'Asia/Tokyo');
    expect(shown).toEqual({ start: '2026-12-24', end: '2026-12-26', isAllDay: true });
    expect(readEventTimes(shown, null, berlin)).toEqual(times);
  });
});
