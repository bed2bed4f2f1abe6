import type { Redis } from 'ioredis';
import type { Logger } from 'pino';
import { agentAccountId } from '../accounts/refresh/agent-account.js';
import { createSignOut } from '../accounts/sign-out.js';
import { createAccountBook } from '../accounts/account-book.js';
import type { Config } from '../config/config.js';
import { gatewayOf } from '../graph/gateway/gateway-of.js';
import type { AuditLog } from '../access/audit-log.js';
import { createApp } from '../http/create-app.js';
import { createCallbackEndpoint } from '../http/callback-endpoint.js';
import { createEventFeed } from '../http/event-feed.js';
import { createHttpServer } from '../http/create-http-server.js';
import { createElicitationBox } from '../mcp/elicitation-box.js';
import { createMcpEndpoint } from '../mcp/endpoint.js';
import { createResources } from '../mcp/resources.js';
import { createTools } from '../mcp/tools.js';
import { createUpdateBus } from '../mcp/update-bus.js';
import { createMetadataCache } from '../metadata/metadata-cache.js';
import { createNameBook } from '../metadata/name-book.js';
import { createPeopleNames } from '../metadata/people-names.js';
import { createReadEntity } from '../metadata/read-entity.js';
import { createMetrics } from '../observability/metrics.js';
import type { OperationDeps } from '../operations/define-operation.js';
import { operations } from '../operations/registry.js';
import { taskEventsSince } from '../operations/tasks/task-events-since.js';
import { createSyncStatusReader } from '../operations/sync/create-sync-status-reader.js';
import { missingAddress } from '../subscriptions/missing-address.js';
import type { SubscriptionStarter } from '../subscriptions/standing-subscriptions.js';
import { createSubscriptionControl } from '../subscriptions/subscription-control.js';
import { createPlanControl } from '../sync/plan-control/plan-control.js';
import { createPreviewPlan } from '../sync/preview/preview-plan.js';
import { createSyncFailures } from '../sync/sync-failures.js';
import { createSyncStore } from '../sync/sync-store.js';
import { createAlerts, type Alerts } from '../tasks/alerts.js';
import { createAwaitReplicas } from '../tasks/await-replicas.js';
import type { RedisPolicyError } from '../tasks/check-redis-policy.js';
import { connectRedis, toRedisConnection } from '../tasks/connect-redis.js';
import { createEventStream } from '../tasks/event-stream.js';
import { createKeys, type Keys } from '../tasks/keys.js';
import type { CallFunction } from '../tasks/load-functions.js';
import { keepGraphUsage } from '../tasks/graph-usage.js';
import { logAlerts } from '../tasks/log-alerts.js';
import { publishSettings, streamMax } from '../tasks/settings.js';
import { createKeptReplies } from '../tasks/kept-replies.js';
import { withRedis } from '../tasks/redis-problem.js';
import type { HurryLooks } from '../tasks/hurried-looks.js';
import { createLinkedPlans } from '../tasks/linked-plans.js';
import type { PayloadEncryption } from '../temporal/payload-encryption/payload-codec.js';
import { createWaitForChange } from '../tasks/wait-for-change.js';
import { createTaskStore } from '../tasks/task-store.js';
import { watchRedis } from '../tasks/watch-redis.js';
import { composeDiagnosis } from './diagnosis/server-diagnosis.js';
import type { LoginStarter } from '../accounts/login/login-starter.js';
import type { AccountFlows } from '../temporal/account-flows.js';
import { composeAccounts, type AccountParts } from './account-parts.js';
import { composeFrontDoor } from './front-door.js';
import { composeCodec, openPayloadEncryption } from './payload-encryption.js';
import { composeLogins, type LoginParts } from './login-parts.js';
import type { OauthParts } from './oauth-parts.js';
import { openGraph } from './graph-access.js';
import { callFunctionsWhenReady } from './redis-functions.js';
import { composeSubscriptions } from './subscription-parts.js';
import { composeReview } from './review-parts.js';
import { syncSettings } from './sync-settings.js';
import { createSurroundings, type FindPlanRun } from './surroundings.js';
import { composeWebhook } from './webhook-parts.js';

export interface ServerParts {
  readonly config: Config;
  readonly logger: Logger;
  readonly redis: Redis;
  readonly keys: Keys;
  readonly call: CallFunction;
  readonly alerts: Alerts;
  readonly encryption: PayloadEncryption;
}

