import type { AccessTokens } from '../../accounts/access-tokens.js';
import { createGrantedPermissions } from '../../accounts/granted-permissions.js';
import type { Config } from '../../config/config.js';
import { createReadPermissions } from '../../diagnosis/read-permissions.js';
import type { Report } from '../../diagnosis/report.js';
import type { GraphGateway } from '../../graph/gateway/graph-gateway.js';
import type { OperationDeps } from '../../operations/define-operation.js';
import { operations } from '../../operations/registry.js';
import type { WantedSubscriptions } from '../../subscriptions/wanted-subscriptions.js';
import { withRedis } from '../../tasks/redis-problem.js';
import { diagnose } from './diagnose.js';
import { usualLimits } from './diagnosis-parts.js';

/** Whoever asks within this time gets the same report: the checks ask Microsoft. */
const freshMs = 15_000;

/** How the server looks at itself, and what its accounts may do. */
export function composeDiagnosis({
  config,
  tokens,
  gateway,
  wanted,
}: {
  readonly config: Config;
  readonly tokens: AccessTokens;
  readonly gateway: GraphGateway;
  readonly wanted: Pick<WantedSubscriptions, 'all'>;
}): Pick<OperationDeps, 'health' | 'permissions'> {
  const granted = createGrantedPermissions((account) => tokens.get(account));
  let last: { readonly at: number; readonly report: Promise<Report> } | null = null;
  return {
    health: {
      read() {
        const now = Date.now();
        if (last === null || now - last.at > freshMs) {
          const report = diagnose({
            config,
            problems: [],
            place: 'server',
            getToken: ({ account, ...request }) => tokens.get(account, request),
            granted,
            gateway,
            fetch,
            limits: usualLimits,
            now: Date.now,
          });
          last = { at: now, report };
        }
        return last.report;
      },
    },
    permissions: createReadPermissions({
      granted,
      usage: async () => {
        const rows = await withRedis(() => wanted.all());
        return {
          operations,
          watched: [...rows.values()].map(({ resource }) => resource),
          usesDelta: config.watch.isDeltaOn,
        };
      },
    }),
  };
}
