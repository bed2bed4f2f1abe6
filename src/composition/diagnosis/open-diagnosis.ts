import { pino } from 'pino';
import { createGrantedPermissions } from '../../accounts/granted-permissions.js';
import { askForApp } from '../../accounts/refresh/ask-entra.js';
import type { Config } from '../../config/config.js';
import type { ConfigProblem } from '../../config/config-error.js';
import { createGraphGateway } from '../../graph/gateway/graph-gateway.js';
import type { GetToken } from '../../graph/gateway/http-chain.js';
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
  const getToken = appSignIn(config, limits.lookMs);
  return {
    config,
    problems,
    place: 'command',
    getToken,
    granted: createGrantedPermissions((account) => getToken({ account })),
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

/** The app's token, asked for once, and kept nowhere. */
function appSignIn({ azure, graph }: Config, timeoutMs: number): GetToken {
  const asking = {
    azure,
    graphOrigin: graph.baseUrl,
    timeoutMs,
    now: Date.now,
  };
  let signedIn: Promise<string> | undefined;
  return ({ account, fresh = false, claims = null }) => {
    if (account.kind !== 'app') throw new TypeError('Only the app signs in here');
    if (fresh) signedIn = undefined;
    signedIn ??= askForApp(asking, claims).then(({ accessToken }) => accessToken);
    return signedIn;
  };
}
