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

/** How an event or a task repeats, as people say it. Days and months that are not named are those of the first time. */
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

/** A member of a `Recurrence` that does not fit the others or the first day. */
export interface RecurrenceProblem {
  readonly field: keyof Recurrence;
  readonly message: string;
}

/** Null: nothing is wrong. `day`: the first time. */
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

/**
 * Null: it takes place on the first day too. Outlook silently moves an event that does not begin on one of its days; a task
 * is due on any day, and comes again on its days.
 */
export function firstDayProblem(
  {
    frequency,
    weekdays: days,
  }: { readonly frequency: Recurrence['frequency']; readonly weekdays?: Weekday[] | undefined },
  day: string,
): RecurrenceProblem | null {
  if (frequency !== 'weekly' || days === undefined || days.includes(weekdayOf(day))) return null;
  return { field: 'weekdays', message: `leaves out the ${weekdayOf(day)} on which it starts` };
}

/** The day of the week of a calendar day, which has no zone. */
export function weekdayOf(day: string): Weekday {
  const { weekday } = DateTime.fromISO(day, { zone: 'utc' });
  return weekdays[weekday - 1] ?? 'monday';
}
