import { contentOf, emptyDetails, pick, sameField } from '../domain/content.js';
import { makeLegal } from '../domain/merge/legal.js';
import { mergeTask } from '../domain/merge/merge-task.js';
import type { FieldConflict, WriteTimes } from '../domain/merge/merge-types.js';
import type { PlannerClient, PlannerDetails, PlannerTask } from '../domain/planner.js';
import { ProblemError } from '../domain/problem.js';
import { detailsFields, taskFields, type TaskContent } from '../domain/task.js';
import type { BoardDeps } from './board-deps.js';
import { contentOfTask, fromPlanner, type SeenInPlanner } from './board-task.js';
import type { ChangedTask } from './change-task.js';
import { isStale, mostTries } from './stale.js';
import { applyChange, needsDetails, type TaskChange } from './task-change.js';

type Client = Pick<PlannerClient, 'getTask' | 'getDetails' | 'updateTask' | 'updateDetails'>;

/**
 * Changes a task in Planner itself, from what was seen of it. Where others wrote meanwhile it is read again and merged as
 * sync does it: what others changed stays, and of a value that both changed at the same moment theirs stands, which
 * `conflicts` tells. ProblemError graph_conflict where nothing of the change stands, or others write all the time;
 * invalid_input where it would begin after it is due. GraphErrors.
 */
export async function changeInPlanner(
  { limits, webUrl, now }: Pick<BoardDeps, 'limits' | 'webUrl' | 'now'>,
  client: Client,
  { found, change }: { readonly found: SeenInPlanner; readonly change: TaskChange },
): Promise<ChangedTask> {
  const { plannerId } = found.seen;
  let seen = found.seen;
  let details = found.details ?? (needsDetails(change) ? await client.getDetails(plannerId) : null);
  const before = fromPlanner({ ...found, details }, webUrl);
  const asked = applyChange(contentOfTask(before), change);
  refuseBackwards(asked, before.fields);
  let { readAt } = found;
  let [base, wanted] = [contentOf({ ...seen.fields, ...fieldsOf(details) }), asked];
  const conflicts: FieldConflict[] = [];
  let isWritten = false;
  for (let tries = 1; ; tries += 1) {
    try {
      if (differs(taskFields, base, wanted)) {
        const changes = pick(wanted, taskFields);
        const { etag, fields: current } = seen;
        seen = await client.updateTask({ plannerId, etag, changes, current });
        isWritten = true;
        [base, wanted] = [
          { ...base, ...seen.fields },
          { ...wanted, ...seen.fields },
        ];
      }
      if (details !== null && differs(detailsFields, base, wanted)) {
        const changes = pick(wanted, detailsFields);
        const { etag, handles, fields: current } = details;
        details = await client.updateDetails({ plannerId, etag, changes, current, handles });
        isWritten = true;
      }
      break;
    } catch (error) {
      if (!isStale(error) || tries >= mostTries) throw error;
      const startedAt = now();
      const [task, more]: readonly [PlannerTask, PlannerDetails | null] = await Promise.all([
        client.getTask(plannerId),
        details === null ? null : client.getDetails(plannerId),
      ]);
      const versions = {
        base,
        agent: wanted,
        planner: contentOf({ ...task.fields, ...fieldsOf(more) }),
      };
      const merged = mergeTask(versions, timesOf(readAt, startedAt));
      const legal = makeLegal(merged.value, versions, limits);
      conflicts.push(...merged.conflicts, ...legal.conflicts);
      [seen, details, readAt] = [task, more, startedAt];
      [base, wanted] = [versions.planner, legal.value];
    }
  }
  if (conflicts.length > 0 && !isWritten) refuseLost(conflicts);
  const after = fromPlanner({ seen, details, readAt: now() }, webUrl);
  return { before, after, conflicts, written: null };
}

function fieldsOf(details: PlannerDetails | null): PlannerDetails['fields'] {
  return details?.fields ?? emptyDetails;
}

function differs(
  fields: readonly (keyof TaskContent)[],
  base: TaskContent,
  wanted: TaskContent,
): boolean {
  return fields.some((field) => !sameField(field, base, wanted));
}

/** Whoever asks is here now; others wrote some time between the two readings. That is one moment, and then they win. */
function timesOf(from: number, to: number): WriteTimes {
  return { agentAt: () => to, personAt: () => ({ from, to }) };
}

/** Planner refuses it, with less clear words. */
function refuseBackwards(
  { startDateTime, dueDateTime }: TaskContent,
  before: Pick<TaskContent, 'startDateTime' | 'dueDateTime'>,
): void {
  if (startDateTime === null || dueDateTime === null) return;
  if (startDateTime === before.startDateTime && dueDateTime === before.dueDateTime) return;
  if (Date.parse(startDateTime) <= Date.parse(dueDateTime)) return;
  const isDue = dueDateTime !== before.dueDateTime;
  const message = isDue
    ? `${dueDateTime} is before it starts, at ${startDateTime}`
    : `${startDateTime} is after it is due, at ${dueDateTime}`;
  const field = isDue ? 'dueAt' : 'startAt';
  throw new ProblemError('invalid_input', `${field}: ${message}`, { errors: [{ field, message }] });
}

function refuseLost(conflicts: readonly FieldConflict[]): never {
  const fields = [...new Set(conflicts.map(({ field }) => field))].join(', ');
  throw new ProblemError(
    'graph_conflict',
    `Somebody changed the same (${fields}) at the same moment, and theirs stands; look at the task and decide anew`,
  );
}
