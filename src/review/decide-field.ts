import { contentOf, pick } from '../domain/content.js';
import { placeOf, type ValueChange } from '../domain/history/history-entry.js';
import { valueAt } from '../domain/history/value-at.js';
import { withValue } from '../domain/history/with-value.js';
import { ProblemError, type Problem } from '../domain/problem.js';
import type { TaskContent } from '../domain/task.js';
import { detailsFields, taskFields } from '../domain/task.js';
import type { Conflict } from './conflict-log.js';
import {
  toContext,
  written,
  type Choice,
  type DecideDeps,
  type Decided,
  type Decision,
} from './decision.js';
import { withOwnRowIds } from './own-row-ids.js';
import type { TaskRecord } from './task-history.js';

/** Agents may write at any moment: then it is judged anew. */
const maxRaces = 8;

/** Lets the chosen value of a field, a row or a property of a row stand. */
export async function decideField(
  deps: DecideDeps,
  conflict: Conflict,
  decision: Decision,
): Promise<Decided> {
  for (let race = 1; ; race += 1) {
    const reply = await tryField(deps, conflict, decision);
    if ('isWritten' in reply) return reply;
    if (reply.status < 400 || !isStale(reply) || race === maxRaces) return written(reply);
  }
}

type Reply = { readonly status: number; readonly json: string; readonly rev: number };

async function tryField(
  { history, store }: DecideDeps,
  conflict: Conflict,
  { choice, options }: Decision,
): Promise<Decided | Reply> {
  const record = await history.read(conflict.taskId);
  const { document } = record;
  if (record.tombstone !== null) {
    throw new ProblemError('deleted', `Task ${conflict.taskId} was deleted`);
  }
  const content = contentOf(document);
  const place = toPlace(conflict);
  const wanted = wantedValue(conflict, choice);
  const now = shown(conflict, valueAt(content, place));
  if (same(now, wanted)) return { isWritten: false, rev: document.rev };
  if (!options.overwrite && isChangedSince(conflict, record, now)) {
    throw new ProblemError(
      'conflict_outdated',
      `Somebody has changed ${placeOf(place)} since; send overwrite to write all the same`,
      { current: now },
    );
  }
  const target = withValue(content, { ...place, ...rowOf(content, conflict, wanted) });
  const body = withOwnRowIds(pick(target, [place.field]), content);
  const context = {
    ...toContext(options),
    // What was judged is what is written over.
    expectedRev: document.rev,
  };
  return store.write({ operation: 'update', id: document.id, body }, context);
}

/** A description is merged line by line, so that neither side's text stands as a whole: its history tells. */
function isChangedSince(conflict: Conflict, { history }: TaskRecord, now: unknown): boolean {
  if (conflict.field === 'description') {
    return history.some(
      ({ at, changes }) =>
        Date.parse(at) > Date.parse(conflict.at) &&
        changes.some((change) => change.field === 'description'),
    );
  }
  const stood = conflict.winner === 'agent' ? conflict.agentValue : conflict.personValue;
  return !same(now, stood);
}

/** The chosen value as the whole row, where the conflict is about a row or a property of one. */
function rowOf(
  content: TaskContent,
  conflict: Conflict,
  wanted: unknown,
): Pick<ValueChange, 'before' | 'behind'> {
  const { key, cell } = conflict;
  if (key === null || conflict.field === 'assigneeIds' || conflict.field === 'appliedCategories') {
    return { before: wanted };
  }
  const rows = conflict.field === 'references' ? content.references : content.checklist;
  const last = rows.at(-1);
  const behind = last === undefined ? null : 'id' in last ? last.id : last.url;
  const row = valueAt(content, { ...toPlace(conflict) });
  if (cell !== null) return { before: isRow(row) ? { ...row, [cell]: wanted } : row, behind };
  if (wanted !== null && !isRow(wanted)) {
    throw new ProblemError('invalid_input', 'value: must be a row of the list, or null', {
      errors: [{ field: 'value', message: 'must be a row of the list, or null' }],
    });
  }
  const name = conflict.field === 'references' ? 'url' : 'id';
  return { before: wanted === null ? null : { ...wanted, [name]: key }, behind };
}

function isStale({ json }: Reply): boolean {
  return (JSON.parse(json) as Problem).code === 'stale_revision';
}

function toPlace({ field, key, id }: Conflict): Omit<ValueChange, 'before'> {
  const known = [...taskFields, ...detailsFields].find((one) => one === field);
  if (known === undefined) throw new ProblemError('not_found', `Conflict ${id} cannot be read`);
  return key === null ? { field: known } : { field: known, key };
}

function wantedValue({ agentValue, personValue }: Conflict, choice: Choice): unknown {
  switch (choice.take) {
    case 'agent':
      return agentValue;
    case 'person':
      return personValue;
    case 'value':
      return choice.value;
  }
}

/** The value now, in the form in which the conflict tells its values. */
function shown({ cell }: Conflict, now: unknown): unknown {
  return cell === null || !isRow(now) ? now : now[cell];
}

function isRow(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function same(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
