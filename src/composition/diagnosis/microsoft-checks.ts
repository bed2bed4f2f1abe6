import { lookup } from 'node:dns/promises';
import { readFile } from 'node:fs/promises';
import { X509Certificate } from 'node:crypto';
import { appAccountId } from '../../accounts/granted-permissions.js';
import { GraphError } from '../../domain/graph-error.js';
import { judgeAddress } from '../../diagnosis/judge-address.js';
import { judgeClientSecret, judgeEnd, unknownSecretEnd } from '../../diagnosis/judge-credential.js';
import { judgeAuthority, judgeGraph, judgeSignIn } from '../../diagnosis/judge-microsoft.js';
import { judgePermissions } from '../../diagnosis/judge-permissions.js';
import { judgePlans, type PlanAccess } from '../../diagnosis/judge-plans.js';
import { failure, skipped, toFinding, type Judgement } from '../../diagnosis/finding.js';
import { probeHttp } from '../../diagnosis/probe-http.js';
import type { Check } from '../../diagnosis/run-checks.js';
import type { Facts } from '../../diagnosis/shared-facts.js';
import { readClientSecrets } from '../../graph/directory/app-registration.js';
import { createPlannerClient } from '../../graph/planner/planner-client.js';
import type { ReadPermissions } from '../../diagnosis/read-permissions.js';
import { spoiledBy, type DiagnosisParts } from './diagnosis-parts.js';
import {
  entraVariables,
  graphVariables,
  judging,
  microsoftVariables,
  saying,
  type Looks,
} from './service-checks.js';

const notSignedIn = 'The app is not signed in';

export function microsoftChecks(
  parts: DiagnosisParts,
  looks: Looks,
  readPermissions: ReadPermissions,
): readonly Check[] {
  const { config, problems, now } = parts;
  const { azure, graph } = config;
  const ofEntra = spoiledBy(problems, entraVariables);
  const ofGraph = spoiledBy(problems, graphVariables);
  const reach = [
    ofEntra === null
      ? judging('microsoft.authority', async () =>
          judgeAuthority(`${azure.authorityHost}/${azure.tenantId}`, await looks.entra()),
        )
      : saying('microsoft.authority', skipped(ofEntra)),
    ofGraph === null
      ? judging('microsoft.graph', async () => judgeGraph(graph.baseUrl, await looks.graph()))
      : saying('microsoft.graph', skipped(ofGraph)),
  ];
  const spoiled = spoiledBy(problems, microsoftVariables);
  if (spoiled !== null) return [...reach, saying('microsoft.sign-in', skipped(spoiled))];
  const signIn = signingIn(parts);
  return [
    ...reach,
    judging('microsoft.sign-in', async () => judgeSignIn(azure.clientId, await signIn())),
    judging('microsoft.credential', async () => {
      if ((await signIn()) !== null) return skipped(notSignedIn);
      try {
        const secrets = await readClientSecrets(parts.gateway, azure.clientId);
        return judgeClientSecret(azure.clientSecret.reveal().slice(0, 3), secrets, now());
      } catch (error) {
        if (error instanceof GraphError) return unknownSecretEnd(error.message);
        throw error;
      }
    }),
    {
      name: 'permissions.all',
      run: async () => {
        if ((await signIn()) !== null) return [toFinding('permissions.all', skipped(notSignedIn))];
        const review = await readPermissions(appAccountId);
        if (review === null) {
          const found = skipped('The token of the app does not tell its permissions', unreadable);
          return [toFinding('permissions.all', found)];
        }
        return judgePermissions(review).map(({ permission, judgement }) =>
          toFinding(`permissions.${permission}`, judgement),
        );
      },
    },
    plansCheck(parts, looks, signIn),
  ];
}

const unreadable = 'See API permissions of the app registration.';

/** Null: signed in. Once, however many ask. */
function signingIn({ getToken }: DiagnosisParts): () => Promise<GraphError | null> {
  let underWay: Promise<GraphError | null> | undefined;
  return () => {
    underWay ??= getToken().then(
      () => null,
      (error: unknown) => {
        if (error instanceof GraphError) return error;
        throw error;
      },
    );
    return underWay;
  };
}

function plansCheck(
  { config, problems, gateway }: DiagnosisParts,
  { redis }: Looks,
  signIn: () => Promise<GraphError | null>,
): Check {
  const planner = createPlannerClient(gateway, { lane: 'waiting' });
  const access = async (planId: string): Promise<PlanAccess> => {
    try {
      return { planId, title: (await planner.getPlan(planId)).title };
    } catch (error) {
      if (error instanceof GraphError) return { planId, refusal: error };
      throw error;
    }
  };
  return {
    name: 'plans.access',
    async run() {
      const spoiled = spoiledBy(problems, /^(?:DEFAULT_PLANNER_PLAN_ID|PLANNER_PLAN_IDS)$/);
      if (spoiled !== null) return [toFinding('plans.access', skipped(spoiled))];
      if ((await signIn()) !== null) return [toFinding('plans.access', skipped(notSignedIn))];
      const view = await redis();
      const linked = view.kind === 'known' ? view.facts.linkedPlans : [];
      const planIds = [...new Set([...config.plans.planIds, ...linked])];
      const judged = judgePlans(await Promise.all(planIds.map(access)));
      return judged.map(({ planId, judgement }) => toFinding('plans.access', judgement, planId));
    },
  };
}

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

async function judgeCertificate(what: string, path: string, now: number): Promise<Judgement> {
  const fix = 'Make a new certificate, write its file there and restart.';
  try {
    const { validTo } = new X509Certificate(await readFile(path));
    return judgeEnd(what, Date.parse(validTo), { now, fix });
  } catch {
    return failure(`${what} cannot be read`, 'Write the path of a PEM file that can be read.');
  }
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
