import * as z from 'zod';
import { ProblemError } from '../../domain/problem.js';
import { inWindowsZone } from '../../domain/time/graph-date-time.js';
import { toWindowsZone } from '../../domain/time/time-zone.js';
import { readRecurrence, recurrenceSchema } from '../inputs/recurrence.js';
import { readTime } from '../inputs/time-zone.js';
import { todoStatuses } from './todo-schemas.js';

/** What a caller says of a task. Null takes away what there is. */
export const taskValueInputs = {
  title: z.string().trim().min(1).max(255),
  body: z.string().max(50_000).nullable().describe('Notes, as plain text.'),
  dueAt: z.iso.date().nullable().describe('A day: 2026-11-26.'),
  remindAt: z.string().min(4).max(40).nullable().describe('A time; a reminder is shown then.'),
  importance: z.enum(['low', 'normal', 'high']),
  categories: z.array(z.string().trim().min(1).max(255)).max(25),
  recurrence: recurrenceSchema.nullable().describe('It comes again when it is completed.'),
  status: z.enum(todoStatuses),
};

export type TaskValues = {
  readonly [Name in keyof typeof taskValueInputs]?:
    z.output<(typeof taskValueInputs)[Name]> | undefined;
};

/**
 * The same for Graph. `dueDay`: when the task is due already. ProblemError invalid_input for a time that is none, or a
 * recurrence without a day to begin with or with contradictions. https://learn.microsoft.com/graph/api/resources/todotask
 */
export function toGraphTask(
  values: TaskValues,
  { zone, dueDay }: { readonly zone: string; readonly dueDay: string | null },
): Readonly<Record<string, unknown>> {
  const { title, body, dueAt, remindAt, importance, categories, recurrence, status } = values;
  const due = dueAt === undefined ? dueDay : dueAt;
  if (recurrence != null && due === null) throw needsDueDate();
  return {
    ...(title !== undefined && { title }),
    ...(body !== undefined && { body: { contentType: 'text', content: body ?? '' } }),
    ...(dueAt !== undefined && { dueDateTime: midnight(dueAt, zone) }),
    ...(remindAt !== undefined && {
      reminderDateTime:
        remindAt === null ? null : inWindowsZone(readTime(remindAt, zone, 'remindAt')),
      isReminderOn: remindAt !== null,
    }),
    ...(importance !== undefined && { importance }),
    ...(categories !== undefined && { categories }),
    ...(recurrence !== undefined && {
      recurrence:
        recurrence === null || due === null
          ? null
          : readRecurrence(recurrence, { day: due, timeZone: toWindowsZone(zone) ?? zone }),
    }),
    ...(status !== undefined && { status }),
  };
}

function midnight(day: string | null, zone: string) {
  return day === null ? null : inWindowsZone({ dateTime: `${day}T00:00:00`, timeZone: zone });
}

function needsDueDate(): ProblemError {
  const message = 'needs a day to begin with: send dueAt too';
  return new ProblemError('invalid_input', `recurrence: ${message}`, {
    errors: [{ field: 'recurrence', message }],
  });
}
