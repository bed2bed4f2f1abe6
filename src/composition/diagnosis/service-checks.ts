import { differenceByHeader, judgeClock } from '../../diagnosis/judge-clock.js';
import { skipped, toFinding, type Area, type Judgement } from '../../diagnosis/finding.js';
import {
  judgeRedisFunctions,
  judgeRedisReach,
  judgeRedisRisks,
  judgeRedisTransport,
  judgeRedisVersion,
} from '../../diagnosis/judge-redis.js';
import {
  judgeAttributes,
  judgeNamespace,
  judgeTemporalReach,
  judgeWorkers,
  type TemporalFacts,
} from '../../diagnosis/judge-temporal.js';
import type { HttpProbe } from '../../diagnosis/probe-http.js';
import type { Check } from '../../diagnosis/run-checks.js';
import type { Facts } from '../../diagnosis/shared-facts.js';
import { spoiledBy, type DiagnosisParts } from './diagnosis-parts.js';
import type { RedisView } from './look-at-redis.js';

/** Looks that several checks share. */
export interface Looks {
  readonly redis: () => Promise<Facts<RedisView>>;
  readonly temporal: () => Promise<Facts<TemporalFacts>>;
  readonly graph: () => Promise<HttpProbe>;
  readonly entra: () => Promise<HttpProbe>;
}

type Name = `${Area}.${string}`;

const redisVariables = /^REDIS_/;
const temporalVariables = /^TEMPORAL_/;
export const entraVariables = /^AZURE_(?:AUTHORITY_HOST|TENANT_ID)$/;
export const graphVariables = /^GRAPH_BASE_URL$/;
export const microsoftVariables = /^(?:AZURE_|GRAPH_BASE_URL$)/;

export function redisChecks(
  { config, problems }: DiagnosisParts,
  { redis }: Looks,
): readonly Check[] {
  const { host, port, tls, password, wait } = config.redis;
  const spoiled = spoiledBy(problems, redisVariables);
  if (spoiled !== null) return [saying('redis.reachable', skipped(spoiled))];
  const check = (name: Name, judge: (view: RedisView) => Judgement): Check =>
    judging(name, async () => {
      const view = await redis();
      return view.kind === 'known' ? judge(view.facts) : skipped('Redis cannot be asked');
    });
  const risk = (name: keyof ReturnType<typeof judgeRedisRisks>): Check =>
    check(`redis.${name}`, ({ facts }) => judgeRedisRisks(facts, wait.replicas)[name]);
  return [
    judging('redis.reachable', async () => {
      const view = await redis();
      return judgeRedisReach(`${host}:${port}`, view.kind === 'known' ? null : view.reason);
    }),
    check('redis.version', ({ setup }) => judgeRedisVersion(setup)),
    risk('eviction'),
    risk('persistence'),
    risk('memory'),
    risk('replicas'),
    check('redis.functions', ({ setup }) => judgeRedisFunctions(setup)),
    saying(
      'redis.transport',
      judgeRedisTransport({ host, isTls: tls, hasPassword: password !== null }),
    ),
  ];
}

export function temporalChecks(
  { config, problems }: DiagnosisParts,
  { temporal }: Looks,
): readonly Check[] {
  const { address, namespace, taskQueue } = config.temporal;
  const spoiled = spoiledBy(problems, temporalVariables);
  if (spoiled !== null) return [saying('temporal.reachable', skipped(spoiled))];
  const check = (name: Name, judge: (facts: TemporalFacts) => Judgement): Check =>
    judging(name, async () => {
      const view = await temporal();
      return view.kind === 'known' ? judge(view.facts) : skipped('Temporal cannot be asked');
    });
  return [
    judging('temporal.reachable', async () => {
      const view = await temporal();
      return judgeTemporalReach(
        address,
        view.kind === 'known' ? { version: view.facts.serverVersion } : { why: view.reason },
      );
    }),
    check('temporal.namespace', (facts) => judgeNamespace(namespace, facts)),
    check('temporal.search-attributes', (facts) => judgeAttributes(namespace, facts)),
    check('temporal.workers', (facts) => judgeWorkers(taskQueue, facts)),
  ];
}

export function clockChecks({ problems }: DiagnosisParts, looks: Looks): readonly Check[] {
  const unspoiled = (variables: RegExp, check: Check) =>
    spoiledBy(problems, variables) === null ? [check] : [];
  const ofRedis = judging('clock.redis', async () => {
    const view = await looks.redis();
    if (view.kind === 'unknown') return judgeClock('Redis', null);
    const { setup, sentAt, answeredAt } = view.facts;
    return judgeClock('Redis', { min: setup.time - answeredAt, max: setup.time - sentAt });
  });
  return [
    ...unspoiled(
      graphVariables,
      judging('clock.graph', () => byHeader('Microsoft Graph', looks.graph)),
    ),
    ...unspoiled(
      entraVariables,
      judging('clock.entra', () => byHeader('Microsoft Entra ID', looks.entra)),
    ),
    ...unspoiled(redisVariables, ofRedis),
  ];
}

async function byHeader(whose: string, look: () => Promise<HttpProbe>): Promise<Judgement> {
  const probe = await look();
  return judgeClock(
    whose,
    probe.kind === 'answered' ? differenceByHeader(probe.header('date'), probe) : null,
  );
}

/** A check that answers one judgement. */
export function judging(name: Name, judge: () => Promise<Judgement>): Check {
  return { name, run: async () => [toFinding(name, await judge())] };
}

export function saying(name: Name, judgement: Judgement): Check {
  return judging(name, async () => judgement);
}
