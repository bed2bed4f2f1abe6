import type { GrantedPermissions } from '../../accounts/granted-permissions.js';
import type { Config } from '../../config/config.js';
import type { ConfigProblem } from '../../config/config-error.js';
import type { GraphGateway } from '../../graph/gateway/graph-gateway.js';
import type { GetToken } from '../../graph/gateway/http-chain.js';

/** What checks look with. */
export interface DiagnosisParts {
  /** With its defaults where there are problems. */
  readonly config: Config;
  readonly problems: readonly ConfigProblem[];
  /** Where the checks run: in the server itself, or in a command beside it. */
  readonly place: 'server' | 'command';
  readonly getToken: GetToken;
  readonly granted: GrantedPermissions;
  readonly gateway: Pick<GraphGateway, 'send' | 'toPath'>;
  readonly fetch: typeof fetch;
  readonly limits: {
    /** For one look: shorter than a check may take, so that those who share it can say why there is nothing. */
    readonly lookMs: number;
    /** For one check. */
    readonly checkMs: number;
  };
  readonly now: () => number;
}

/** For those who wait for the report, and long enough for a slow network. */
export const usualLimits: DiagnosisParts['limits'] = { lookMs: 5_000, checkMs: 8_000 };

/**
 * The variables with problems among those that a check depends on, as a reason for not running it; null: none. What they
 * name may be another thing than what is meant.
 */
export function spoiledBy(problems: readonly ConfigProblem[], variables: RegExp): string | null {
  const names = [...new Set(problems.map(({ variable }) => variable))].filter((name) =>
    variables.test(name),
  );
  if (names.length === 0) return null;
  return `${names.join(', ')} ${names.length === 1 ? 'has' : 'have'} a problem: see configuration`;
}
