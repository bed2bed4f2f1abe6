import type { Chance } from '../chance.js';

/** Something that a network or a busy service does. */
export interface GraphFault {
  readonly name: string;
  /** How much more often than others it comes; 1 without it. */
  readonly weight?: number;
  make(chance: Chance): object;
}

const writes = '^/planner/tasks';
const aBatch = '^/\\$batch$';
const aListing = '^/planner/plans/[^/]+/tasks$';

/** Every one is used up by some requests, so that none outlives its moment by long. */
const kinds: readonly GraphFault[] = [
  {
    name: 'answers dropped after the write',
    make: (chance) => ({
      match: { method: chance.pick(['POST', 'PATCH', 'DELETE']), path: writes },
      effect: { kind: 'dropAnswer' },
      times: 1 + chance.below(4),
    }),
  },
  {
    name: 'answers of creates dropped',
    weight: 2,
    make: (chance) => ({
      match: { method: 'POST', path: '^/planner/tasks$' },
      effect: { kind: 'dropAnswer' },
      times: 1 + chance.below(3),
    }),
  },
  {
    name: 'answers of whole batches dropped',
    make: () => ({ match: { path: aBatch }, effect: { kind: 'dropAnswer' }, times: 1 }),
  },
  {
    name: 'requests closed unread',
    make: (chance) => ({
      match: { path: chance.pick([aBatch, writes, aListing]) },
      effect: { kind: 'close' },
      times: 1 + chance.below(2),
    }),
  },
  {
    name: 'writes duplicated',
    // Not creates: a Graph that makes two tasks of one POST cannot be told from one who asked for two.
    make: (chance) => ({
      match: { method: chance.pick(['PATCH', 'DELETE']), path: writes },
      effect: { kind: 'duplicate' },
      times: 1 + chance.below(4),
    }),
  },
  {
    name: 'requests delayed',
    make: (chance) => ({
      match: { path: chance.pick([aBatch, writes, aListing]) },
      effect: { kind: 'latency', ms: chance.below(3_000) },
      times: 1 + chance.below(6),
    }),
  },
  {
    name: 'throttled (429)',
    make: (chance) => ({
      match: { path: chance.pick([aBatch, writes, '^/planner/']) },
      effect: { kind: 'status', status: 429, retryAfter: 1 + chance.below(3) },
      times: 1 + chance.below(10),
    }),
  },
  {
    name: 'failed (5xx)',
    make: (chance) => ({
      match: { path: chance.pick([aBatch, writes]) },
      effect: { kind: 'status', status: chance.pick([500, 502, 503, 504]) },
      times: 1 + chance.below(5),
    }),
  },
  {
    name: 'pages failed',
    weight: 3,
    make: (chance) => ({
      match: { path: aListing, ...(chance.hits(0.7) && { query: 'skiptoken' }) },
      effect: { kind: 'status', status: chance.pick([429, 500, 503]) },
      times: 1 + chance.below(3),
    }),
  },
];

export const graphFaults = kinds.flatMap((kind) =>
  Array.from({ length: kind.weight ?? 1 }, () => kind),
);
