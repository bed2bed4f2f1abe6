import type { Redis } from 'ioredis';
import type { Logger } from 'pino';
import type { AuditLog } from '../access/audit-log.js';
import { agentAccountId } from '../accounts/refresh/agent-account.js';
import { createSignOut } from '../accounts/sign-out.js';
import type { Config } from '../config/config.js';
import { createPeopleNames } from '../metadata/people-names.js';
import type { OperationDeps } from '../operations/define-operation.js';
import { createDocumentReader } from '../operations/files/reading/document-reader.js';
import type { MailFiles } from '../operations/mail/files/mail-files.js';
import { operations } from '../operations/registry.js';
import { createToolCatalogue } from '../operations/tools/tool-catalogue.js';
import { createSubscriptionControl } from '../subscriptions/subscription-control.js';
import { createPreviewPlan } from '../sync/preview/preview-plan.js';
import { createSyncFailures } from '../sync/sync-failures.js';
import { createSyncStore } from '../sync/sync-store.js';
import type { Alerts } from '../tasks/alerts.js';
import { createKeptReplies } from '../tasks/kept-replies.js';
import type { Keys } from '../tasks/keys.js';
import { createLinkedPlans } from '../tasks/linked-plans.js';
import type { CallFunction } from '../tasks/load-functions.js';
import { streamMax } from '../tasks/settings.js';
import { createWaitForChange } from '../tasks/wait-for-change.js';
import type { AccountParts } from './account-parts.js';
import { composeActions } from './action-parts.js';
import { composeDiagnosis } from './diagnosis/server-diagnosis.js';
import type { GraphParts } from './graph-access.js';
import type { LoginParts } from './login-parts.js';
import { composeReview } from './review-parts.js';
import type { ServerCompanion } from './server-companion.js';
import type { composeSubscriptions } from './subscription-parts.js';
import { createSurroundings } from './surroundings.js';
import { syncSettings } from './sync-settings.js';

/** What the operations of the registry work with, in the server. */
export function composeOperations(
  parts: {
    readonly config: Config;
    readonly logger: Logger;
    readonly redis: Redis;
    readonly keys: Keys;
    readonly call: CallFunction;
    readonly alerts: Alerts;
    readonly companion: ServerCompanion;
    readonly accounts: AccountParts;
    readonly signingIn: LoginParts;
    readonly graph: GraphParts;
    readonly subscribed: ReturnType<typeof composeSubscriptions>;
    readonly audit: AuditLog;
    readonly mailFiles: MailFiles;
  } & Pick<OperationDeps, 'approvals' | 'store' | 'events' | 'syncStatus' | 'webhookHealth'>,
): OperationDeps {
  const { config, logger, redis, keys, call, alerts, companion, accounts, signingIn } = parts;
  const { graph, subscribed, store, events, syncStatus, webhookHealth } = parts;
  const { gateway } = graph;
  const plannerOf = graph.plannerFor('waiting');
  const subscriptions = createSubscriptionControl({
    ...subscribed,
    flows: companion.subscriptions,
    publicBaseUrl: config.webhook.publicBaseUrl,
    now: Date.now,
  });
  const bounds = { streamMax, historyMax: config.history.perTask };
  const sync = createSyncStore({ redis, keys, call, ...bounds });
  const acting = composeActions(parts);
  return {
    ...signingIn,
    ...acting,
    approvals: parts.approvals,
    signOut: createSignOut({
      accounts: acting.accounts,
      store: accounts.store,
      flows: companion.accounts,
      agentId: agentAccountId(config.azure),
      onLost: (error) =>
        logger.warn({ err: error }, 'The flow of an account could not be told that it is over'),
    }),
    audit: parts.audit,
    ...composeDiagnosis({
      config,
      tokens: accounts.tokens,
      gateway,
      wanted: subscribed.wanted,
    }),
    tools: createToolCatalogue(operations, config.isReadOnly),
    webhookHealth,
    documents: createDocumentReader(),
    events,
    waitForChange: createWaitForChange({
      store,
      events,
      linked: createLinkedPlans({ redis, keys }),
      hurry: companion.hurry,
      now: Date.now,
    }),
    syncStatus,
    keptReplies: createKeptReplies({ redis, keys, now: Date.now }),
    subscriptions,
    failures: createSyncFailures({ redis, keys, call }),
    graph: graph.control,
    previewPlan: createPreviewPlan({
      redis,
      keys,
      call,
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
      people: createPeopleNames({ redis, keys, cache: acting.metadata }),
      surroundings: createSurroundings({
        status: syncStatus,
        outages: () => [companion.outage()].filter((reason) => reason !== null),
        findRun: companion.findPlanRun,
        temporalUi: config.temporal.uiUrl,
      }),
      now: Date.now,
    }),
  };
}
