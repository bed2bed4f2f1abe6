import type { SubscriptionOutcome } from '../domain/subscriptions/subscription-outcome.js';
import { toOwnSpelling } from '../domain/subscriptions/watch-request.js';
import type { GraphSubscription } from '../graph/subscriptions/subscription-client.js';
import { createSubscription } from './create-subscription.js';
import { deleteAtGraph } from './delete-at-graph.js';
import { duplicateOf } from './duplicate-subscription.js';
import { refuse, unlessRefused } from './refuse.js';
import { renewalTime } from '../domain/subscriptions/lifetime.js';
import { coveredUntil } from './resync-marks.js';
import { addressesAt, type SubscriptionDeps } from './subscription-deps.js';
import type { SubscriptionDraft, SubscriptionRow } from './subscription-rows.js';
import { accountOf, toChangeType, type WantedSubscription } from './wanted-subscriptions.js';

/**
 * Makes sure that Graph has the subscription as it is wanted: finds the one that is there, or one whose creation was not
 * heard of, or makes one. Idempotent; never leaves two.
 */
export async function ensureSubscription(
  deps: SubscriptionDeps,
  name: string,
): Promise<SubscriptionOutcome> {
  const wanted = await deps.wanted.read(name);
  if (wanted === null || wanted.removing === true) return { kind: 'unwanted' };
  const { publicBaseUrl } = deps;
  if (publicBaseUrl === null) return noAddress(deps, name, wanted);
  await deps.statuses.note(wanted.resource, { name, address: publicBaseUrl });
  return unlessRefused(deps, wanted, async () => {
    const { notificationUrl } = addressesAt(publicBaseUrl);
    // The resource of one that we know by its id cannot have changed, however Graph spells it.
    const asWanted = (found: GraphSubscription, row: SubscriptionRow): boolean =>
      found.notificationUrl === notificationUrl &&
      sorted(found.changeType) === sorted(toChangeType(wanted)) &&
      (found.includeResourceData ?? row.includeResourceData) === wanted.includeResourceData;
    const known = await findKnown(deps, { name, wanted }, asWanted);
    if (known !== null) return known;
    await noteBeginning(deps, wanted.resource);
    return (
      (await clearTheWay(deps, { name, wanted, notificationUrl })) ??
      createSubscription(deps, { name, wanted, publicBaseUrl })
    );
  });
}

/** A reason why there is none stays, until it is known to be over. */
async function noteBeginning({ statuses }: SubscriptionDeps, resource: string): Promise<void> {
  const status = await statuses.read(resource);
  if (status !== null && status.state !== 'active') return;
  await statuses.note(resource, { state: 'creating', expiresAt: null, renewAt: null });
}

/** The one that we know of, if Graph still has it as it is wanted; what is otherwise, or another account's, is deleted. */
async function findKnown(
  deps: SubscriptionDeps,
  { name, wanted }: { readonly name: string; readonly wanted: WantedSubscription },
  asWanted: (found: GraphSubscription, row: SubscriptionRow) => boolean,
): Promise<SubscriptionOutcome | null> {
  let standing: SubscriptionOutcome | null = null;
  for (const [id, row] of await deps.rows.ofName(name)) {
    if (row.accountId !== accountOf(wanted)) {
      await deleteAtGraph(deps, id, row.accountId);
      await deps.rows.drop(id);
      continue;
    }
    const client = deps.clientOf(row.accountId);
    const found = await client.get(id);
    const isGood = found !== null && asWanted(found, row) && found.expiresAt > deps.now();
    if (isGood && standing === null) standing = await keep(deps, found, row);
    else {
      if (found !== null) await client.delete(id);
      await deps.rows.drop(id);
    }
  }
  return standing;
}

async function keep(
  deps: SubscriptionDeps,
  found: GraphSubscription,
  row: SubscriptionRow,
): Promise<SubscriptionOutcome> {
  const expiresAt = new Date(found.expiresAt).toISOString();
  const known = row.expiresAt === expiresAt ? row.renewAt : undefined;
  const renewAt =
    known ?? new Date(renewalTime(deps.now(), found.expiresAt, deps.random())).toISOString();
  await deps.rows.write(found.id, { ...row, expiresAt, renewAt });
  await deps.statuses.recover(row.resource, { state: 'active', expiresAt, renewAt });
  const isOwed = await advanceMark(deps, row);
  const certificate = row.includeResourceData ? await deps.currentCertificate() : null;
  return {
    kind: 'standing',
    subscriptionId: found.id,
    expiresAt: found.expiresAt,
    renewAt: Date.parse(renewAt),
    isFresh: false,
    mustResync: isOwed,
    mustRenew:
      certificate !== null &&
      certificate.id !== (found.encryptionCertificateId ?? row.certificateId),
  };
}

