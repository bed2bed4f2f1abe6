import type { Board } from '../../boards/boards.js';
import type { BoardTask } from '../../boards/board-task.js';
import type { NameMatch } from '../../domain/names/match-name.js';
import { ProblemError } from '../../domain/problem.js';
import type { ChecklistItem } from '../../domain/task.js';
import { isPlannerId } from '../../metadata/wanted.js';
import { lookUp } from '../names/look-up.js';
import { nameProblem, toNameError, type NamedThing } from '../names/name-problem.js';
import { requireOne } from '../names/require-one.js';

/**
 * What names mean on a board. ProblemError invalid_input with candidates where that is not clear, plan_not_found for a plan
 * that is not the caller's.
 */
export async function requirePlan(board: Board, plan: string, field = 'plan'): Promise<string> {
  const planId = isPlannerId(plan)
    ? plan
    : await settle(() => board.plans.match(plan), field, 'board');
  board.requirePlan(planId);
  return planId;
}

export async function requireBucket(
  board: Board,
  planId: string,
  { bucket, field = 'bucket' }: { readonly bucket: string; readonly field?: string },
): Promise<string> {
  if (isPlannerId(bucket)) return bucket;
  return settle(() => board.words.matchBucket(planId, bucket), field, 'bucket');
}

export async function requireLabels(
  board: Board,
  planId: string,
  { labels, field }: { readonly labels: readonly string[]; readonly field: string },
): Promise<readonly string[]> {
  return Promise.all(
    labels.map((label, at) =>
      settle(() => board.words.matchLabel(planId, label), `${field}.${at}`, 'label'),
    ),
  );
}

/** `me` is the account's own person. */
export async function requirePerson(board: Board, person: string, field: string): Promise<string> {
  if (person.trim().toLowerCase() === 'me' && board.self !== null) return board.self;
  return settle(() => board.people.match(person), field, 'person');
}

export async function requirePeople(
  board: Board,
  people: readonly string[],
  field: string,
): Promise<readonly string[]> {
  return Promise.all(people.map((one, at) => requirePerson(board, one, `${field}.${at}`)));
}

/** A row of the checklist of a task that was read with its details. */
export function requireRow(task: BoardTask, item: string, field = 'item'): ChecklistItem {
  const rows = task.details?.checklist ?? [];
  const { id } = requireOne(
    rows.map((row) => ({ id: row.id, name: row.title })),
    item,
    { field, thing: 'row' },
  );
  const found = rows.find((row) => row.id === id);
  if (found === undefined) throw new TypeError('A match is one of those that were given');
  return found;
}

/** Which bucket a change is about, where it says so; in tasks without a plan there is none. */
export function requirePlanOf({ planId }: BoardTask, field: string): string {
  if (planId !== null) return planId;
  const message = 'needs a task that is in a plan; planner_move_task puts it into one';
  throw new ProblemError('invalid_input', `${field}: ${message}`, { errors: [{ field, message }] });
}

async function settle(
  find: () => Promise<NameMatch>,
  field: string,
  thing: NamedThing,
): Promise<string> {
  const found = await lookUp(find);
  if (found.kind === 'one') return found.id;
  throw toNameError(nameProblem(field, thing, found), found);
}
