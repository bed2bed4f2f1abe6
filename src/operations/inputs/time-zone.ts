import * as z from 'zod';
import { ProblemError } from '../../domain/problem.js';
import { toGraphDateTime, type DateTimeTimeZone } from '../../domain/time/graph-date-time.js';
import { toIanaZone } from '../../domain/time/time-zone.js';

export const timeZoneInput = z
  .string()
  .min(1)
  .max(64)
  .optional()
  .describe('Of all times, by IANA or Windows name.');

/** The IANA name. ProblemError invalid_input where there is no such zone. */
export function chooseZone(
  { timeZone: usual }: { readonly timeZone: string },
  timeZone: string | undefined,
): string {
  if (timeZone === undefined) return usual;
  const zone = toIanaZone(timeZone);
  if (zone !== null) return zone;
  throw wrong('timeZone', 'is no time zone, by its IANA name (Europe/Berlin) or Windows name');
}

/** A moment as callers may write it. */
export const timeInput = z.string().min(4).max(40);

/** ProblemError invalid_input, naming the field, where it is no time. */
export function readTime(text: string, zone: string, field: string): DateTimeTimeZone {
  const time = toGraphDateTime(text, zone);
  if (time !== null) return time;
  throw wrong(
    field,
    'must be a time like 2026-11-26T09:00, or with its offset 2026-11-26T09:00+01:00',
  );
}

function wrong(field: string, message: string): ProblemError {
  return new ProblemError('invalid_input', `${field}: ${message}`, {
    errors: [{ field, message }],
  });
}
