import type { Redis } from 'ioredis';
import * as z from 'zod';
import type { Keys } from '../tasks/keys.js';

/** What Graph asked of the next token of an account when it refused one. */
export interface ClaimsChallenge {
  /** JSON for the `claims` of the next request to Entra ID. Nothing prints it. */
  readonly claims: string;
  /** The revision of the token that was refused. */
  readonly revision: number;
}

/** Claims challenges on their way from whoever called Graph to whoever renews the token. */
export interface ClaimsChallenges {
  note(id: string, challenge: ClaimsChallenge): Promise<void>;
  /** Null: there is none, or it is too old to matter. */
  read(id: string): Promise<ClaimsChallenge | null>;
}

const lifeMs = 5 * 60_000;
const schema = z.object({ claims: z.string(), revision: z.number() });

export function createClaimsChallenges({
  redis,
  keys,
}: {
  readonly redis: Redis;
  readonly keys: Keys;
}): ClaimsChallenges {
  return {
    async note(id, { claims, revision }) {
      const json = JSON.stringify({ claims, revision });
      await redis.set(keys.accountClaims(id), json, 'PX', lifeMs);
    },
    async read(id) {
      const json = await redis.get(keys.accountClaims(id));
      return json === null ? null : (schema.safeParse(JSON.parse(json)).data ?? null);
    },
  };
}
