import { emptyDetails, sameField } from '../domain/content.js';
import { closeGaps } from '../domain/planner-gaps.js';
import type { PlannerTask } from '../domain/planner.js';
import type { TaskContent } from '../domain/task.js';
import { taskFields } from '../domain/task.js';
import { isNotFound } from './graph-refusals.js';
import type { Look } from './look.js';
import { toLook } from './look.js';
import { mayHold } from './sync-run.js';
import type { TaskSession } from './task-session.js';

/** The task and its details as Graph has them now. */
export async function freshLook(session: TaskSession, plannerId: string): Promise<Look> {
  const { run, bookkeeping } = session;
  const since = run.now();
  const [task, details] = await Promise.all([
    run.planner.getTask(plannerId),
    run.planner.getDetails(plannerId),
  ]);
  return toLook(
    task,
    details,
    { since, person: { from: bookkeeping.lookedAt, to: run.now() } },
    { fields: bookkeeping.base ?? bookkeeping.intent?.wanted ?? emptyDetails, etag: null },
  );
}

/** The same look with the details read; needed for their etag before they are first written. */
export async function withDetails(
  session: TaskSession,
  plannerId: string,
  look: Look,
): Promise<Look> {
  const details = await session.run.planner.getDetails(plannerId);
  return {
    ...look,
    content: { ...look.content, ...closeGaps(details.fields, details.gaps, look.content) },
    detailsEtag: details.etag,
    details,
    detailsPerson: { from: look.person.from, to: session.run.now() },
  };
}

/**
 * The cheapest look that is safe: what a sweep just saw, else what the last commit left (Graph refuses a write on a
 * stale etag, so assuming is safe), else a fresh one. A task that a listing did not hold is always asked for.
 */
export async function cheapestLook(session: TaskSession, plannerId: string): Promise<Look> {
  const { seen, bookkeeping, etag } = session;
  const { base, intent, isRestored } = bookkeeping;
  // The delete may have been done before the task was brought back.
  if (isRestored) return freshLook(session, plannerId);
  // Whether that write was done can only be seen, and the next intent would replace what we know of it.
  if (intent !== null) return freshLook(session, plannerId);
  if (seen?.kind === 'task') {
    const person = {
      from: Math.max(bookkeeping.lookedAt, seen.previousLookAt ?? 0),
      to: seen.firstSeenAt,
    };
    const needsDetails = !areDetailsKnown(session, seen.task);
    const details = needsDetails ? await session.run.planner.getDetails(plannerId) : null;
    return toLook(
      seen.task,
      details,
      {
        since: seen.listedAt,
        person,
        // They may hold what a person wrote after that listing.
        ...(details !== null && { detailsPerson: { from: person.from, to: session.run.now() } }),
      },
      { fields: base ?? emptyDetails, etag: session.detailsEtag },
    );
  }
  if (seen !== null || base === null || etag === null) return freshLook(session, plannerId);
  return {
    content: base,
    etag,
    detailsEtag: session.detailsEtag,
    task: null,
    details: null,
    since: bookkeeping.lookedAt,
    person: { from: bookkeeping.lookedAt, to: session.run.now() },
  };
}

/**
 * Whether a new etag of the task leaves its details as we know them: there are none on either side, or our own write
 * of the details explains it (it moves the task's derived values). The rotation of details checks the second case.
 */
function areDetailsKnown(session: TaskSession, task: PlannerTask): boolean {
  const { base, expectsNewEtag } = session.bookkeeping;
  const { derived } = task;
  const hasNone =
    !derived.hasDescription && derived.checklistItemCount === 0 && derived.referenceCount === 0;
  const known: TaskContent | null = base;
  if (known === null) return hasNone;
  const knewNone =
    known.description === '' && known.checklist.length === 0 && known.references.length === 0;
  if (hasNone && knewNone) return true;
  return (
    expectsNewEtag &&
    fitsDetails(derived, known) &&
    taskFields.every((field) => sameField(field, { ...known, ...task.fields }, known))
  );
}

/** Whether what Planner derives from a task's details can come from these. */
export function fitsDetails(derived: PlannerTask['derived'], known: TaskContent): boolean {
  return (
    derived.hasDescription === (known.description !== '') &&
    derived.checklistItemCount === known.checklist.length &&
    derived.activeChecklistItemCount === known.checklist.filter((row) => !row.isChecked).length &&
    derived.referenceCount === known.references.length
  );
}

/**
 * Whether Planner no longer has the task: a complete listing of its plan without it, and a 404 on its own GET. One of
 * them alone proves nothing.
 */
export async function isProvenGone(session: TaskSession, plannerId: string): Promise<boolean> {
  const { run, seen } = session;
  if (seen?.kind !== 'missing') {
    const listing = await run.listing();
    const isListed = listing.tasks.some((task) => task.plannerId === plannerId);
    if (isListed || mayHold(listing, plannerId)) return false;
  }
  try {
    await run.planner.getTask(plannerId);
    return false;
  } catch (error) {
    if (isNotFound(error)) return true;
    throw error;
  }
}
