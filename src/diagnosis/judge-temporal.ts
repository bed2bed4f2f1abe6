import { failure, ok, skipped, type Judgement } from './finding.js';

export interface TemporalFacts {
  /** Null: it does not tell. */
  readonly serverVersion: string | null;
  /** Null: it does not exist. */
  readonly namespace: {
    /** Null: we may not ask. */
    readonly attributes:
      | readonly {
          readonly name: string;
          readonly state: 'right' | 'missing' | 'other type';
        }[]
      | null;
    /** That take both workflow and activity tasks of our queue. */
    readonly workers: number;
  } | null;
}

export function judgeTemporalReach(
  address: string,
  reached: { readonly why: string } | { readonly version: string | null },
): Judgement {
  if ('version' in reached) {
    const version = reached.version === null ? '' : ` (server ${reached.version})`;
    return ok(`Temporal answers at ${address}${version}`);
  }
  return failure(
    `Temporal at ${address} cannot be used: ${reached.why}`,
    /UNAUTHENTICATED|PERMISSION_DENIED/.test(reached.why)
      ? 'Put right TEMPORAL_API_KEY or the client certificate (TEMPORAL_TLS_CLIENT_CERT_PATH, …).'
      : /TLS/.test(reached.why)
        ? 'Compare TEMPORAL_TLS with what the server speaks, and name its authority in TEMPORAL_TLS_SERVER_CA_CERT_PATH.'
        : 'Start Temporal (npm start brings one), or put right TEMPORAL_ADDRESS.',
  );
}

export function judgeNamespace(name: string, { namespace }: TemporalFacts): Judgement {
  if (namespace !== null) return ok(`The namespace ${name} is there`);
  return failure(
    `There is no namespace ${name}`,
    `Make it (temporal operator namespace create --namespace ${name}), or put right TEMPORAL_NAMESPACE.`,
  );
}

export function judgeAttributes(name: string, { namespace }: TemporalFacts): Judgement {
  if (namespace === null) return skipped('There is no namespace to look into');
  const { attributes } = namespace;
  if (attributes === null) {
    return skipped(
      'Temporal does not let us list the search attributes',
      'Look in its settings that TandemPlanId and TandemNamespace exist, of the type Keyword.',
    );
  }
  const wrong = attributes.filter(({ state }) => state === 'other type');
  const missing = attributes.filter(({ state }) => state === 'missing').map((one) => one.name);
  if (wrong.length > 0) {
    const names = wrong.map((one) => one.name).join(' and ');
    return failure(
      `${names} must be of the type Keyword, but is not`,
      'Use another namespace (TEMPORAL_NAMESPACE): the type of a search attribute cannot be changed.',
    );
  }
  if (missing.length === 0)
    return ok(`${attributes.map((one) => one.name).join(' and ')} are there`);
  const names = missing.map((one) => `--name ${one}`).join(' ');
  const types = missing.map(() => '--type Keyword').join(' ');
  return failure(
    `The search attributes ${missing.join(' and ')} are missing: nothing can be synced`,
    `Start the server, which registers them where it may, or: temporal operator search-attribute create --namespace ${name} ${names} ${types}`,
  );
}

export function judgeWorkers(taskQueue: string, { namespace }: TemporalFacts): Judgement {
  if (namespace === null) return skipped('There is no namespace to look into');
  const { workers } = namespace;
  if (workers > 0)
    return ok(`${workers === 1 ? '1 worker' : `${workers} workers`} on task queue ${taskQueue}`);
  return failure(
    `No worker on task queue ${taskQueue}: nothing is synced`,
    'Start a worker (npm start, or npm run start:worker), and give it the same TEMPORAL_TASK_QUEUE.',
  );
}
