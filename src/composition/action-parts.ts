import type { Redis } from 'ioredis';
import type { Logger } from 'pino';
import { createAccountBook, type AccountBook } from '../accounts/account-book.js';
import type { Config } from '../config/config.js';
import { gatewayOf } from '../graph/gateway/gateway-of.js';
import { createMetadataCache } from '../metadata/metadata-cache.js';
import { createNameBook } from '../metadata/name-book.js';
import { createReadEntity } from '../metadata/read-entity.js';
import { createActionLog, type ActionLog } from '../operations/actions/action-log.js';
import type { ActionDeps } from '../operations/define-action.js';
import type { MailFiles } from '../operations/mail/files/mail-files.js';
import { createGraphFor } from '../operations/graph-for.js';
import { createPlanControl } from '../sync/plan-control/plan-control.js';
import type { Keys } from '../tasks/keys.js';
import type { CallFunction } from '../tasks/load-functions.js';
import { withRedis } from '../tasks/redis-problem.js';
import type { TaskStore } from '../tasks/task-store.js';
import type { AccountParts } from './account-parts.js';
import { composeBoards } from './board-parts.js';
import type { GraphParts } from './graph-access.js';

interface ActionParts {
  readonly config: Config;
  readonly logger: Logger;
  readonly redis: Redis;
  readonly keys: Keys;
  readonly call: CallFunction;
  readonly accounts: AccountParts;
  readonly graph: GraphParts;
  readonly store: TaskStore;
  readonly mailFiles: MailFiles;
}

/** What actions work with, the same in the server, which does them at once, and in a worker, which does them after a yes. */
export function composeActions(parts: ActionParts): ActionDeps & {
  readonly accounts: AccountBook;
  readonly actions: ActionLog;
} {
  const { config, logger, redis, keys, call, accounts, graph, store } = parts;
  const { gateway } = graph;
  const metadata = createMetadataCache({
    redis,
    keys,
    readEntityOf: (account) => createReadEntity(gatewayOf(gateway, account)),
    ...config.metadata,
    now: Date.now,
    logger,
  });
  const names = createNameBook({ redis, keys, cache: metadata, gateway });
  return {
    accounts: createAccountBook(accounts.store),
    graphFor: createGraphFor(gateway),
    metadata,
    names,
    boards: composeBoards({ ...parts, metadata, names }),
    plannerIdOf: (taskId) => withRedis(() => redis.get(keys.idMap(taskId))),
    plans: createPlanControl({ redis, keys, call, plannerOf: graph.plannerFor('waiting') }),
    store,
    timeZone: config.timeZone,
    agentSignature: config.agentSignature,
    mailFiles: parts.mailFiles,
    actions: createActionLog({
      redis,
      keys,
      vault: accounts.vault,
      onLost: (error) => logger.warn({ err: error }, 'What was done could not be noted for undo'),
      now: Date.now,
    }),
  };
}
