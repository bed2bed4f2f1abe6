import { contentOf, pick, sameField } from '../domain/content.js';
import type { Intent } from '../domain/intent.js';
import { applyIntent } from '../domain/intent.js';
import { makeLegal } from '../domain/merge/legal.js';
import { mergeTask } from '../domain/merge/merge-task.js';
import type { FieldConflict } from '../domain/merge/merge-types.js';
import { closeGaps } from '../domain/planner-gaps.js';
import type { TaskContent } from '../domain/task.js';
import { detailsFields, taskFields } from '../domain/task.js';
import type { AgreementOutcome } from './agreement.js';
import { commitAgreement } from './agreement.js';
import type { FlowResult } from './flow-result.js';
import { lookAgain } from './flow-result.js';
import { isStale } from './graph-refusals.js';
import type { Look } from './look.js';
import { writeTimes } from './look.js';
import { fitsDetails, freshLook, withDetails } from './take-look.js';
import type { TaskSession } from './task-session.js';

const maxRounds = 8;

/**
 * Brings a task that exists on both sides to the same values: merge, write what differs, merge the answer, commit.
 * The task and its details are two objects in Graph, so they are two requests with a commit after each.
 */
export async function converge(
  session: TaskSession,
  plannerId: string,
  firstLook: Look,
): Promise<FlowResult> {
  let look = firstLook;
  for (let round = 0; round < maxRounds; round += 1) {
    const step = await nextStep(session, plannerId, look);
    switch (step.kind) {
      case 'agreed':
      case 'superseded':
        return { kind: 'done' };
      case 'claimed':
        return { kind: 'again', afterMs: 2_000, why: lookAgain.claimed };
      case 'open':
        look = step.look;
    }
  }
  return { kind: 'again', afterMs: 1_000, why: lookAgain.moving };
}

type Step =
  Exclude<AgreementOutcome, { kind: 'open' }> | { readonly kind: 'open'; readonly look: Look };

async function nextStep(session: TaskSession, plannerId: string, look: Look): Promise<Step> {
  const { document, bookkeeping } = session;
  if (document === null) return { kind: 'superseded' };
  const { intent } = bookkeeping;
  const known = bookkeeping.base ?? look.content;
  const base = intent === null ? known : applyIntent(known, intent, look.content);
  const decidedOn = contentOf(document);
  const { wanted, conflicts } = mergeLook(session, base, look);

  const taskChanges = taskFields.filter((field) => !sameField(field, wanted, look.content));
  const detailsChanges = detailsFields.filter((field) => !sameField(field, wanted, look.content));
  if (taskChanges.length === 0 && detailsChanges.length === 0) {
    const finding = { kind: 'read' as const, base, planner: look.content };
    return after(look, await commitAgreement(session, { look, finding, operation: 'read' }));
  }
  if (taskChanges.length === 0 && look.detailsEtag === null) {
    return { kind: 'open', look: await withDetails(session, plannerId, look) };
  }

  const since = session.run.now();
  const isTask = taskChanges.length > 0;
  const target = isTask
    ? { ...look.content, ...pick(wanted, taskFields) }
    : { ...look.content, ...pick(wanted, detailsFields) };
  const isRecorded = await recordIntent(session, base, { before: look.content, wanted: target });
  if (!isRecorded) return { kind: 'superseded' };
  let answered: Look;
  try {
    answered = isTask
      ? await writeTask(session, plannerId, { look, target, since, fields: taskChanges })
      : await writeDetails(session, plannerId, { look, target, since, fields: detailsChanges });
  } catch (error) {
    if (!isStale(error)) throw error;
    return { kind: 'open', look: await freshLook(session, plannerId) };
  }
  const reply = { before: look.content, wanted: target, answer: answered.content };
  return after(
    answered,
    await commitAgreement(session, {
      look: answered,
      finding: { kind: 'written', reply, document: decidedOn, merged: wanted, conflicts },
      operation: 'update',
      ...(!isTask && { wroteDetails: true }),
    }),
  );
}

function after(look: Look, outcome: AgreementOutcome): Step {
  return outcome.kind === 'open' ? { kind: 'open', look } : outcome;
}

function mergeLook(
  session: TaskSession,
  base: TaskContent,
  look: Look,
): { readonly wanted: TaskContent; readonly conflicts: readonly FieldConflict[] } {
  const { document, run, bookkeeping } = session;
  const versions = {
    base,
    agent: document === null ? look.content : contentOf(document),
    planner: look.content,
  };
  const merged = mergeTask(versions, writeTimes(bookkeeping, look));
  const legal = makeLegal(merged.value, versions, run.limits);
  return { wanted: legal.value, conflicts: [...merged.conflicts, ...legal.conflicts] };
}

/**
 * Kept before the request: if we die before the commit, our own values are known as ours. It replaces an earlier intent,
 * so what that one has explained goes into the base: values that we ourselves sent, and nothing else.
 */
async function recordIntent(
  session: TaskSession,
  base: TaskContent,
  values: Pick<Intent, 'before' | 'wanted'>,
): Promise<boolean> {
  const intent: Intent = { at: session.run.now(), ...values };
  const isReplaced = session.bookkeeping.intent !== null;
  const state = {
    intent: JSON.stringify(intent),
    ...(isReplaced && { base: JSON.stringify(base) }),
  };
  return (await session.commit({ state })) === 'ok';
}

interface Write<F> {
  readonly look: Look;
  readonly target: TaskContent;
  readonly since: number;
  readonly fields: readonly F[];
}

async function writeTask(
  session: TaskSession,
  plannerId: string,
  { look, target, since, fields }: Write<(typeof taskFields)[number]>,
): Promise<Look> {
  const { run } = session;
  const task = await run.planner.updateTask({
    plannerId,
    etag: look.etag,
    changes: pick(target, fields),
    current: pick(look.content, taskFields),
  });
  const answered: Look = {
    ...look,
    content: { ...look.content, ...closeGaps(task.fields, task.gaps, target) },
    etag: task.etag,
    task,
    since,
    person: { from: look.since, to: run.now() },
  };
  // Our write may have covered the etag of a person's edit of the details: then only the counts show it.
  return fitsDetails(task.derived, look.content)
    ? answered
    : withDetails(session, plannerId, answered);
}

async function writeDetails(
  { run }: TaskSession,
  plannerId: string,
  { look, target, since, fields }: Write<(typeof detailsFields)[number]>,
): Promise<Look> {
  if (look.detailsEtag === null) return look;
  const details = await run.planner.updateDetails({
    plannerId,
    etag: look.detailsEtag,
    changes: pick(target, fields),
    current: pick(look.content, detailsFields),
    ...(look.details?.handles !== undefined && { handles: look.details.handles }),
  });
  return {
    ...look,
    content: { ...look.content, ...closeGaps(details.fields, details.gaps, target) },
    detailsEtag: details.etag,
    details,
    since,
    detailsPerson: { from: look.since, to: run.now() },
  };
}
