import * as z from 'zod';
import {
  toGraphRecurrence,
  type FirstTime,
  type GraphRecurrence,
} from '../../domain/recurrence/graph-recurrence.js';
import {
  frequencies,
  recurrenceProblem,
  weekdays,
  weeksOfMonth,
  type Recurrence,
} from '../../domain/recurrence/recurrence.js';
import { wrongInput } from '../wrong-input.js';

/** How events and tasks repeat, in calls and answers. */
export const recurrenceSchema = z.strictObject({
  frequency: z.enum(frequencies),
  interval: z.int().min(1).max(999).default(1).describe('Every so many days, weeks, …'),
  weekdays: z.array(z.enum(weekdays)).min(1).optional().describe('Left out: that of the first.'),
  weekOfMonth: z.enum(weeksOfMonth).optional().describe('With weekdays: the second Tuesday.'),
  until: z.string().optional().describe('Last day.'),
  count: z.int().min(1).max(999).optional(),
});

export type RecurrenceInput = z.output<typeof recurrenceSchema>;

/** ProblemError invalid_input where its members contradict each other or the first day. */
export function readRecurrence(input: RecurrenceInput, first: FirstTime): GraphRecurrence {
  const recurrence = toRecurrence(input);
  const problem = recurrenceProblem(recurrence, first.day);
  if (problem !== null) throw wrongInput(`recurrence.${problem.field}`, problem.message);
  return toGraphRecurrence(recurrence, first);
}

function toRecurrence({
  frequency,
  interval,
  weekdays: days,
  weekOfMonth,
  until,
  count,
}: RecurrenceInput): Recurrence {
  return {
    frequency,
    interval,
    ...(days !== undefined && { weekdays: days }),
    ...(weekOfMonth !== undefined && { weekOfMonth }),
    ...(until !== undefined && { until }),
    ...(count !== undefined && { count }),
  };
}
