import { GraphError } from '../domain/graph-error.js';
import { toRefusal } from '../graph/subscriptions/subscription-refusal.js';
import { resyncSince, type ResyncMark } from './resync-marks.js';
import type { SubscriptionDeps } from './subscription-deps.js';
import { accountOf, type WantedSubscription } from './wanted-subscriptions.js';

type ResyncDeps = Pick<
  SubscriptionDeps,
  'wanted' | 'marks' | 'statuses' | 'changesOf' | 'addChanges' | 'now'
>;

/**
 * Looks for what changed while notifications may have been missed, and puts it where the inbox puts changes; nothing is
 * published here. May be repeated: what is known already counts for nothing. Answers how many were new. Where Graph will
 * not be asked, that is owed, so that what is notified meanwhile is told all the same.
 */
export async function resyncSubscription(
  deps: ResyncDeps,
  name: string,
): Promise<{ readonly found: number }> {
  const [wanted, before] = await Promise.all([deps.wanted.read(name), deps.marks.read(name)]);
  if (wanted === null || wanted.removing === true) return { found: 0 };
  const mark = before ?? { coveredAt: deps.now(), deltaPath: null };
  try {
    return { found: await lookBack(deps, { name, wanted, mark }) };
  } catch (error) {
    if (!isForGood(error, wanted.resource)) throw error;
    await deps.marks.write(name, { ...mark, isOwed: true });
    await deps.statuses.note(wanted.resource, {
      error: `What was missed cannot be looked for: ${error.message}. ${error.advice}`,
    });
    return { found: 0 };
  }
}

async function lookBack(
  deps: ResyncDeps,
  { name, wanted, mark }: { name: string; wanted: WantedSubscription; mark: ResyncMark },
): Promise<number> {
  const { resource, changeTypes, kind } = wanted;
  const now = deps.now();
  const since = resyncSince(mark);
  let { deltaPath } = mark;
  let found = 0;
  const changes = deps.changesOf(accountOf(wanted));
  for await (const page of changes.since({ resource, changeTypes, since, deltaPath })) {
    found += await deps.addChanges(name, { kind, watched: resource, changes: page.changes });
    deltaPath = page.deltaPath ?? deltaPath;
  }
  await deps.marks.write(name, { coveredAt: now, deltaPath });
  return found;
}

/** Refused, or answered with what nobody can read: asking again would hold up what is notified for ever. */
function isForGood(error: unknown, resource: string): error is GraphError {
  if (!(error instanceof GraphError)) return false;
  if (error.code === 'unauthorized' || error.code === 'reauth_required') return false;
  return error.code === 'unexpected' || toRefusal(error, resource) !== null;
}
