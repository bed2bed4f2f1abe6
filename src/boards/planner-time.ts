import { DateTime } from 'luxon';

/**
 * What a caller wrote, as Planner's UTC time; null: it is no time. Planner's people think in days, and its own apps write
 * a day as 10:00 UTC, which is that day in nearly every zone. A time without offset is a clock's in `zone`.
 */
export function toPlannerTime(text: string, zone: string): string | null {
  const written = text.trim();
  if (isDay(written)) return DateTime.fromISO(written).isValid ? `${written}T10:00:00Z` : null;
  return toUtc(written, zone);
}

/** The same as an end of a span of time: of a day, its beginning in `zone`. */
export function toMoment(text: string, zone: string): string | null {
  return toUtc(text.trim(), zone);
}

function isDay(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text);
}

function toUtc(text: string, zone: string): string | null {
  const time = DateTime.fromISO(text, { zone });
  return time.isValid ? time.toUTC().toFormat("yyyy-MM-dd'T'HH:mm:ss'Z'") : null;
}
