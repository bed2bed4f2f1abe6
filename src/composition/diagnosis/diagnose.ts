import { describeNetworkFailure } from '../../diagnosis/network-failure.js';
import { createReadPermissions } from '../../diagnosis/read-permissions.js';
import { probeHttp } from '../../diagnosis/probe-http.js';
import { toReport, type Report } from '../../diagnosis/report.js';
import { runChecks } from '../../diagnosis/run-checks.js';
import { shareFacts } from '../../diagnosis/shared-facts.js';
import { withoutSecrets } from '../../diagnosis/without-secrets.js';
import { operations } from '../../operations/registry.js';
import { describeTemporalFailure } from '../../temporal/read-temporal-facts.js';
import type { DiagnosisParts } from './diagnosis-parts.js';
import { lookAtRedis } from './look-at-redis.js';
import { lookAtTemporal } from './look-at-temporal.js';
import { addressChecks, watchedResources } from './address-checks.js';
import { microsoftChecks } from './microsoft-checks.js';
import { processChecks } from './process-checks.js';
import { clockChecks, redisChecks, temporalChecks, type Looks } from './service-checks.js';

/** Looks at everything once, side by side. Reads only. Never rejects, and is over after some seconds whatever hangs. */
export async function diagnose(parts: DiagnosisParts): Promise<Report> {
  const startedAt = parts.now();
  const looks = shareLooks(parts);
  const readPermissions = createReadPermissions({
    granted: parts.granted,
    usage: async () => ({
      operations,
      watched: watchedResources(parts.config.webhook.subscriptions, await looks.redis()),
      usesDelta: parts.config.watch.isDeltaOn,
    }),
  });
  const findings = await runChecks(
    [
      ...processChecks(parts),
      ...redisChecks(parts, looks),
      ...temporalChecks(parts, looks),
      ...microsoftChecks(parts, looks, readPermissions),
      ...addressChecks(parts, looks),
      ...clockChecks(parts, looks),
    ],
    parts.limits.checkMs,
  );
  return toReport(withoutSecrets(findings, parts.config), { startedAt, endedAt: parts.now() });
}

function shareLooks(parts: DiagnosisParts): Looks {
  const { config, now } = parts;
  const { lookMs } = parts.limits;
  const { authorityHost, tenantId } = config.azure;
  const tenant = `${authorityHost}/${encodeURIComponent(tenantId)}`;
  return {
    redis: shareFacts(() => lookAtRedis(config, now), lookMs, describeNetworkFailure),
    temporal: shareFacts(
      () => lookAtTemporal(config, lookMs),
      lookMs + 500,
      describeTemporalFailure,
    ),
    graph: once(() => probeHttp(`${config.graph.baseUrl}/v1.0/`, { ...parts, timeoutMs: lookMs })),
    entra: once(() =>
      probeHttp(`${tenant}/v2.0/.well-known/openid-configuration`, {
        ...parts,
        timeoutMs: lookMs,
      }),
    ),
  };
}

function once<T>(look: () => Promise<T>): () => Promise<T> {
  let looking: Promise<T> | undefined;
  return () => {
    looking ??= look();
    return looking;
  };
}
