import { DateTime } from 'luxon';
import { toIanaZone, toWindowsZone } from './time-zone.js';

/** A time as Outlook and To Do have it: a clock's time and the zone of the clock. /graph/api/resources/datetimetimezone */
export interface DateTimeTimeZone {
  readonly dateTime: string;
  readonly timeZone: string;
}

/**
 * The moment as ISO 8601 with the offset of `zone` (`2026-11-26T09:00:00+01:00`). Null where the time or its zone cannot be
 * read.
 */
export function toZoned({ dateTime, timeZone }: DateTimeTimeZone, zone: string): string | null {
  const from = toIanaZone(timeZone);
  if (from === null) return null;
  return format(DateTime.fromISO(dateTime, { zone: from }), zone);
}

/** The same for a moment that is written with its offset (`…Z`), as in `receivedDateTime`. */
export function toZonedInstant(instant: string, zone: string): string | null {
  return format(DateTime.fromISO(instant, { setZone: true }), zone);
}

/**
 * What a caller wrote, for Graph. A time with an offset (or `Z`) is that moment; one without is a clock's time in `zone`; a
 * day alone is its beginning there. In UTC where the clock shows that time twice, when summer time ends: without an offset
 * the first is meant. Null: it is no time.
 */
export function toGraphDateTime(text: string, zone: string): DateTimeTimeZone | null {
  const written = DateTime.fromISO(text.trim(), { zone, setZone: true });
  if (!written.isValid) return null;
  const time = written.setZone(zone);
  const [first = time, second] = time.getPossibleOffsets();
  if (second === undefined) return { dateTime: time.toFormat(onClock), timeZone: zone };
  const meant = written.zone.type === 'fixed' ? time : first;
  return { dateTime: meant.toUTC().toFormat(onClock), timeZone: 'UTC' };
}

const onClock = "yyyy-MM-dd'T'HH:mm:ss";

/** The moment as UTC's clock shows it, without offset, as `$filter` compares such times; the text itself where it is none. */
export function toUtcText(text: string, zone: string): string {
  const time = DateTime.fromISO(text, { zone }).toUTC();
  return time.isValid ? time.toFormat(onClock) : text;
}

function format(time: DateTime, zone: string): string | null {
  const moved = time.setZone(zone);
  return moved.isValid
    ? moved.toISO({ suppressMilliseconds: moved.millisecond === 0, includeOffset: true })
    : null;
}

/** Outlook and To Do know every zone by its Windows name, and not every one by IANA's. /graph/api/resources/datetimetimezone */
export function inWindowsZone({ dateTime, timeZone }: DateTimeTimeZone): DateTimeTimeZone {
  return { dateTime, timeZone: toWindowsZone(timeZone) ?? timeZone };
}

/** The moment in UTC, as `$filter` takes it: `2026-11-26T08:00:00Z`. */
export function toUtcInstant({ dateTime, timeZone }: DateTimeTimeZone): string {
  return DateTime.fromISO(dateTime, { zone: timeZone })
    .toUTC()
    .toFormat("yyyy-MM-dd'T'HH:mm:ss'Z'");
}
