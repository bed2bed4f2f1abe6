import type { MetadataKind } from '../tasks/keys.js';
import { storedAt } from './stored.js';
import type { Wanted } from './wanted.js';

/** How long something is kept (ms). */
export interface Lives {
  /** In the cache, for everybody who reads the key. */
  readonly ttlMs: number;
  /** How much longer for when Graph is away. */
  readonly graceMs: number;
}

/** How old values are, and what that means. */
export interface Freshness {
  livesOf(kind: MetadataKind): Lives;
  /** Null: not of this version of the product, or kept under a longer life than is set now. */
  ageOf(wanted: Wanted, json: string): number | null;
  /** Whether a value of that age is to be read anew before its life ends. */
  isDue(wanted: Wanted, ageMs: number): boolean;
}

const dueAfter = 0.8;
/** Sync watches tasks; of those it does not, nobody tells us. */
const longestTaskLifeMs = 60_000;

export function createFreshness(lives: Lives, now: () => number): Freshness {
  const livesOf = (kind: MetadataKind): Lives => {
    const { ttlMs, graceMs } = lives;
    return { ttlMs: kind === 'tasks' ? Math.min(ttlMs, longestTaskLifeMs) : ttlMs, graceMs };
  };
  return {
    livesOf,
    ageOf({ kind }, json) {
      const at = storedAt(json);
      const ageMs = at === null ? Number.NaN : now() - at;
      return ageMs <= livesOf(kind).ttlMs ? ageMs : null;
    },
    isDue: ({ kind }, ageMs) => ageMs > livesOf(kind).ttlMs * dueAfter,
  };
}
