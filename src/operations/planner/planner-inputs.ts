import * as z from 'zod';
import { toMoment, toPlannerTime } from '../../boards/planner-time.js';
import { progressStates } from '../../boards/task-filter.js';
import { ProblemError } from '../../domain/problem.js';

export const planInput = z.string().trim().min(1).max(320).describe('The plan, by title or id.');

export const taskIdInput = z
  .string()
  .min(1)
  .max(128)
  .describe("The task's id: Planner's, or Tandem's own as task_* answer it.");

const name = z.string().trim().min(1).max(320);
export const bucketInput = name.describe('A bucket of the plan, by name or id.');
export const personNames = z.array(name).min(1).max(20);
export const labelNames = z.array(name).min(1).max(25);

const when = z.string().trim().min(4).max(40);

export const priorities = { urgent: 1, important: 3, medium: 5, low: 9 } as const;
type PriorityWord = keyof typeof priorities;

export const priorityInput = z
  .union([z.enum(['urgent', 'important', 'medium', 'low']), z.int().min(0).max(10)])
  .describe('In words, or 0 (highest) to 10.');

/** The fields of a task that any write takes. */
export const fieldInputs = {
  dueAt: when
    .nullable()
    .optional()
    .describe('When it is due: a day (2026-12-01) or a time; null clears.'),
  startAt: when.nullable().optional().describe('When it starts, likewise.'),
  percentComplete: z
    .int()
    .min(0)
    .max(100)
    .optional()
    .describe('0 not started, 50 in progress, 100 done.'),
  priority: priorityInput.optional(),
};

/** What changes in the lists of a task. */
export const listChangeInputs = {
  assign: personNames.optional().describe('People to add, by name, mail address or id.'),
  unassign: personNames.optional().describe('People to take off.'),
  addLabels: labelNames.optional().describe('By name, or category1 to category25.'),
  removeLabels: labelNames.optional(),
};

/** Which tasks are meant. */
export const filterInputs = {
  bucket: bucketInput.optional(),
  assignee: name.optional().describe('Assigned to this person ("me": you).'),
  label: name.optional().describe('With this label, by name or category1 to category25.'),
  progress: z.array(z.enum(progressStates)).min(1).optional(),
  dueAfter: when.optional().describe('Due on this day or at this time, or later.'),
  dueBefore: when.optional().describe('Due before this day or time.'),
  overdue: z.boolean().optional().describe('True: not done, and its day is over.'),
};

export function toPriority(priority: PriorityWord | number): number {
  return typeof priority === 'number' ? priority : priorities[priority];
}

/** https://learn.microsoft.com/graph/api/resources/plannertask: what Planner shows for each number. */
export function toPriorityWord(priority: number): PriorityWord {
  if (priority <= 1) return 'urgent';
  if (priority <= 4) return 'important';
  return priority <= 7 ? 'medium' : 'low';
}

/** UTC, as Planner takes it; null clears. ProblemError invalid_input. */
export function readPlannerTime(text: string | null, zone: string, field: string): string | null {
  return text === null ? null : (toPlannerTime(text, zone) ?? refuse(field));
}

/** UTC, as an end of a span of time. ProblemError invalid_input. */
export function readMoment(text: string, zone: string, field: string): string {
  return toMoment(text, zone) ?? refuse(field);
}

function refuse(field: string): never {
  const message = 'must be a day like 2026-12-01, or a time like 2026-12-01T09:00+01:00';
  throw new ProblemError('invalid_input', `${field}: ${message}`, { errors: [{ field, message }] });
}
