import type { RedisRisk, RiskName } from '../tasks/redis-risks.js';
import type { RedisFacts } from '../tasks/redis-risks.js';
import { findRisks } from '../tasks/redis-risks.js';
import type { RedisSetup } from '../tasks/read-redis-setup.js';
import { failure, ok, skipped, warning, type Judgement } from './finding.js';

const oldestMajor = 7;

export function judgeRedisReach(place: string, why: string | null): Judgement {
  if (why === null) return ok(`Redis answers at ${place}`);
  return failure(`Redis at ${place} cannot be used: ${why}`, adviceFor(why));
}

function adviceFor(why: string): string {
  if (/WRONGPASS|NOAUTH|invalid.*password/i.test(why)) {
    return 'Put right the user name and password in REDIS_URL (or REDIS_USERNAME and REDIS_PASSWORD).';
  }
  if (/certificate/.test(why)) {
    return 'Name the authority of its certificate in NODE_EXTRA_CA_CERTS.';
  }
  if (/TLS/.test(why)) return 'Write redis:// instead of rediss:// (or REDIS_TLS=false).';
  if (/cut|within|in time/.test(why)) {
    return 'See whether Redis hangs, wants TLS (rediss://, REDIS_TLS=true), or a firewall stands between.';
  }
  return 'Start Redis (npm start brings one), or put right REDIS_URL (or REDIS_HOST and REDIS_PORT).';
}

export function judgeRedisVersion({ product, version }: RedisSetup): Judgement {
  if (version === null) return skipped('Redis does not tell its version');
  if (Number(version.split('.', 1)[0]) < oldestMajor) {
    return failure(`${product} ${version} is too old`, 'Install Redis 7 or newer, or Valkey.');
  }
  return ok(`${product} ${version}`);
}

export function judgeRedisFunctions({ library }: RedisSetup): Judgement {
  switch (library) {
    case 'current':
      return ok('The functions of this version are loaded');
    case 'other':
      return warning(
        'The functions of another version are loaded',
        'Restart the server, which loads its own; during an upgrade this is so for a moment.',
      );
    case 'missing':
      return warning('The functions are not loaded', 'Start the server: it loads them.');
    case 'unsupported':
      return ok('This Redis offers no functions; scripts are used instead');
  }
}

/** Whether what travels to Redis can be read on the way, or anybody may come in. */
export function judgeRedisTransport({
  host,
  isTls,
  hasPassword,
}: {
  readonly host: string;
  readonly isTls: boolean;
  readonly hasPassword: boolean;
}): Judgement {
  const isHere = host === 'localhost' || host === '::1' || host.startsWith('127.');
  if (isHere) return ok('On this machine, so that TLS is not needed');
  if (!isTls) {
    return warning(
      `Without TLS: tasks${hasPassword ? ' and the password' : ''} can be read on the way to ${host}`,
      'Write rediss:// (or REDIS_TLS=true), unless the network between belongs to nobody else.',
    );
  }
  if (!hasPassword) {
    return warning(
      'With TLS, but without a password',
      'Give Redis a password (requirepass or an ACL user) and write it into REDIS_URL.',
    );
  }
  return ok('With TLS and a password');
}

const keptNames = ['append-only-file', 'snapshots', 'persistence'] as const;

/** By what the server watches, too. */
export function judgeRedisRisks(
  facts: RedisFacts,
  wantedReplicas: number,
): Readonly<Record<'eviction' | 'persistence' | 'memory' | 'replicas', Judgement>> {
  const risks = new Map(findRisks(facts, wantedReplicas).map((risk) => [risk.name, risk]));
  const first = (names: readonly RiskName[]): RedisRisk | undefined =>
    names.flatMap((name) => risks.get(name) ?? [])[0];
  return {
    eviction:
      judgeRisk(first(['eviction'])) ??
      (facts.policy === null
        ? skipped(
            'Redis does not tell its maxmemory-policy',
            'Look in its settings that maxmemory-policy is noeviction.',
          )
        : ok('maxmemory-policy is noeviction')),
    persistence: judgeRisk(first(keptNames)) ?? judgeKept(facts),
    memory:
      judgeRisk(first(['memory'])) ??
      ok(
        facts.maxMemory === 0
          ? 'Memory is not limited'
          : `${Math.round((facts.usedMemory / facts.maxMemory) * 100)} % of its memory is in use`,
      ),
    replicas:
      judgeRisk(first(['replicas'])) ??
      (wantedReplicas === 0
        ? ok('Task writes wait for no replica')
        : ok(`${facts.replicas ?? 'Enough'} replicas, ${wantedReplicas} asked for`)),
  };
}

function judgeRisk(risk: RedisRisk | undefined): Judgement | null {
  if (risk === undefined) return null;
  const found = risk.message.replace(/\.$/, '');
  return risk.severity === 'error' ? failure(found, risk.advice) : warning(found, risk.advice);
}

function judgeKept({ isAppendOnly, hasSnapshots }: RedisFacts): Judgement {
  if (isAppendOnly === true) return ok('Kept in an append-only file');
  if (hasSnapshots === true) {
    return warning(
      'Kept in snapshots only: a crash loses what was written since the last one',
      'Turn on the append-only file (appendonly yes, appendfsync everysec or always).',
    );
  }
  return skipped(
    'Redis does not tell whether it keeps anything on disk',
    'Look in its settings that persistence is on, best with an append-only file.',
  );
}
