import { hostname } from 'node:os';
import { fileURLToPath } from 'node:url';
import { NativeConnection, Runtime, Worker } from '@temporalio/worker';
import type { Redis } from 'ioredis';
import type { Logger } from 'pino';
import {
  createAccountActivities,
  createApprovalActivities,
  createLoginActivities,
  createNotificationActivities,
  createPlanSyncActivities,
  createPlanWatchActivities,
  createReconcileActivities,
  createSubscriptionActivities,
} from '../activities/index.js';
import { CredentialError } from './accounts/msal/credential-error.js';
import { createAuditLog } from './access/audit-log.js';
import { agentAccountId } from './accounts/refresh/agent-account.js';
import { composeActions } from './composition/action-parts.js';
import { composeMailFiles } from './composition/mail-parts.js';
import { approvalSteps } from './composition/approval-parts.js';
import { composeAccounts } from './composition/account-parts.js';
import { openGraph } from './composition/graph-access.js';
import { loginSteps } from './composition/login-parts.js';
import { notificationDelivery } from './composition/notification-delivery.js';
import { subscriptionSteps } from './composition/subscription-parts.js';
import { openPayloadEncryption } from './composition/payload-encryption.js';
import { planLooks } from './composition/plan-looks.js';
import { syncSettings } from './composition/sync-settings.js';
import type { Config } from './config/config.js';
import { ConfigError } from './config/config-error.js';
import { DevelopmentKeyError } from './config/development-key.js';
import { loadConfig } from './config/load-config.js';
import { createForgetMetadata } from './metadata/forget-metadata.js';
import { CertificateError } from './notifications/encryption/encryption-pair.js';
import { openEncryptionKeys } from './notifications/encryption/encryption-keys.js';
import { createLogger } from './observability/create-logger.js';
import { createPlanConditions } from './sync/plan-conditions.js';
import { createSyncStore } from './sync/sync-store.js';
import { createAwaitReplicas } from './tasks/await-replicas.js';
import { createTaskStore } from './tasks/task-store.js';
import { createAlerts } from './tasks/alerts.js';
import { checkRedisPolicy, RedisPolicyError } from './tasks/check-redis-policy.js';
import { connectRedis, toRedisConnection, whenRedisReady } from './tasks/connect-redis.js';
import { createKeys } from './tasks/keys.js';
import { keepGraphUsage } from './tasks/graph-usage.js';
import { createLinkedPlans } from './tasks/linked-plans.js';
import { loadFunctions } from './tasks/load-functions.js';
import { streamMax } from './tasks/settings.js';
import { announceWorker } from './tasks/worker-presence.js';
import { withoutWords } from './temporal/activity-failure.js';
import { createAccountFlows } from './temporal/account-flows.js';
import { connectionOptions, connectTemporalClient } from './temporal/connect-client.js';
import { createDataConverter } from './temporal/payload-encryption/data-converter.js';
import type { PayloadEncryption } from './temporal/payload-encryption/payload-codec.js';
import { createTemporalLogger } from './temporal/temporal-logger.js';
import { untilItWorks } from './temporal/until-it-works.js';

/** An activity that waits for a token holds its place in the worker: it comes again rather than wait long. */
const flowDeadlineMs = 5_000;

