import { DateTime } from 'luxon';
import type { DateTimeTimeZone } from './graph-date-time.js';
import { toIanaZone } from './time-zone.js';

/**
 * The day that a due date means to somebody in `zone`: `2026-11-26`. To Do keeps days as midnights: those of people's clocks
 * where an app wrote them, and of UTC where a program did, which is that day wherever one is. Null: it cannot be read.
 */
export function toDueDay({ dateTime, timeZone }: DateTimeTimeZone, zone: string): string | null {
  const from = toIanaZone(timeZone);
  if (from === null) return null;
  const time = DateTime.fromISO(dateTime, { zone: from });
  if (!time.isValid) return null;
  const utc = time.toUTC();
  const isDayOfUtc = utc.equals(utc.startOf('day'));
  return (isDayOfUtc ? utc : time.setZone(zone)).toISODate();
}

/** The day that it is in `zone` at a moment. Null: it is none. */
export function dayOf(instant: string, zone: string): string | null {
  return DateTime.fromISO(instant).setZone(zone).toISODate();
}

/** The same some days later. */
export function addDays(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}
