import type { DateTimeTimeZone } from '../../domain/time/graph-date-time.js';
import {
  readViewRange,
  type AskedRange,
  type ViewRange,
} from '../../domain/calendar/view-range.js';
import { wrongInput } from '../wrong-input.js';

/** Graph looks no further for who is free. https://learn.microsoft.com/graph/api/calendar-getschedule */
const mostDays = 62;
const dayMs = 86_400_000;

/** The stretch of time that a call names. ProblemError invalid_input. */
export function chooseRange(asked: AskedRange, zone: string, now: number): ViewRange {
  const range = readViewRange(asked, zone, now);
  if (range.kind === 'problem') throw wrongInput(range.field, range.message);
  return range;
}

/** The same where people's schedules are read. */
export function chooseScheduleRange(asked: AskedRange, zone: string, now: number): ViewRange {
  const range = chooseRange(asked, zone, now);
  if (Date.parse(range.to) - Date.parse(range.from) <= mostDays * dayMs) return range;
  throw wrongInput('end', `must be at most ${mostDays} days after start`);
}

/** A moment of a range, as a clock in UTC shows it. */
export function inUtc(moment: string): DateTimeTimeZone {
  return { dateTime: moment.replace(/Z$/, ''), timeZone: 'UTC' };
}
