import { DateTime } from 'luxon';

/** In the order of ISO: Monday is 1. */
export const weekdays = [
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
  'sunday',
] as const;

export type Weekday = (typeof weekdays)[number];

export const weeksOfMonth = ['first', 'second', 'third', 'fourth', 'last'] as const;

export type WeekOfMonth = (typeof weeksOfMonth)[number];

export const frequencies = ['daily', 'weekly', 'monthly', 'yearly'] as const;

/** How an event repeats, as people say it. Days and months that are not named are those of the first time. */
export interface Recurrence {
  readonly frequency: (typeof frequencies)[number];
  /** Every so many days, weeks, months or years. */
  readonly interval: number;
  readonly weekdays?: Weekday[];
  /** With `weekdays`, every month or year: the second Tuesday. */
  readonly weekOfMonth?: WeekOfMonth;
  /** The last day on which it may take place (2026-12-31). */
  readonly until?: string;
  readonly count?: number;
}

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
    readonly startDate: string;
    readonly endDate?: string | null | undefined;
    readonly numberOfOccurrences?: number | null | undefined;
    readonly recurrenceTimeZone?: string | null | undefined;
  };
}

/** Where a repetition begins, by the clock of its zone. */
export interface FirstTime {
  /** 2026-11-26 */
  readonly day: string;
  /** As Graph is told it. */
  readonly timeZone: string;
}

/** A member of a `Recurrence` that does not fit the others or the first day. */
export interface RecurrenceProblem {
  readonly field: keyof Recurrence;
  readonly message: string;
}

/** Null: nothing is wrong. Outlook moves the first time silently where it does not fit, so that is told here. */
export function recurrenceProblem(
  { frequency, weekdays: days, weekOfMonth, until, count }: Recurrence,
  day: string,
): RecurrenceProblem | null {
  const needsDays = frequency === 'weekly' || weekOfMonth !== undefined;
  if (weekOfMonth !== undefined && (frequency === 'daily' || frequency === 'weekly')) {
    return { field: 'weekOfMonth', message: 'is for monthly and yearly only' };
  }
  if (weekOfMonth !== undefined && days === undefined) {
    return { field: 'weekdays', message: 'is missing: weekOfMonth needs to know which day' };
  }
  if (days !== undefined && !needsDays) {
    return { field: 'weekdays', message: 'needs weekly, or weekOfMonth beside it' };
  }
  if (frequency === 'weekly' && days !== undefined && !days.includes(weekdayOf(day))) {
    return { field: 'weekdays', message: `leaves out the ${weekdayOf(day)} on which it starts` };
  }
  if (until !== undefined && count !== undefined) {
    return { field: 'count', message: 'and until are two ends; send one of them' };
  }
  if (until !== undefined && !DateTime.fromISO(until).isValid) {
    return { field: 'until', message: 'must be a day like 2026-12-31' };
  }
  if (until !== undefined && until < day) {
    return { field: 'until', message: 'is before the first time' };
  }
  return null;
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

/** The day of the week of a calendar day, which has no zone. */
export function weekdayOf(day: string): Weekday {
  const { weekday } = DateTime.fromISO(day, { zone: 'utc' });
  return weekdays[weekday - 1] ?? 'monday';
}