async function main(): Promise<void> {
  let isWaiting = true;
  // The SDK takes these signals for its workers; while there is none, nothing would end this process.
  const endEarly = (): void => {
    if (isWaiting) process.exit(0);
  };
  process.on('SIGINT', endEarly);
  process.on('SIGTERM', endEarly);
  const config = loadConfig(process.env);
  const logger = createLogger(config.log.level, 'worker');
  Runtime.install({ logger: createTemporalLogger(logger), shutdownSignals: ['SIGINT', 'SIGTERM'] });

  const encryption = openEncryptionKeys({
    certificates: config.notifications.certificates,
    dataDir: config.dataDir,
    now: Date.now,
  });
  const payloads = openPayloadEncryption(config, logger);
  const redis = connectRedis(toRedisConnection(config.redis), logger);
  const keys = createKeys(config.redis.namespace);
  await whenRedisReady(redis);
  const call = await untilItWorks(
    async () => (await policyProblem(redis)) ?? loadFunctions(redis),
    logger,
    'Redis',
  );
  if (call instanceof RedisPolicyError) throw call;

  const deps = { redis, keys };
  const temporal = connectTemporalClient(config.temporal, createDataConverter(payloads));
  const flows = createAccountFlows({
    client: temporal.client,
    namespace: keys.namespace,
    taskQueue: config.temporal.taskQueue,
    deadlineMs: flowDeadlineMs,
  });
  const alerts = createAlerts({ ...deps, call });
  const accounts = composeAccounts({ ...deps, config, call, alerts, logger, flows });
  const graph = openGraph({
    config,
    logger,
    call,
    getToken: ({ account, ...request }) => accounts.tokens.get(account, request),
  });
  const { gateway } = graph;
  const linked = createLinkedPlans(deps);
  const conditions = createPlanConditions({ keys, call, brake: config.deleteBrake });
  const settings = syncSettings(config);
  const sync = {
    ...settings,
    plannerOf: graph.plannerFor('sync'),
    importPlannerOf: graph.plannerFor('import'),
    store: createSyncStore({ ...deps, call, streamMax, historyMax: config.history.perTask }),
    onUnexpected: (error: unknown, ref: string) =>
      logger.error({ ref, ...withoutWords(error) }, 'The sync of a task broke off'),
    conditions,
  };
  const watch = planLooks({
    ...deps,
    config,
    call,
    gateway,
    plannerOf: graph.plannerFor('sweep'),
    conditions,
    forgetMetadata: createForgetMetadata(deps),
  });
  const audit = createAuditLog({ ...deps, call, max: config.audit.max, logger });
  // WAIT holds up its connection.
  const { wait } = config.redis;
  const writing =
    wait.replicas === 0 ? redis : connectRedis(toRedisConnection(config.redis), logger);
  const store = createTaskStore({
    redis,
    keys,
    call: writing === redis ? call : await loadFunctions(writing),
    awaitReplicas: createAwaitReplicas(writing, wait),
  });
  const mailFiles = composeMailFiles({
    ...deps,
    config,
    vault: accounts.vault,
    ownBaseUrl: () => `http://localhost:${config.http.port}`,
  });
  const parts = { ...deps, config, call, accounts, graph, logger, store, mailFiles };
  const acting = composeActions(parts);
  const approvals = approvalSteps({
    ...deps,
    config,
    vault: accounts.vault,
    audit,
    actions: acting,
    alerts,
    logger,
  });
  const worker = await connectWorker(
    { config, logger, payloads },
    {
      ...createAccountActivities(accounts),
      ...createApprovalActivities({ steps: approvals }),
      ...createLoginActivities({
        steps: loginSteps({ ...deps, config, accounts }),
        announce: (accountId) => flows.signedIn(accountId),
      }),
      ...createPlanSyncActivities(sync),
      ...createPlanWatchActivities(watch),
      ...createReconcileActivities({ ...deps, linked, call }),
      ...createSubscriptionActivities(
        subscriptionSteps({ ...deps, config, call, gateway, encryption }),
      ),
      ...createNotificationActivities(
        notificationDelivery({ ...deps, config, call, gateway, encryption }),
      ),
    },
  );

  const stopBooks = keepGraphUsage({ ...deps, stats: gateway.stats, logger, now: Date.now });
  const identity = `${process.pid}@${hostname()}`;
  const presence = announceWorker({ ...deps, identity, logger });
  logger.info({ taskQueue: config.temporal.taskQueue, identity }, 'Worker is ready');
  try {
    isWaiting = false;
    const agent = agentAccountId(config.azure);
    // Its name or password may be another than the last time.
    if (agent !== null) {
      flows.signedIn(agent).catch((error: unknown) => {
        logger.warn({ err: error }, 'The account of AGENT_USER_NAME could not be looked at');
      });
    }
    await worker.run();
  } finally {
    await presence.stop();
    await audit.close();
    if (writing !== redis) writing.disconnect();
    await stopBooks();
    await temporal.connection.close();
    redis.disconnect();
  }
}

/** Not one to wait for until it is over: the process has to end. */
async function policyProblem(redis: Redis): Promise<RedisPolicyError | null> {
  try {
    await checkRedisPolicy(redis);
    return null;
  } catch (error) {
    if (error instanceof RedisPolicyError) return error;
    throw error;
  }
}

async function connectWorker(
  {
    config,
    logger,
    payloads,
  }: {
    readonly config: Config;
    readonly logger: Logger;
    readonly payloads: PayloadEncryption;
  },
  activities: object,
): Promise<Worker> {
  const { namespace, taskQueue } = config.temporal;
  const bundle = payloads.isOn ? '../workflow-bundle-encrypted.js' : '../workflow-bundle.js';
  return untilItWorks(
    async () => {
      const connection = await NativeConnection.connect(connectionOptions(config.temporal));
      return Worker.create({
        connection,
        namespace,
        taskQueue,
        activities,
        dataConverter: createDataConverter(payloads),
        workflowBundle: { codePath: fileURLToPath(new URL(bundle, import.meta.url)) },
        maxCachedWorkflows: 500,
        maxConcurrentActivityTaskExecutions: 100,
        shutdownGraceTime: '25s',
        shutdownForceTime: '30s',
      });
    },
    logger,
    'Temporal',
  );
}

try {
  await main();
} catch (error) {
  if (!(
    error instanceof ConfigError ||
    error instanceof CertificateError ||
    error instanceof CredentialError ||
    error instanceof DevelopmentKeyError ||
    error instanceof RedisPolicyError
  ))
    throw error;
  process.stderr.write(`${error.message}\n`);
  process.exit(1);
}
