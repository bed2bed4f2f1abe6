import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';
import type { Redis } from 'ioredis';
import type { Logger } from 'pino';
import { appAccountId } from '../domain/accounts/account.js';
import type { Config } from '../config/config.js';
import { createAwayTime } from '../subscriptions/away-time.js';
import { createSubscriptionRows } from '../subscriptions/subscription-rows.js';
import { createConfiguredSubscriptions } from '../subscriptions/configured-subscriptions.js';
import { createStandingSubscriptions } from '../subscriptions/standing-subscriptions.js';
import { createPlanSubscriptions } from '../subscriptions/plan-subscriptions.js';
import { createSourceStore } from '../sync/sources/source-store.js';
import { waitingAccounts } from '../tasks/account-state.js';
import { createLinkedPlans } from '../tasks/linked-plans.js';
import { sourceSettings } from './plan-looks.js';
import { duplicateForBlocking } from '../tasks/connect-redis.js';
import type { Alerts } from '../tasks/alerts.js';
import { startInboxRelay } from '../notifications/inbox-relay.js';
import { createValidationTokens } from '../notifications/validation-tokens.js';
import type { Keys } from '../tasks/keys.js';
import { createHurryLooks } from '../tasks/hurried-looks.js';
import type { CallFunction } from '../tasks/load-functions.js';
import { createPlanTraces, type PlanTraces } from '../tasks/plan-traces.js';
import { startRelay } from '../tasks/relay.js';
import { createStandingAccounts } from '../accounts/standing-accounts.js';
import { createAccountFlows } from '../temporal/account-flows.js';
import { createLoginFlows } from '../temporal/login-flows.js';
import { createApprovalStore } from '../approvals/approval-store.js';
import { createStandingApprovals } from '../approvals/standing-approvals.js';
import { openVault } from '../accounts/vault/open-vault.js';
import { createApprovalFlows } from '../temporal/approval-flows.js';
import { connectTemporalClient } from '../temporal/connect-client.js';
import { createDataConverter } from '../temporal/payload-encryption/data-converter.js';
import type { PayloadEncryption } from '../temporal/payload-encryption/payload-codec.js';
import { createPlanFlows } from '../temporal/plan-flows.js';
import { createSubscriptionFlows } from '../temporal/subscription-flows.js';
import { keepStanding } from '../temporal/keep-standing.js';
import { composeSubscriptions } from './subscription-parts.js';
import type { ServerCompanion } from './server-companion.js';

/** Longer than a loaded Temporal needs, short enough to notice that it is away. */
const deadlineMs = 10_000;

