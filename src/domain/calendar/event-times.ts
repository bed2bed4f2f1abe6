import { DateTime } from 'luxon';
import type { DateTimeTimeZone } from '../time/graph-date-time.js';
import { inWindowsZone, toGraphDateTime, toZoned } from '../time/graph-date-time.js';
import { toIanaZone, toWindowsZone } from '../time/time-zone.js';

/** When an event is, as callers write it and are answered: times, or days of which the last one is part of it. */
export interface AskedTimes {
  readonly start?: string | undefined;
  /** Left out: as long as it was, or 30 minutes, or one day. */
  readonly end?: string | undefined;
  readonly isAllDay?: boolean | undefined;
}

/** The same for Graph: whole days begin and end at midnight, and the end is no part of them. */
export interface EventTimes {
  readonly kind: 'times';
  readonly start: DateTimeTimeZone;
  readonly end: DateTimeTimeZone;
  readonly isAllDay: boolean;
  /** On which it begins, by the clock of `start`. */
  readonly day: string;
}

export interface TimesProblem {
  readonly kind: 'problem';
  readonly field: 'start' | 'end';
  readonly message: string;
}

/** When an event is, as it is answered. */
export interface ShownTimes {
  readonly start: string;
  readonly end: string;
  readonly isAllDay: boolean;
}

const usualMinutes = 30;

/** Whole days have no zone: Graph gives their midnights in whatever zone it was asked for. */
export function toShownTimes(
  event: {
    readonly start: DateTimeTimeZone;
    readonly end: DateTimeTimeZone;
    readonly isAllDay?: boolean | null | undefined;
  },
  zone: string,
): ShownTimes {
  if (event.isAllDay === true) {
    const start = event.start.dateTime.slice(0, 10);
    const last = shiftDay(event.end.dateTime.slice(0, 10), -1);
    return { start, end: last < start ? start : last, isAllDay: true };
  }
  return {
    start: toZoned(event.start, zone) ?? event.start.dateTime,
    end: toZoned(event.end, zone) ?? event.end.dateTime,
    isAllDay: false,
  };
}

/** `before`: those of the event that is changed; null: it is new. Without offset they are a clock's times in `zone`. */
export function readEventTimes(
  asked: AskedTimes,
  before: ShownTimes | null,
  zone: string,
): EventTimes | TimesProblem {
  const isAllDay = asked.isAllDay ?? before?.isAllDay ?? false;
  const kept = before?.isAllDay === isAllDay ? before : null;
  const start = asked.start ?? kept?.start;
  if (start === undefined) return { kind: 'problem', field: 'start', message: 'is missing' };
  return isAllDay
    ? readDays({ start, end: asked.end, kept }, zone)
    : readTimes({ start, end: asked.end, kept }, zone);
}

interface Asked {
  readonly start: string;
  readonly end: string | undefined;
  readonly kept: ShownTimes | null;
}

function readDays({ start, end, kept }: Asked, zone: string): EventTimes | TimesProblem {
  const first = readDay(start, zone);
  if (first === null) return badDay('start');
  const days = kept === null ? 0 : daysBetween(kept.start, kept.end);
  const last = end === undefined ? shiftDay(first, days) : readDay(end, zone);
  if (last === null) return badDay('end');
  if (last < first) return { kind: 'problem', field: 'end', message: 'is before start' };
  const timeZone = toWindowsZone(zone) ?? zone;
  return {
    kind: 'times',
    start: { dateTime: `${first}T00:00:00`, timeZone },
    end: { dateTime: `${shiftDay(last, 1)}T00:00:00`, timeZone },
    isAllDay: true,
    day: first,
  };
}

function readTimes({ start, end, kept }: Asked, zone: string): EventTimes | TimesProblem {
  const from = toGraphDateTime(start, zone);
  if (from === null) return badTime('start');
  const begins = instantOf(from);
  const to =
    end === undefined
      ? toGraphDateTime(begins.plus(lengthOf(kept)).toISO() ?? '', zone)
      : toGraphDateTime(end, zone);
  if (to === null) return badTime('end');
  if (instantOf(to) <= begins) {
    return { kind: 'problem', field: 'end', message: 'must be after start' };
  }
  return {
    kind: 'times',
    start: inWindowsZone(from),
    end: inWindowsZone(to),
    isAllDay: false,
    day: from.dateTime.slice(0, 10),
  };
}

function lengthOf(kept: ShownTimes | null): { readonly milliseconds: number } {
  if (kept === null) return { milliseconds: usualMinutes * 60_000 };
  return { milliseconds: Date.parse(kept.end) - Date.parse(kept.start) };
}

export function instantOf({ dateTime, timeZone }: DateTimeTimeZone): DateTime {
  return DateTime.fromISO(dateTime, { zone: toIanaZone(timeZone) ?? timeZone });
}

/** The day of a time that is written with its offset, or of a day. */
function dayOf(shown: string): string {
  return shown.slice(0, 10);
}

function readDay(text: string, zone: string): string | null {
  const time = DateTime.fromISO(text.trim(), { zone });
  return time.isValid ? time.toFormat('yyyy-MM-dd') : null;
}

function shiftDay(day: string, days: number): string {
  return DateTime.fromISO(day, { zone: 'utc' }).plus({ days }).toFormat('yyyy-MM-dd');
}

function daysBetween(first: string, last: string): number {
  return Math.round((Date.parse(dayOf(last)) - Date.parse(dayOf(first))) / 86_400_000);
}

function badDay(field: 'start' | 'end'): TimesProblem {
  return { kind: 'problem', field, message: 'must be a day like 2026-11-26' };
}

function badTime(field: 'start' | 'end'): TimesProblem {
  const message = 'must be a time like 2026-11-26T09:00, or with its offset 2026-11-26T09:00+01:00';
  return { kind: 'problem', field, message };
}
