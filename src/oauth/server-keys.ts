import { randomBytes } from 'node:crypto';
import type { Redis } from 'ioredis';
import { exportJWK, generateKeyPair } from 'jose';
import * as z from 'zod';
import type { Vault } from '../accounts/vault/vault.js';
import type { Keys } from '../tasks/keys.js';

/** Of P-256, for ES256. */
const signingKeySchema = z.object({
  kid: z.string(),
  alg: z.literal('ES256'),
  use: z.literal('sig'),
  kty: z.literal('EC'),
  crv: z.literal('P-256'),
  x: z.string(),
  y: z.string(),
  d: z.string(),
});

const serverKeysSchema = z.object({
  /** The first signs; the others still verify. */
  signing: z.array(z.object({ jwk: signingKeySchema, madeAt: z.number() })).min(1),
  /** The first signs cookies. */
  cookies: z.array(z.object({ secret: z.string(), madeAt: z.number() })).min(1),
});

export type SigningKey = z.infer<typeof signingKeySchema>;
export type ServerKeys = z.infer<typeof serverKeysSchema>;

/** The keys of the authorization server, the same for all replicas: made once, sealed in Redis, replaced in time. */
export interface ServerKeyStore {
  /** Makes them where there are none, and new ones where they are due. `revision` changes whenever they do. */
  load(): Promise<{ readonly keys: ServerKeys; readonly revision: string }>;
}

/** A key signs for so long (ms). */
const replacedAfterMs = 30 * 86_400_000;
/** What a replaced key has signed ended long before (ms): an access token after ten minutes, a cookie after an hour. */
const keptMs = 86_400_000;

const swapScript = `
local held = redis.call('GET', KEYS[1])
if (held or '') ~= ARGV[1] then return 0 end
redis.call('SET', KEYS[1], ARGV[2])
return 1`;

export function createServerKeyStore(deps: {
  readonly redis: Redis;
  readonly keys: Keys;
  readonly vault: Vault;
  readonly now: () => number;
}): ServerKeyStore {
  const { redis, keys, vault, now } = deps;
  const name = keys.oauthServerKeys;

  return { load };

  async function load(): ReturnType<ServerKeyStore['load']> {
    for (;;) {
      const sealed = await redis.get(name);
      const held = sealed === null ? null : open(sealed);
      const wanted = await keysDue(held, now());
      if (sealed !== null && held !== null && wanted === null) {
        return { keys: held, revision: sealed };
      }
      const made = vault.seal(purpose, subject, JSON.stringify(wanted ?? held));
      // Where another replica was faster, its keys are read in the next round.
      await redis.eval(swapScript, 1, name, sealed ?? '', made);
    }
  }

  function open(sealed: string): ServerKeys {
    return serverKeysSchema.parse(JSON.parse(vault.open(purpose, subject, sealed)));
  }
}

const purpose = 'oauth server keys';
const subject = 'server';

/** The keys as they should be; null: as they are. */
export async function keysDue(held: ServerKeys | null, now: number): Promise<ServerKeys | null> {
  const newest = Math.min(
    held?.signing[0]?.madeAt ?? -Infinity,
    held?.cookies[0]?.madeAt ?? -Infinity,
  );
  if (held !== null && now - newest < replacedAfterMs) return null;
  return {
    signing: [
      { jwk: await makeSigningKey(), madeAt: now },
      ...stillUseful(held?.signing ?? [], now),
    ],
    cookies: [
      { secret: randomBytes(32).toString('base64url'), madeAt: now },
      ...stillUseful(held?.cookies ?? [], now),
    ],
  };
}

/** The one that is replaced now, and those that were replaced a moment ago. */
function stillUseful<T extends { readonly madeAt: number }>(keys: readonly T[], now: number): T[] {
  return keys.filter((_, at) => {
    const replacedAt = at === 0 ? now : (keys[at - 1]?.madeAt ?? now);
    return now - replacedAt < keptMs;
  });
}

async function makeSigningKey(): Promise<SigningKey> {
  const { privateKey } = await generateKeyPair('ES256', { extractable: true });
  const jwk = await exportJWK(privateKey);
  return signingKeySchema.parse({
    ...jwk,
    kid: randomBytes(9).toString('base64url'),
    alg: 'ES256',
    use: 'sig',
  });
}