/** It stands: what came long ago came whole. Answers whether something missed is still to be looked for. */
async function advanceMark(
  { marks, statuses, now }: SubscriptionDeps,
  { name, resource }: SubscriptionRow,
): Promise<boolean> {
  const [mark, status] = await Promise.all([marks.read(name), statuses.read(resource)]);
  if (mark === null) {
    await marks.write(name, { coveredAt: now(), deltaPath: null });
    return false;
  }
  if (mark.isOwed === true) return true;
  const heardAt = status?.lastNotificationAt ?? null;
  const coveredAt = coveredUntil(mark, heardAt === null ? null : Date.parse(heardAt));
  if (coveredAt > mark.coveredAt) await marks.write(name, { ...mark, coveredAt });
  return false;
}

/**
 * What stands at Graph already. Adopted is the one that our own POST made without our hearing of it. Deleted is what is
 * surely ours and of no use: at our very address and unknown here, so that its secret is lost. Anybody else's stays.
 */
async function clearTheWay(
  deps: SubscriptionDeps,
  {
    name,
    wanted,
    notificationUrl,
  }: {
    readonly name: string;
    readonly wanted: WantedSubscription;
    readonly notificationUrl: string;
  },
): Promise<SubscriptionOutcome | null> {
  // In this order: who makes one has a draft before Graph has it, and a row before the draft goes.
  const client = deps.clientOf(accountOf(wanted));
  const found = await client.list();
  const [drafts, draft, others] = await Promise.all([
    deps.rows.draftNames(),
    deps.rows.draft(name),
    deps.wanted.all(),
  ]);
  const rows = await deps.rows.all();
  const isAnotherMade = drafts.some((other) => other !== name);
  const resources = new Set(
    [...others].filter(([other]) => other !== name).map(([, { resource }]) => resource),
  );
  for (const one of found) {
    const isOurs = one.notificationUrl === notificationUrl;
    const row = rows.get(one.id);
    const inTheWay = isInTheWay(one, wanted);
    if (isOurs && inTheWay && row === undefined && draft !== null && draft.isUncertain !== true) {
      if (saysTheSame(draft, wanted) && isAlike(one, wanted)) return adopt(deps, one, draft);
    }
    const isOthers = isAnotherMade || resources.has(toOwnSpelling(one.resource) ?? '');
    const isLost = isOurs && row === undefined && (inTheWay || !isOthers);
    if (isLost || (inTheWay && row?.name === name)) {
      await client.delete(one.id);
      await deps.rows.drop(one.id);
    } else if (inTheWay) return refuse(deps, wanted.resource, duplicateOf(one, row?.resource));
  }
  return null;
}

async function adopt(
  deps: SubscriptionDeps,
  found: GraphSubscription,
  draft: SubscriptionDraft,
): Promise<SubscriptionOutcome> {
  const row = { ...draft, expiresAt: new Date(found.expiresAt).toISOString() };
  await deps.rows.adopt(found.id, row);
  return keep(deps, found, row);
}

async function noAddress(
  deps: SubscriptionDeps,
  name: string,
  { resource }: WantedSubscription,
): Promise<SubscriptionOutcome> {
  const error = 'No public address is set, so Microsoft Graph cannot notify. Set PUBLIC_BASE_URL.';
  await deps.statuses.note(resource, { name, state: 'no_address', address: null, error });
  return { kind: 'refused', reason: 'no_address', retryAfterMs: null };
}

/** The same resource and changes: Graph takes only one of these from an app registration. */
function isInTheWay(found: GraphSubscription, wanted: WantedSubscription): boolean {
  return (
    toOwnSpelling(found.resource) === wanted.resource &&
    sorted(found.changeType) === sorted(toChangeType(wanted))
  );
}

function saysTheSame(draft: SubscriptionDraft, wanted: WantedSubscription): boolean {
  return (
    draft.changeType === toChangeType(wanted) &&
    draft.includeResourceData === wanted.includeResourceData &&
    draft.accountId === accountOf(wanted)
  );
}

function isAlike(found: GraphSubscription, wanted: WantedSubscription): boolean {
  const { includeResourceData } = wanted;
  return (found.includeResourceData ?? includeResourceData) === includeResourceData;
}

function sorted(changeType: string): string {
  return changeType
    .toLowerCase()
    .split(',')
    .map((type) => type.trim())
    .toSorted()
    .join();
}
