import { createHash, randomBytes } from 'node:crypto';
import { GraphError } from '../domain/graph-error.js';
import { renewalTime } from '../domain/subscriptions/lifetime.js';
import type { SubscriptionOutcome } from '../domain/subscriptions/subscription-outcome.js';
import type { GraphSubscription } from '../graph/subscriptions/subscription-client.js';
import { idInConflict } from '../graph/subscriptions/subscription-refusal.js';
import { duplicateOf, unseenDuplicate } from './duplicate-subscription.js';
import { withLongestLife } from './longest-life.js';
import { refuse } from './refuse.js';
import { addressesAt, type SubscriptionDeps } from './subscription-deps.js';
import type { SubscriptionDraft } from './subscription-rows.js';
import { accountOf, toChangeType, type WantedSubscription } from './wanted-subscriptions.js';

/** Longer than anybody can guess, shorter than Graph's 128 characters. */
const secretBytes = 32;

/**
 * Makes the subscription with a new secret, whose hash is in Redis before Graph has it: the first notification may come
 * before Graph's answer.
 */
export async function createSubscription(
  deps: SubscriptionDeps,
  {
    name,
    wanted,
    publicBaseUrl,
  }: {
    readonly name: string;
    readonly wanted: WantedSubscription;
    readonly publicBaseUrl: string;
  },
): Promise<SubscriptionOutcome> {
  const { resource, kind, includeResourceData } = wanted;
  const accountId = accountOf(wanted);
  const certificate = includeResourceData ? await deps.currentCertificate() : null;

  const mustResync = await markBeginning(deps, name, wanted);
  const clientState = randomBytes(secretBytes).toString('base64url');
  const before = await deps.rows.draft(name);
  const draft: SubscriptionDraft = {
    name,
    kind,
    resource,
    changeType: toChangeType(wanted),
    secretHash: createHash('sha256').update(clientState).digest('hex'),
    includeResourceData,
    certificateId: certificate?.id ?? null,
    accountId,
    ...(before !== null && { isUncertain: true }),
  };
  await deps.rows.writeDraft(draft);

  const made = await post(deps, draft, () =>
    withLongestLife(wanted, deps.now(), (expiresAt) =>
      deps.clientOf(accountId).create({
        resource,
        changeType: draft.changeType,
        ...addressesAt(publicBaseUrl),
        clientState,
        expiresAt,
        certificate,
      }),
    ),
  );
  if ('kind' in made) return made;
  const renewAt = renewalTime(deps.now(), made.expiresAt, deps.random());
  const { isUncertain: _, ...certain } = draft;
  const times = {
    expiresAt: new Date(made.expiresAt).toISOString(),
    renewAt: new Date(renewAt).toISOString(),
  };
  await deps.rows.adopt(made.id, { ...certain, ...times });
  await deps.statuses.recover(resource, { name, state: 'active', ...times });
  return {
    kind: 'standing',
    subscriptionId: made.id,
    expiresAt: made.expiresAt,
    renewAt,
    isFresh: true,
    mustResync,
    mustRenew: false,
  };
}

/** From when on nothing is missed. Answers whether there was one before, so that something may have been. */
async function markBeginning(
  { marks, changesOf, now }: SubscriptionDeps,
  name: string,
  wanted: WantedSubscription,
): Promise<boolean> {
  if ((await marks.read(name)) !== null) return true;
  const coveredAt = now();
  await marks.write(name, {
    coveredAt,
    deltaPath: await changesOf(accountOf(wanted)).beginDelta(wanted.resource),
  });
  return false;
}

async function post(
  deps: SubscriptionDeps,
  draft: SubscriptionDraft,
  create: () => Promise<GraphSubscription>,
): Promise<GraphSubscription | SubscriptionOutcome> {
  try {
    return await create();
  } catch (error) {
    if (!(error instanceof GraphError)) throw error;
    // This POST made nothing; an earlier one still may.
    if (error.applied === 'no' && draft.isUncertain !== true) await deps.rows.dropDraft(draft.name);
    if (error.code !== 'conflict') throw error;
    const id = idInConflict(error);
    const found = id === null ? null : await deps.clientOf(draft.accountId).get(id);
    if (found === null) return refuse(deps, draft.resource, unseenDuplicate(error));
    const row = (await deps.rows.all()).get(found.id);
    const isOurs = addressesAt(deps.publicBaseUrl ?? '').notificationUrl === found.notificationUrl;
    if (isOurs && row === undefined) throw error;
    return refuse(deps, draft.resource, duplicateOf(found, row?.resource));
  }
}
