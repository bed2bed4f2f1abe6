import { pino } from 'pino';
import { createAppTokenProvider } from '../../accounts/app-token-provider.js';
import { appAccountId, createGrantedPermissions } from '../../accounts/granted-permissions.js';
import type { Config } from '../../config/config.js';
import type { ConfigProblem } from '../../config/config-error.js';
import { createGraphGateway } from '../../graph/gateway/graph-gateway.js';
import { usualLimits, type DiagnosisParts } from './diagnosis-parts.js';

/**
 * What a command looks with that runs beside server and worker: a sign-in of its own, and a way to Graph that counts in
 * nobody's budget, because it writes nothing to Redis.
 */
export function openDiagnosis(
  {
    config,
    problems,
  }: {
    readonly config: Config;
    readonly problems: readonly ConfigProblem[];
  },
  limits = usualLimits,
): DiagnosisParts {
  const getToken = createAppTokenProvider({
    ...config.azure,
    graphOrigin: config.graph.baseUrl,
    timeoutMs: limits.lookMs,
  });
  return {
    config,
    problems,
    place: 'command',
    getToken,
    granted: createGrantedPermissions({ [appAccountId]: () => getToken() }),
    gateway: createGraphGateway({
      baseUrl: config.graph.baseUrl,
      getToken,
      httpTimeoutMs: limits.lookMs,
      logger: pino({ level: 'silent' }),
    }),
    fetch,
    limits,
    now: Date.now,
  };
}