/** What runs beside the HTTP side in the server's process: the relay and what keeps the durable flows standing. */
export interface ServerCompanion {
  /** What is away, in a sentence; null where all is well. Answers at once. */
  outage(): string | null;
  readonly findPlanRun: FindPlanRun;
  /** Somebody waits for changes of these plans. */
  readonly hurry: HurryLooks;
  /** The flows of subscriptions; each call rejects while Temporal is away. */
  readonly subscriptions: SubscriptionStarter;
  /** The flows of accounts; likewise. */
  readonly accounts: AccountFlows;
  /** The flows of sign-ins; likewise. */
  readonly logins: LoginStarter;
  stop(): Promise<void>;
}

export interface ServerOptions {
  readonly config: Config;
  readonly logger: Logger;
  readonly version: string;
  /** Starts the companion; it must bear with an absent Redis and Temporal. */
  readonly join: (parts: ServerParts) => ServerCompanion;
  /** Redis must not be used as it is set up: the process has to end. */
  readonly onRefused: (error: RedisPolicyError) => void;
}

export interface RunningServer {
  readonly port: number;
  close(): Promise<void>;
}

const graceMs = 10_000;

/** Builds the server, wires it and listens; serves 503 as long as Redis is away. Closes in reverse. */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const { config, logger, version, join, onRefused } = options;
  const encryption = openPayloadEncryption(config, logger);
  const redis = connectRedis(toRedisConnection(config.redis), logger);
  const keys = createKeys(config.redis.namespace);
  const functions = callFunctionsWhenReady({
    redis,
    prepare: () => publishSettings(redis, keys, config),
    onRefused,
    logger,
  });
  const { wait } = config.redis;
  // WAIT holds up its connection, so reads have another one.
  const writing =
    wait.replicas === 0 ? redis : connectRedis(toRedisConnection(config.redis), logger);
  const writes =
    writing === redis
      ? functions
      : callFunctionsWhenReady({
          redis: writing,
          prepare: async () => undefined,
          onRefused,
          logger,
        });
  const alerts = createAlerts({ redis, keys, call: functions.call });
  const companion = join({ config, logger, redis, keys, call: functions.call, alerts, encryption });
  const alertLog = logAlerts({ redis, keys, logger });
  const redisWatch = watchRedis({ redis, keys, alerts, logger, wantedReplicas: wait.replicas });
  const events = createEventStream({ redis, keys, logger });
  const store = createTaskStore({
    redis,
    keys,
    call: writes.call,
    awaitReplicas: createAwaitReplicas(writing, wait),
  });
  const accounts = composeAccounts({
    config,
    redis,
    keys,
    call: functions.call,
    alerts,
    logger,
    flows: companion.accounts,
  });
  const graph = openGraph({
    config,
    logger,
    call: functions.call,
    getToken: ({ account, ...request }) => accounts.tokens.get(account, request),
  });
  const { gateway } = graph;
  const plannerOf = graph.plannerFor('waiting');
  let ownPort = config.http.port;
  const signingIn = composeLogins({
    config,
    redis,
    keys,
    accounts,
    flows: companion.logins,
    gateway,
    ownBaseUrl: () => `http://localhost:${ownPort}`,
    logger,
  });
  const stopBooks = keepGraphUsage({ redis, keys, stats: gateway.stats, logger, now: Date.now });
  const syncStatus = createSyncStatusReader({
    redis,
    keys,
    alerts,
    graph: graph.control,
    outages: [
      async () => companion.outage(),
      async () => redisWatch.outage(),
      () => missingAddress({ redis, keys, publicBaseUrl: config.webhook.publicBaseUrl }),
    ],
    now: Date.now,
  });
  const subscribed = composeSubscriptions({ redis, keys, call: functions.call, alerts });
  const subscriptions = createSubscriptionControl({
    ...subscribed,
    flows: companion.subscriptions,
    publicBaseUrl: config.webhook.publicBaseUrl,
    now: Date.now,
  });
  const bounds = { streamMax, historyMax: config.history.perTask };
  const sync = createSyncStore({ redis, keys, call: functions.call, ...bounds });
  const metadata = createMetadataCache({
    redis,
    keys,
    readEntityOf: (account) => createReadEntity(gatewayOf(gateway, account)),
    ...config.metadata,
    now: Date.now,
    logger,
  });
  const { webhook, webhookHealth } = composeWebhook({
    config,
    redis,
    keys,
    call: functions.call,
    statuses: subscribed.statuses,
    outage: () => companion.outage(),
    logger,
  });
  const door = composeFrontDoor({
    config,
    redis,
    keys,
    call: functions.call,
    logger,
    composeOauth: await oauthComposer({
      config,
      redis,
      keys,
      accounts,
      signingIn,
      flows: companion.accounts,
      logger,
    }),
  });
  const accountBook = createAccountBook(accounts.store);
  const operationDeps: OperationDeps = {
    ...signingIn,
    accounts: accountBook,
    signOut: createSignOut({
      accounts: accountBook,
      store: accounts.store,
      flows: companion.accounts,
      agentId: agentAccountId(config.azure),
      onLost: (error) =>
        logger.warn({ err: error }, 'The flow of an account could not be told that it is over'),
    }),
    audit: door.audit,
    ...composeDiagnosis({
      config,
      tokens: accounts.tokens,
      gateway,
      wanted: subscribed.wanted,
    }),
    webhookHealth,
    store,
    metadata,
    names: createNameBook({ redis, keys, cache: metadata, gateway }),
    plannerIdOf: (taskId) => withRedis(() => redis.get(keys.idMap(taskId))),
    events,
    waitForChange: createWaitForChange({
      store,
      events,
      linked: createLinkedPlans({ redis, keys }),
      hurry: companion.hurry,
      now: Date.now,
    }),
    syncStatus,
    keptReplies: createKeptReplies({ redis, keys }),
    subscriptions,
    failures: createSyncFailures({ redis, keys, call: functions.call }),
    plans: createPlanControl({ redis, keys, call: functions.call, plannerOf }),
    graph: graph.control,
    previewPlan: createPreviewPlan({
      redis,
      keys,
      call: functions.call,
      sync: { ...syncSettings(config), store: sync, plannerOf },
      detailsRotation: config.watch.detailsRotation,
    }),
    ...composeReview({
      redis,
      keys,
      store,
      alerts,
      plannerOf,
      sync,
      people: createPeopleNames({ redis, keys, cache: metadata }),
      surroundings: createSurroundings({
        status: syncStatus,
        outages: () => [companion.outage()].filter((reason) => reason !== null),
        findRun: companion.findPlanRun,
        temporalUi: config.temporal.uiUrl,
      }),
      now: Date.now,
    }),
  };
  const { guard, originOf } = door;
  const gate = door.gateTo(operationDeps);
  const feed = createEventFeed({
    guard,
    logger,
    async open(caller, request, response) {
      await gate.enter(taskEventsSince, originOf(caller, request, response));
      return gate.depsFor(caller).events;
    },
  });
  const mcp = createMcpEndpoint({
    guard,
    originOf,
    logger,
    version,
    tools: createTools(operations, gate, logger),
    resources: createResources(gate),
    elicitations: createElicitationBox({ redis, keys }),
    updatesFor: (caller) => createUpdateBus(gate.depsFor(caller).events, logger),
  });
  const app = createApp({
    operations,
    gate,
    originOf,
    guard,
    feed,
    logins: signingIn.logins,
    metrics: createMetrics({
      graph: () => graph.control.figures(),
      isHealthy: async () => (await syncStatus.read()).status === 'healthy',
    }),
    health: {
      pingRedis: () => functions.ping(),
      syncStatus: operationDeps.syncStatus,
      isOpen: config.auth.mode === 'none',
    },
    logger,
  });
  const callback = createCallbackEndpoint({
    logins: signingIn.logins,
    trustedProxies: config.notifications.trustedProxies,
    logger,
  });
  const http = createHttpServer({
    guard,
    app,
    mcp: mcp.handle,
    resource: door.resource,
    oauth: door.oauth,
    callback,
    webhook,
    codec: composeCodec({ encryption, door, gate, temporalUi: config.temporal.uiUrl, logger }),
    logger,
  });
  const port = await http.listen(config.http);
  ownPort = port;
  return {
    port,
    async close() {
      const closed = http.close(graceMs);
      events.endWaits();
      feed.close();
      await mcp.close();
      await closed;
      await companion.stop();
      await door.audit.close();
      await stopBooks();
      events.close();
      alertLog.close();
      redisWatch.stop();
      if (writing !== redis) writing.disconnect();
      redis.disconnect();
    },
  };
}

/** Loaded only where it is wanted: oidc-provider has a word to say about Node when it is. */
async function oauthComposer(parts: {
  readonly config: Config;
  readonly redis: Redis;
  readonly keys: Keys;
  readonly accounts: AccountParts;
  readonly signingIn: LoginParts;
  readonly flows: AccountFlows;
  readonly logger: Logger;
}): Promise<((audit: AuditLog) => OauthParts) | null> {
  const { config, accounts, signingIn } = parts;
  const settings = config.oauth;
  if (settings === null) return null;
  const { composeOauth } = await import('./oauth-parts.js');
  return (audit) =>
    composeOauth({
      ...parts,
      settings,
      audit,
      vault: accounts.vault,
      accounts: accounts.store,
      logins: signingIn.logins,
    });
}