/** The server's way to Temporal: the relays that drain outbox and inbox, and the flows that must always stand. */
export function startSyncHandover(deps: {
  readonly config: Config;
  readonly redis: Redis;
  readonly keys: Keys;
  readonly call: CallFunction;
  readonly alerts: Alerts;
  readonly encryption: PayloadEncryption;
  readonly logger: Logger;
}): ServerCompanion {
  const { config, redis, keys, call, alerts, encryption, logger } = deps;
  const { client, connection } = connectTemporalClient(
    config.temporal,
    createDataConverter(encryption),
  );
  const linked = createLinkedPlans({ redis, keys });
  const flows = createPlanFlows({
    client,
    namespace: keys.namespace,
    taskQueue: config.temporal.taskQueue,
    rhythm: { minMs: config.watch.intervalMinMs, maxMs: config.watch.intervalMaxMs },
    // Ids only, unless nobody can read it.
    titleOf: encryption.isOn ? createTitles(createPlanTraces({ redis, keys })) : async () => null,
    deadlineMs,
  });
  // The same after a restart, which then goes on at once with what the process before it had taken.
  const consumer = config.http.port === 0 ? randomUUID() : `${hostname()}:${config.http.port}`;
  const relay = startRelay({
    redis,
    blocking: duplicateForBlocking(redis, logger),
    keys,
    alerts,
    logger,
    consumer,
    sink: {
      tasksChanged: flows.tasksChanged,
      plansTouched: (planIds) => perAccount(planIds, flows.plansTouched),
      lookNow: async (planId) => flows.lookNow(await linked.accountOf(planId), planId),
    },
  });
  const perAccount = async (
    planIds: readonly string[],
    tell: (accountId: string, ofAccount: readonly string[]) => Promise<void>,
  ): Promise<void> => {
    const groups = await linked.byAccount(planIds);
    await Promise.all([...groups].map(([accountId, ofAccount]) => tell(accountId, ofAccount)));
  };
  const subscriptions = createSubscriptionFlows({
    client,
    namespace: keys.namespace,
    taskQueue: config.temporal.taskQueue,
    deadlineMs,
  });
  const { wanted, statuses } = composeSubscriptions({ redis, keys, call, alerts });
  const { publicBaseUrl, subscriptions: requests } = config.webhook;
  const ensureSubscriptions = createStandingSubscriptions({
    configured: createConfiguredSubscriptions({ redis, keys, wanted, requests, now: Date.now }),
    wanted,
    statuses,
    rows: createSubscriptionRows({ redis, keys }),
    away: createAwayTime({ redis, keys, now: Date.now }),
    flows: subscriptions,
    waitingAmong: (accountIds) => waitingAccounts({ redis, keys }, accountIds),
    publicBaseUrl,
  });
  const accounts = createAccountFlows({
    client,
    namespace: keys.namespace,
    taskQueue: config.temporal.taskQueue,
    deadlineMs,
  });
  const ensureAccounts = createStandingAccounts({
    redis,
    keys,
    azure: config.azure,
    flows: accounts,
  });
  const approvals = createApprovalFlows({
    client,
    namespace: keys.namespace,
    taskQueue: config.temporal.taskQueue,
    deadlineMs,
  });
  const ensureApprovals = createStandingApprovals({
    store: createApprovalStore({ redis, keys, vault: openVault(config, logger) }),
    flows: approvals,
    now: Date.now,
  });
  const sources = createSourceStore({ redis, keys, ...sourceSettings(config), now: Date.now });
  const subscribePlans = createPlanSubscriptions({
    linked,
    wanted,
    isOffered: async (accountId) =>
      (await sources.read(accountId))?.notification.answer === 'accepted',
    now: Date.now,
  });
  const inbox = startInboxRelay({
    redis,
    blocking: duplicateForBlocking(redis, logger),
    keys,
    call,
    sink: subscriptions,
    tokens: createValidationTokens(config.azure),
    logger,
    consumer,
  });
  const standing = keepStanding({
    connection,
    namespace: config.temporal.namespace,
    ensure: async () => {
      await ensureAccounts();
      // Configured plans are the app's, and an agent may link one any time.
      await flows.ensureStanding([...new Set([appAccountId, ...(await linked.accounts())])]);
      await subscribePlans();
      await ensureSubscriptions();
      await ensureApprovals();
    },
    isStanding: () => flows.isStanding(),
    deadlineMs,
    logger,
  });
  return {
    hurry: createHurryLooks({
      send: (planIds, untilMs) =>
        perAccount(planIds, (accountId, ofAccount) => flows.awaited(accountId, ofAccount, untilMs)),
      onLost: (error) => logger.debug({ err: error }, 'Looks could not be hurried'),
      now: Date.now,
    }),
    outage: () => relay.outage() ?? inbox.outage() ?? standing.outage(),
    findPlanRun: (planId) => flows.findPlanRun(planId),
    subscriptions,
    accounts,
    approvals,
    logins: createLoginFlows({
      client,
      namespace: keys.namespace,
      taskQueue: config.temporal.taskQueue,
      deadlineMs,
    }),
    async stop() {
      await standing.stop();
      await Promise.all([relay.stop(), inbox.stop()]);
      await connection.close();
    },
  };
}

/** Titles change rarely and only decorate: read once, then again after ten minutes. */
function createTitles(traces: PlanTraces): (planId: string) => Promise<string | null> {
  const known = new Map<string, { readonly title: string | null; readonly readAt: number }>();
  return async (planId) => {
    const held = known.get(planId);
    if (held !== undefined && held.title !== null && Date.now() - held.readAt < 600_000) {
      return held.title;
    }
    const { title } = await traces.read(planId);
    known.set(planId, { title, readAt: Date.now() });
    return title;
  };
}
