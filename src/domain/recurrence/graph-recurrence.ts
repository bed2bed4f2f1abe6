import { weekdayOf, weekdays, weeksOfMonth, type Recurrence } from './recurrence.js';

/** https://learn.microsoft.com/graph/api/resources/patternedrecurrence */
export interface GraphRecurrence {
  readonly pattern: {
    readonly type: string;
    readonly interval: number;
    readonly month?: number | null | undefined;
    readonly dayOfMonth?: number | null | undefined;
    readonly daysOfWeek?: readonly string[] | null | undefined;
    readonly firstDayOfWeek?: string | null | undefined;
    readonly index?: string | null | undefined;
  };
  readonly range: {
    readonly type: string;
    readonly startDate?: string | null | undefined;
    readonly endDate?: string | null | undefined;
    readonly numberOfOccurrences?: number | null | undefined;
    readonly recurrenceTimeZone?: string | null | undefined;
  };
}

/** Where a repetition begins, by the clock of its zone. */
export interface FirstTime {
  /** 2026-11-26 */
  readonly day: string;
  /** By its Windows name, which Outlook and To Do know for every zone. */
  readonly timeZone: string;
}

export function toGraphRecurrence(recurrence: Recurrence, first: FirstTime): GraphRecurrence {
  return { pattern: toPattern(recurrence, first.day), range: toRange(recurrence, first) };
}

/** Null: it repeats in a way that Graph does not document. */
export function fromGraphRecurrence({ pattern, range }: GraphRecurrence): Recurrence | null {
  const frequency = frequencyOf(pattern.type);
  if (frequency === null) return null;
  const named = weekdays.filter((day) => pattern.daysOfWeek?.includes(day));
  const isRelative = pattern.type.startsWith('relative');
  const hasDays = frequency === 'weekly' || isRelative;
  const index = weeksOfMonth.find((week) => week === (pattern.index ?? 'first'));
  return {
    frequency,
    interval: pattern.interval,
    ...(hasDays && named.length > 0 && { weekdays: named }),
    ...(isRelative && index !== undefined && { weekOfMonth: index }),
    ...(range.type === 'endDate' && range.endDate != null && { until: range.endDate }),
    ...(range.type === 'numbered' &&
      range.numberOfOccurrences != null && { count: range.numberOfOccurrences }),
  };
}

function toPattern(
  { frequency, interval, weekdays: days, weekOfMonth }: Recurrence,
  day: string,
): GraphRecurrence['pattern'] {
  const [, month = 1, dayOfMonth = 1] = day.split('-').map(Number);
  const relative = { daysOfWeek: days ?? [weekdayOf(day)], index: weekOfMonth };
  switch (frequency) {
    case 'daily':
      return { type: 'daily', interval };
    case 'weekly':
      return {
        type: 'weekly',
        interval,
        daysOfWeek: days ?? [weekdayOf(day)],
        firstDayOfWeek: 'monday',
      };
    case 'monthly':
      return weekOfMonth === undefined
        ? { type: 'absoluteMonthly', interval, dayOfMonth }
        : { type: 'relativeMonthly', interval, ...relative };
    case 'yearly':
      return weekOfMonth === undefined
        ? { type: 'absoluteYearly', interval, month, dayOfMonth }
        : { type: 'relativeYearly', interval, month, ...relative };
  }
}

function toRange({ until, count }: Recurrence, first: FirstTime): GraphRecurrence['range'] {
  const start = { startDate: first.day, recurrenceTimeZone: first.timeZone };
  if (until !== undefined) return { type: 'endDate', ...start, endDate: until };
  if (count !== undefined) return { type: 'numbered', ...start, numberOfOccurrences: count };
  return { type: 'noEnd', ...start };
}

function frequencyOf(type: string): Recurrence['frequency'] | null {
  switch (type) {
    case 'daily':
    case 'weekly':
      return type;
    case 'absoluteMonthly':
    case 'relativeMonthly':
      return 'monthly';
    case 'absoluteYearly':
    case 'relativeYearly':
      return 'yearly';
    default:
      return null;
  }
}
