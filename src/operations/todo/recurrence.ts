import * as z from 'zod';
import type { GraphRecurrence } from '../../graph/todo/todo-recurrence.js';

const weekdays = [
  'sunday',
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
] as const;
const weeks = ['first', 'second', 'third', 'fourth', 'last'] as const;

/** How a task comes again, as people say it. What is left out follows from the due date. */
export const recurrenceSchema = z.strictObject({
  every: z.enum(['day', 'week', 'month', 'year']),
  interval: z.int().min(1).max(999).optional().describe('Every so many; 1 if left out.'),
  days: z
    .array(z.enum(weekdays))
    .min(1)
    .max(7)
    .optional()
    .describe('Weekdays; of months and years together with which.'),
  which: z.enum(weeks).optional().describe('Of months and years: which of these days.'),
  until: z.iso.date().optional().describe('The last day.'),
});

export type Recurrence = z.infer<typeof recurrenceSchema>;

/** `dueDay`: 2026-11-26, the first time. https://learn.microsoft.com/graph/api/resources/recurrencepattern */
export function toGraphRecurrence(recurrence: Recurrence, dueDay: string): GraphRecurrence {
  const { until } = recurrence;
  return {
    pattern: { interval: recurrence.interval ?? 1, ...patternOf(recurrence, dueDay) },
    range: {
      type: until === undefined ? 'noEnd' : 'endDate',
      startDate: dueDay,
      ...(until !== undefined && { endDate: until }),
    },
  };
}

function patternOf(
  { every, days, which }: Recurrence,
  dueDay: string,
): Omit<GraphRecurrence['pattern'], 'interval'> {
  const [, month = 1, dayOfMonth = 1] = dueDay.split('-').map(Number);
  const daysOfWeek = days ?? [weekdayOf(dueDay)];
  const isRelative = which !== undefined || days !== undefined;
  const index = which ?? weekOf(dayOfMonth);
  switch (every) {
    case 'day':
      return { type: 'daily' };
    case 'week':
      return { type: 'weekly', daysOfWeek, firstDayOfWeek: 'sunday' };
    case 'month':
      return isRelative
        ? { type: 'relativeMonthly', daysOfWeek, index }
        : { type: 'absoluteMonthly', dayOfMonth };
    case 'year':
      return isRelative
        ? { type: 'relativeYearly', daysOfWeek, index, month }
        : { type: 'absoluteYearly', dayOfMonth, month };
  }
}

/** Null: a kind of recurrence that we do not know. */
export function fromGraphRecurrence({ pattern, range }: GraphRecurrence): Recurrence | null {
  const every = unitOf(pattern.type);
  if (every === null) return null;
  const isRelative = pattern.type.startsWith('relative');
  const days = weekdays.filter((day) => pattern.daysOfWeek?.includes(day) ?? false);
  const which = weeks.find((week) => week === pattern.index);
  return {
    every,
    ...(pattern.interval > 1 && { interval: pattern.interval }),
    ...((every === 'week' || isRelative) && days.length > 0 && { days }),
    ...(isRelative && which !== undefined && { which }),
    ...(range.type === 'endDate' && range.endDate != null && { until: range.endDate }),
  };
}

function unitOf(type: string): Recurrence['every'] | null {
  switch (type) {
    case 'daily':
      return 'day';
    case 'weekly':
      return 'week';
    case 'absoluteMonthly':
    case 'relativeMonthly':
      return 'month';
    case 'absoluteYearly':
    case 'relativeYearly':
      return 'year';
    default:
      return null;
  }
}

function weekdayOf(day: string): (typeof weekdays)[number] {
  return weekdays[new Date(`${day}T00:00:00Z`).getUTCDay()] ?? 'monday';
}

/** Which of its weekday a day of a month is; a fifth is the last. */
function weekOf(dayOfMonth: number): (typeof weeks)[number] {
  return weeks[Math.ceil(dayOfMonth / 7) - 1] ?? 'last';
}
