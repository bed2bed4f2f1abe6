import type { Redis } from 'ioredis';
import type { Logger } from 'pino';
import type { Config } from '../config/config.js';
import type { OriginOf } from '../http/origin-of.js';
import type { RequestGuard } from '../http/request-guard.js';
import { createCompletions } from '../mcp/completions/completions.js';
import { createElicitationBox } from '../mcp/elicitation-box.js';
import { createMcpEndpoint, type McpEndpoint } from '../mcp/endpoint.js';
import { createPrompts } from '../mcp/prompts/prompts.js';
import { createResources } from '../mcp/resources.js';
import { createTools } from '../mcp/tools.js';
import { createUpdateBus } from '../mcp/update-bus.js';
import { createToldChanges } from '../notifications/told-changes.js';
import type { Gate } from '../operations/access/gate.js';
import { operations } from '../operations/registry.js';
import type { Keys } from '../tasks/keys.js';

/** MCP over the registry, and what its listeners hear: tasks and plans of the store, and what Graph notifies about. */
export function composeMcp(deps: {
  readonly config: Config;
  readonly redis: Redis;
  readonly keys: Keys;
  readonly guard: RequestGuard;
  readonly originOf: OriginOf;
  readonly gate: Gate;
  readonly version: string;
  readonly logger: Logger;
}): McpEndpoint {
  const { config, redis, keys, guard, originOf, gate, version, logger } = deps;
  const resources = createResources(operations, gate);
  const told = createToldChanges({ redis, keys, logger });
  const endpoint = createMcpEndpoint({
    guard,
    originOf,
    logger,
    version,
    tools: createTools({ operations, gate, logger, ...config.mcp }),
    usualProfile: config.mcp.profile,
    resources,
    prompts: createPrompts(operations, gate),
    completions: createCompletions(operations, gate),
    elicitations: createElicitationBox({ redis, keys }),
    updatesFor: (caller) =>
      createUpdateBus(
        {
          tasks: resources.mayHearOfTasks(caller) ? gate.depsFor(caller).events : null,
          told,
          urisOf: (change) => resources.changedBy(change, caller),
        },
        logger,
      ),
  });
  return {
    handle: endpoint.handle,
    async close() {
      await endpoint.close();
      told.close();
    },
  };
}
