import { contentOf, emptyDetails } from '../domain/content.js';
import { GraphError } from '../domain/graph-error.js';
import type { Adoption } from '../domain/adoption.js';
import type { Intent } from '../domain/intent.js';
import type { PlannerTask, PlannerTaskFields } from '../domain/planner.js';
import { commitAgreement } from './agreement.js';
import { converge } from './converge.js';
import type { FlowResult } from './flow-result.js';
import { lookAgain } from './flow-result.js';
import { toLook } from './look.js';
import type { LostCreates } from './lost-creates.js';
import { plannedCreate } from './planned-create.js';
import { freshLook } from './take-look.js';
import type { SyncStep } from './sync-store.js';
import type { TaskSession } from './task-session.js';

/**
 * Makes the Planner task of a document, once. Graph has no idempotency mark, so every attempt is recorded before its
 * request, and before a repeated one the task that the first may have made is looked for and adopted.
 */
export async function createInPlanner(
  session: TaskSession,
  lostCreates: () => Promise<LostCreates>,
): Promise<FlowResult> {
  const found = await resolveAttempt(session, lostCreates);
  switch (found.kind) {
    case 'adopted':
      return adopt(session, found);
    case 'wait':
      return { kind: 'again', afterMs: found.ms, why: lookAgain.createUnanswered };
    case 'none':
      return post(session);
  }
}

/** So many times longer it is waited while it cannot be told which task came from which create. */
const undecidedFactor = 4;

type Resolution =
  | { readonly kind: 'none' }
  | ({ readonly kind: 'adopted' } & Adoption)
  | { readonly kind: 'wait'; readonly ms: number };

/** What became of the open attempt of a task, if it has one. */
export async function resolveAttempt(
  session: TaskSession,
  lostCreates: () => Promise<LostCreates>,
): Promise<Resolution> {
  const { bookkeeping, run, taskId } = session;
  const { attempt } = bookkeeping;
  if (attempt === null) return { kind: 'none' };
  const { adopted, undecided } = await lostCreates();
  const adoption = adopted.get(taskId);
  if (adoption !== undefined) return { kind: 'adopted', ...adoption };
  const age = run.now() - attempt.at;
  // Tasks that another tool made with this app's credentials would leave it undecided for ever.
  const patience = run.lateCreateMs * (undecided.has(taskId) ? undecidedFactor : 1);
  return age < patience ? { kind: 'wait', ms: patience - age } : { kind: 'none' };
}

async function post(session: TaskSession): Promise<FlowResult> {
  const { document, run } = session;
  if (document === null) return { kind: 'done' };
  const since = run.now();
  const { attempt, intent } = plannedCreate(document, since);
  const { wanted: posted } = intent;
  const recorded = await session.commit({
    // Deleted or changed meanwhile: that is announced by itself, and nothing was posted yet.
    expectRev: document.rev,
    attempt,
    ...givenUpBy(session),
    state: {
      attempt: JSON.stringify(attempt),
      intent: JSON.stringify(intent),
    },
  });
  if (recorded !== 'ok') return { kind: 'done' };

  let task: PlannerTask;
  try {
    task = await run.planner.createTask(run.planId, attempt.posted);
  } catch (error) {
    if (error instanceof GraphError && error.applied === 'no') {
      await session.commit({ attempt: null, state: { attempt: null, intent: null } });
    }
    throw error;
  }
  const look = toLook(
    task,
    null,
    { since, person: { from: since, to: run.now() } },
    { fields: posted, etag: null },
  );
  const outcome = await commitAgreement(session, {
    look,
    finding: {
      kind: 'written',
      reply: { before: null, wanted: posted, answer: look.content },
      document: contentOf(document),
      merged: contentOf(document),
      conflicts: [],
    },
    operation: 'create',
    claim: task.plannerId,
  });
  switch (outcome.kind) {
    case 'open':
      return converge(session, task.plannerId, look);
    case 'claimed':
      return { kind: 'again', afterMs: run.lateCreateMs, why: lookAgain.claimed };
    case 'agreed':
    case 'superseded':
      return { kind: 'done' };
  }
}

/** The open attempt of a task, which is waited for no longer: Graph may still apply it. */
export function givenUpBy({ bookkeeping, taskId }: TaskSession): Pick<SyncStep, 'givenUp'> {
  const { attempt } = bookkeeping;
  return attempt === null ? {} : { givenUp: { taskId, ...attempt } };
}

/** What a create is known to have sent, for a state that no longer says so. */
export function intentOf(posted: PlannerTaskFields, at: number): Intent {
  return plannedCreate(posted, at).intent;
}

/** Where an earlier create made the task, its record is used up, and the newer create is not waited for. */
export function createsOf(
  session: TaskSession,
  { earlier }: Adoption,
): Pick<SyncStep, 'givenUp' | 'accounted'> {
  return earlier === undefined ? {} : { ...givenUpBy(session), accounted: earlier };
}

async function adopt(session: TaskSession, adoption: Adoption): Promise<FlowResult> {
  const { plannerId, posted } = adoption;
  const look = await freshLook(session, plannerId);
  const outcome = await commitAgreement(session, {
    look,
    finding: { kind: 'adopted', posted: { ...posted, ...emptyDetails }, planner: look.content },
    operation: 'adopt',
    claim: plannerId,
    also: createsOf(session, adoption),
  });
  switch (outcome.kind) {
    case 'open':
      return converge(session, plannerId, look);
    case 'claimed':
      return { kind: 'again', afterMs: session.run.lateCreateMs, why: lookAgain.claimed };
    case 'agreed':
    case 'superseded':
      return { kind: 'done' };
  }
}
