import { appAccountId } from '../../accounts/granted-permissions.js';
import { GraphError } from '../../domain/graph-error.js';
import { judgeClientSecret, unknownSecretEnd } from '../../diagnosis/judge-credential.js';
import { judgeAuthority, judgeGraph, judgeSignIn } from '../../diagnosis/judge-microsoft.js';
import { judgePermissions } from '../../diagnosis/judge-permissions.js';
import { judgePlans, type PlanAccess } from '../../diagnosis/judge-plans.js';
import { skipped, toFinding } from '../../diagnosis/finding.js';
import type { Check } from '../../diagnosis/run-checks.js';
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
