import { resyncSince } from './resync-marks.js';
import type { SubscriptionDeps } from './subscription-deps.js';

/**
 * Looks for what changed while notifications may have been missed, and puts it where the inbox puts changes; nothing is
 * published here. May be repeated: what is known already counts for nothing. Answers how many were new.
 */
export async function resyncSubscription(
  deps: Pick<SubscriptionDeps, 'wanted' | 'marks' | 'statuses' | 'changes' | 'addChanges' | 'now'>,
  name: string,
): Promise<{ readonly found: number }> {
  const [wanted, mark] = await Promise.all([deps.wanted.read(name), deps.marks.read(name)]);
  if (wanted === null || wanted.removing === true) return { found: 0 };
  const { resource, changeTypes, kind } = wanted;
  const now = deps.now();
  const lastNotificationAt = (await deps.statuses.read(resource))?.lastNotificationAt ?? null;
  const since = resyncSince(
    { coveredAt: mark?.coveredAt ?? now },
    lastNotificationAt === null ? null : Date.parse(lastNotificationAt),
    now,
  );
  let deltaPath = mark?.deltaPath ?? null;
  let found = 0;
  for await (const page of deps.changes.since({ resource, changeTypes, since, deltaPath })) {
    found += await deps.addChanges(name, { kind, watched: resource, changes: page.changes });
    deltaPath = page.deltaPath ?? deltaPath;
  }
  await deps.marks.write(name, { coveredAt: now, deltaPath });
  return { found };
}
