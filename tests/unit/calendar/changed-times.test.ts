import { describe, expect, it } from 'vitest';
import type { FullEvent } from '../../../src/graph/calendar/calendar-schemas.js';
import { changeTimes } from '../../../src/operations/calendar/changed-times.js';
import { keepMeetingPart } from '../../../src/operations/calendar/event-body.js';

const utc = (dateTime: string) => ({ dateTime, timeZone: 'UTC' });

/** Mondays at nine in Berlin, from the summer on. */
const series: FullEvent = {
  id: 'series',
  type: 'seriesMaster',
  start: utc('2026-10-05T07:00:00.0000000'),
  end: utc('2026-10-05T07:30:00.0000000'),
  originalStartTimeZone: 'W. Europe Standard Time',
};

/** One of them after summer time has ended. */
const inWinter: FullEvent = {
  id: 'one',
  type: 'occurrence',
  seriesMasterId: 'series',
  start: utc('2026-11-02T08:00:00.0000000'),
  end: utc('2026-11-02T08:30:00.0000000'),
};

const chosen = { named: inWinter, target: series };

describe('Moving a series', () => {
  it('moves the time of the day by its own clock, whichever of its times was named', () => {
    const asked = { start: '2026-11-02T10:00', newRecurrence: false };
    expect(changeTimes(chosen, asked, 'Europe/Berlin')).toMatchObject({
      start: { dateTime: '2026-10-05T10:00:00', timeZone: 'W. Europe Standard Time' },
      end: { dateTime: '2026-10-05T10:30:00', timeZone: 'W. Europe Standard Time' },
    });
  });

  it('means the same when the caller has another clock', () => {
    const asked = { start: '2026-11-02T04:00', newRecurrence: false };
    expect(changeTimes(chosen, asked, 'America/New_York')).toMatchObject({
      start: { dateTime: '2026-10-05T10:00:00', timeZone: 'W. Europe Standard Time' },
    });
  });

  it('to another day needs to say how it repeats then', () => {
    const asked = { start: '2026-11-03T10:00', newRecurrence: false };
    expect(() => changeTimes(chosen, asked, 'Europe/Berlin')).toThrow(/recurrence/);
    expect(changeTimes(chosen, { ...asked, newRecurrence: true }, 'Europe/Berlin')).toMatchObject({
      day: '2026-11-03',
    });
  });

  it('makes it longer where only its end is said', () => {
    const asked = { end: '2026-11-02T11:00', newRecurrence: false };
    expect(changeTimes(chosen, asked, 'Europe/Berlin')).toMatchObject({
      start: { dateTime: '2026-10-05T09:00:00' },
      end: { dateTime: '2026-10-05T11:00:00' },
    });
  });

  it('of whole days makes all of them longer', () => {
    const days: FullEvent = {
      ...series,
      isAllDay: true,
      start: utc('2026-10-05T00:00:00.0000000'),
      end: utc('2026-10-06T00:00:00.0000000'),
    };
    const named: FullEvent = {
      ...days,
      type: 'occurrence',
      start: utc('2026-11-02T00:00:00.0000000'),
      end: utc('2026-11-03T00:00:00.0000000'),
    };
    const asked = { start: '2026-11-02', end: '2026-11-03', newRecurrence: false };
    expect(changeTimes({ named, target: days }, asked, 'Europe/Berlin')).toMatchObject({
      start: { dateTime: '2026-10-05T00:00:00' },
      end: { dateTime: '2026-10-07T00:00:00' },
    });
    expect(() =>
      changeTimes({ named, target: days }, { ...asked, isAllDay: false }, 'Europe/Berlin'),
    ).toThrow(/recurrence/);
  });

  it('is nothing where no time is said', () => {
    expect(changeTimes(chosen, { newRecurrence: false }, 'Europe/Berlin')).toBeNull();
  });
});

describe('A new text of an online meeting', () => {
  const line = '_'.repeat(80);
  const part = `<div style="width:100%"><span style="white-space:nowrap">${line}</span></div><div><a href="https://teams.microsoft.com/l/meetup-join/x">Join</a></div>`;

  it('keeps the part with the address', () => {
    const before = `<html><body><p>old</p>${part}</body></html>`;
    expect(keepMeetingPart(before, '<p>new</p>')).toBe(`<p>new</p><br>${part}`);
  });

  it('has it once, also when the text is the old one', () => {
    const before = `<p>old</p>${part}`;
    expect(keepMeetingPart(before, before)).toBe(before);
    expect(keepMeetingPart('<p>old</p>', '<p>new</p>')).toBe('<p>new</p>');
  });
});
