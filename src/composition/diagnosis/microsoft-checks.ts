import { appAccountId } from '../../domain/accounts/account.js';
import { GraphError } from '../../domain/graph-error.js';
import { judgeClientSecret, unknownSecretEnd } from '../../diagnosis/judge-credential.js';
import {
  judgeAccounts,
  judgeAuthority,
  judgeGraph,
  judgeSignIn,
} from '../../diagnosis/judge-microsoft.js';
import { judgePermissions } from '../../diagnosis/judge-permissions.js';
import { judgePlans, type PlanAccess } from '../../diagnosis/judge-plans.js';
import { ok, skipped, toFinding, type Judgement } from '../../diagnosis/finding.js';
import type { Check } from '../../diagnosis/run-checks.js';
import { readClientSecrets } from '../../graph/directory/app-registration.js';
import { gatewayOf } from '../../graph/gateway/gateway-of.js';
import { accountOfId, appAccount } from '../../graph/gateway/graph-account.js';
import { createPlannerClient } from '../../graph/planner/planner-client.js';
import type { ReadPermissions } from '../../diagnosis/read-permissions.js';
import { judgeCertificate } from './certificate-end.js';
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
  const { config, problems } = parts;
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
    judging('microsoft.credential', () => judgeCredential(parts, signIn)),
    judging('microsoft.accounts', async () => {
      const view = await looks.redis();
      return view.kind === 'known'
        ? judgeAccounts(view.facts.haltedAccounts)
        : skipped('Redis cannot be asked');
    }),
    {
      name: 'permissions.all',
      run: async () => {
        if ((await signIn()) !== null) return [toFinding('permissions.all', skipped(notSignedIn))];
        const review = await readPermissions(appAccount);
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
    underWay ??= getToken({ account: appAccount }).then(
      () => null,
      (error: unknown) => {
        if (error instanceof GraphError) return error;
        throw error;
      },
    );
    return underWay;
  };
}

async function judgeCredential(
  { config: { azure }, gateway, now }: DiagnosisParts,
  signIn: () => Promise<GraphError | null>,
): Promise<Judgement> {
  const { credential } = azure;
  switch (credential.kind) {
    case 'certificate': {
      const path = credential.certificatePath;
      return judgeCertificate(`The certificate of the app (${path})`, path, now());
    }
    case 'federated':
      return ok('The app signs in with a federated token: there is no secret that could end');
    case 'secret':
      if ((await signIn()) !== null) return skipped(notSignedIn);
      try {
        const secrets = await readClientSecrets(gateway, azure.clientId);
        return judgeClientSecret(credential.secret.reveal().slice(0, 3), secrets, now());
      } catch (error) {
        if (error instanceof GraphError) return unknownSecretEnd(error.message);
        throw error;
      }
  }
}

interface PlanToRead {
  readonly planId: string;
  readonly accountId: string;
}

function plansCheck(
  { config, problems, gateway, place }: DiagnosisParts,
  { redis }: Looks,
  signIn: () => Promise<GraphError | null>,
): Check {
  const access = async ({ planId, accountId }: PlanToRead): Promise<PlanAccess> => {
    // Tokens of people are with server and worker alone.
    if (accountId !== appAccountId && place === 'command') return { planId, accountId };
    try {
      const own = gatewayOf(gateway, accountOfId(accountId));
      const { title } = await createPlannerClient(own, { lane: 'waiting' }).getPlan(planId);
      return { planId, title };
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
      const plans = new Map(config.plans.planIds.map((planId) => [planId, appAccountId]));
      for (const { planId, accountId } of view.kind === 'known' ? view.facts.linkedPlans : []) {
        plans.set(planId, accountId);
      }
      const wanted = [...plans].map(([planId, accountId]) => ({ planId, accountId }));
      const judged = judgePlans(await Promise.all(wanted.map(access)));
      return judged.map(({ planId, judgement }) => toFinding('plans.access', judgement, planId));
    },
  };
}
