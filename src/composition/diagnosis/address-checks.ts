import { lookup } from 'node:dns/promises';
import { skipped } from '../../diagnosis/finding.js';
import { judgeAddress } from '../../diagnosis/judge-address.js';
import { probeHttp } from '../../diagnosis/probe-http.js';
import type { Check } from '../../diagnosis/run-checks.js';
import type { Facts } from '../../diagnosis/shared-facts.js';
import { judgeCertificate } from './certificate-end.js';
import { spoiledBy, type DiagnosisParts } from './diagnosis-parts.js';
import { judging, saying, type Looks } from './service-checks.js';

/** Whether Graph reaches this server, and what it encrypts for. */
export function addressChecks(parts: DiagnosisParts, { redis }: Looks): readonly Check[] {
  const { config, problems, now } = parts;
  const { publicBaseUrl, subscriptions } = config.webhook;
  const spoiled = spoiledBy(problems, /^(?:PUBLIC_BASE_URL|WEBHOOK_DOMAIN)$/);
  if (spoiled !== null) return [saying('address.public', skipped(spoiled))];
  const certificates = config.notifications.certificates.map(({ certificatePath }, at): Check => {
    const name = `address.certificate-${at + 1}` as const;
    return judging(name, () =>
      judgeCertificate(`The certificate ${certificatePath}`, certificatePath, now()),
    );
  });
  return [
    judging('address.public', async () => {
      const facts =
        publicBaseUrl === null
          ? null
          : {
              addresses: await addressesOf(new URL(publicBaseUrl).hostname),
              probe: await probeHttp(`${publicBaseUrl}/api/graph_webhook`, {
                ...parts,
                timeoutMs: parts.limits.lookMs,
              }),
            };
      const view = await redis();
      const watched = watchedResources(subscriptions, view).length;
      const isGraphLocal = /^(?:localhost|127\.|\[::1\])/.test(
        new URL(config.graph.baseUrl).hostname,
      );
      return judgeAddress(publicBaseUrl, facts, { watched, isGraphLocal });
    }),
    ...certificates,
  ];
}

/** What is to be watched, by the configuration and by what stands in Redis. */
export function watchedResources(
  configured: readonly { readonly resource: string }[],
  view: Facts<{ readonly watched: readonly string[] }>,
): readonly string[] {
  const kept = view.kind === 'known' ? view.facts.watched : [];
  return [...new Set([...configured.map(({ resource }) => resource), ...kept])];
}

async function addressesOf(host: string): Promise<readonly string[]> {
  try {
    return (await lookup(host.replace(/^\[|\]$/g, ''), { all: true })).map(
      ({ address }) => address,
    );
  } catch {
    return [];
  }
}
