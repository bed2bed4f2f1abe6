/** What Redis tells of itself, as far as it tells; null where it does not. */
export interface RedisFacts {
  readonly policy: string | null;
  readonly maxMemory: number;
  readonly usedMemory: number;
  readonly isAppendOnly: boolean | null;
  /** Snapshots are taken by themselves. */
  readonly hasSnapshots: boolean | null;
  readonly appendStatus: string | null;
  readonly snapshotStatus: string | null;
  readonly replicas: number | null;
}

export type RiskName =
  'eviction' | 'append-only-file' | 'snapshots' | 'memory' | 'persistence' | 'replicas';

/** Something because of which Redis may lose what was answered, or will soon refuse to write. */
export interface RedisRisk {
  readonly name: RiskName;
  readonly severity: 'warning' | 'error';
  readonly message: string;
  readonly advice: string;
  /** Shown as a reason of the health: it is not how this Redis was meant to run. */
  readonly isFault: boolean;
}

export const riskNames: readonly RiskName[] = [
  'eviction',
  'append-only-file',
  'snapshots',
  'memory',
  'persistence',
  'replicas',
];

/** Above this share of its limit the memory counts as nearly full. */
const fullShare = 0.9;

/** What is at risk. The words hold no numbers that move: the same risk is announced once. Pure. */
export function findRisks(facts: RedisFacts, wantedReplicas: number): readonly RedisRisk[] {
  const risks: RedisRisk[] = [];
  const { policy, maxMemory, usedMemory } = facts;
  if (policy !== null && policy !== 'noeviction') {
    risks.push({
      name: 'eviction',
      severity: 'error',
      isFault: true,
      message: `Redis has maxmemory-policy "${policy}": when its memory is full it throws tasks away.`,
      advice: 'Set maxmemory-policy to "noeviction" now.',
    });
  }
  if (facts.isAppendOnly === true && facts.appendStatus === 'err') {
    risks.push({
      name: 'append-only-file',
      severity: 'error',
      isFault: true,
      message:
        'Redis cannot write its append-only file: what it answers now may be lost when it ends.',
      advice:
        'Make room on its disk, or look at its log; nothing is lost as long as it keeps running.',
    });
  }
  if (facts.snapshotStatus === 'err') {
    risks.push({
      name: 'snapshots',
      severity: 'error',
      isFault: true,
      message:
        'The last snapshot of Redis failed; as long as that lasts it may refuse every write (MISCONF).',
      advice: 'Make room on its disk and in its memory, or look at its log.',
    });
  }
  if (maxMemory > 0 && usedMemory >= maxMemory * fullShare) {
    risks.push({
      name: 'memory',
      severity: 'warning',
      isFault: true,
      message: 'The memory of Redis is nearly full; when it is full every write is refused (503).',
      advice: 'Raise maxmemory, or give Redis a bigger machine.',
    });
  }
  if (facts.isAppendOnly === false && facts.hasSnapshots === false) {
    risks.push({
      name: 'persistence',
      severity: 'warning',
      isFault: false,
      message:
        'Redis keeps nothing on disk: when it restarts, every task that is not in Planner yet is lost, and so is what tells the two sides apart.',
      advice: 'Turn on the append-only file (appendonly yes, appendfsync everysec or always).',
    });
  }
  if (facts.replicas !== null && facts.replicas < wantedReplicas) {
    risks.push({
      name: 'replicas',
      severity: 'error',
      isFault: true,
      message:
        'Redis has fewer replicas than REDIS_WAIT_REPLICAS asks for: task writes are answered with 503.',
      advice: 'Bring the replicas back, or lower REDIS_WAIT_REPLICAS.',
    });
  }
  return risks;
}
