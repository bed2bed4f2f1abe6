import type { Redis } from 'ioredis';
import { pino } from 'pino';
import { createApprovalActivities } from '../../../activities/index.js';
import { createAuditLog } from '../../../src/access/audit-log.js';
import { composeAccounts } from '../../../src/composition/account-parts.js';
import { composeActions } from '../../../src/composition/action-parts.js';
import { approvalSteps } from '../../../src/composition/approval-parts.js';
import { composeMailFiles } from '../../../src/composition/mail-parts.js';
import { openGraph } from '../../../src/composition/graph-access.js';
import type { Config } from '../../../src/config/config.js';
import { createAlerts } from '../../../src/tasks/alerts.js';
import { createAwaitReplicas } from '../../../src/tasks/await-replicas.js';
import { createKeys } from '../../../src/tasks/keys.js';
import { loadFunctions } from '../../../src/tasks/load-functions.js';
import { createTaskStore } from '../../../src/tasks/task-store.js';

/** As a worker composes them. */
export async function approvalActivities(config: Config, redis: Redis): Promise<object> {
  const logger = pino({ level: 'silent' });
  const keys = createKeys(config.redis.namespace);
  const call = await loadFunctions(redis);
  const deps = { config, redis, keys, call, logger };
  const alerts = createAlerts(deps);
  const accounts = composeAccounts({
    ...deps,
    alerts,
    flows: { refresh: () => Promise.reject(new Error('Nobody refreshes here')) },
  });
  const graph = openGraph({
    config,
    logger,
    call,
    getToken: ({ account, ...request }) => accounts.tokens.get(account, request),
  });
  const store = createTaskStore({
    ...deps,
    awaitReplicas: createAwaitReplicas(redis, config.redis.wait),
  });
  const mailFiles = composeMailFiles({
    ...deps,
    vault: accounts.vault,
    ownBaseUrl: () => 'http://localhost:8000',
  });
  const steps = approvalSteps({
    ...deps,
    vault: accounts.vault,
    audit: createAuditLog({ ...deps, max: config.audit.max }),
    actions: composeActions({ ...deps, accounts, graph, store, mailFiles }),
    alerts,
  });
  return createApprovalActivities({ steps });
}
