import * as z from 'zod';
import { toMoment, toPlannerTime } from '../../boards/planner-time.js';
import { progressStates } from '../../boards/task-filter.js';
import { ProblemError } from '../../domain/problem.js';

export const planInput = z.string().trim().min(1).max(320).describe('Title or id of the plan.');

export const taskIdInput = z.string().min(1).max(128).describe("Planner's or Tandem's id.");

const name = z.string().trim().min(1).max(320);
export const bucketInput = name.describe('Name or id.');
export const personNames = z.array(name).min(1).max(20);
export const labelNames = z.array(name).min(1).max(25);

const when = z.string().trim().min(4).max(40);

const priorities = { urgent: 1, important: 3, medium: 5, low: 9 } as const;
type PriorityWord = keyof typeof priorities;

const words = Object.keys(priorities).join(', ');

/** A list of words in the schema would cost every caller more than their names do. */
const priorityInput = z
  .string()
  .trim()
  .refine((text) => readPriority(text) !== null, { error: `must be one of ${words}, or 0 to 10` })
  .describe(`${words}; or 0 (highest) to 10.`);

/** The fields of a task that any write takes. */
export const fieldInputs = {
  dueAt: when.nullable().optional().describe('A day (2026-12-01) or a time; null clears.'),
  startAt: when.nullable().optional().describe('Likewise.'),
  percentComplete: z.int().min(0).max(100).optional().describe('0, 50 in progress, 100 done.'),
  priority: priorityInput.optional(),
};

/** What changes in the lists of a task. */
export const listChangeInputs = {
  assign: personNames.optional().describe('People: name, mail or id.'),
  unassign: personNames.optional().describe('Likewise.'),
  addLabels: labelNames.optional().describe('Name or category1 to 25.'),
  removeLabels: labelNames.optional(),
};

/** Which tasks are meant. */
export const filterInputs = {
  bucket: bucketInput.optional(),
  assignee: name.optional().describe('Name, mail, id or "me".'),
  label: name.optional().describe('Name or category1 to 25.'),
  progress: z.array(z.enum(progressStates)).min(1).optional(),
  dueAfter: when.optional().describe('Due then or later: a day or time.'),
  dueBefore: when.optional().describe('Due then or earlier.'),
  overdue: z.boolean().optional().describe('True: late and not done.'),
};

export function toPriority(text: string): number {
  return readPriority(text) ?? priorities.medium;
}

function readPriority(text: string): number | null {
  const word = text.trim().toLowerCase();
  if (isPriorityWord(word)) return priorities[word];
  return /^(\d|10)$/.test(word) ? Number(word) : null;
}

function isPriorityWord(word: string): word is PriorityWord {
  return Object.hasOwn(priorities, word);
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
