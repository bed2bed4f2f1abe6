import {
  calculateJwkThumbprint,
  exportJWK,
  generateKeyPair,
  importJWK,
  type CryptoKey,
  type JWK,
} from 'jose';
import type { Collection } from '../../state/collection.js';

/** The key that signs now; those that signed before are kept under their own ids. */
const CURRENT = 'signing';

export interface SigningKeys {
  readonly current: { readonly kid: string; readonly privateKey: CryptoKey };
  /** What the JWKS documents list. */
  readonly published: readonly JWK[];
  /** The public half of a published key. */
  find(kid: string | undefined): CryptoKey | undefined;
  /** From now on another key signs; the one before stays published. Answers the new key's id. */
  rotate(): Promise<string>;
  /** The keys that do not sign any more leave the documents: their tokens end. */
  retire(): void;
}

interface KeyPair {
  readonly kid: string;
  readonly publicJwk: JWK;
  readonly publicKey: CryptoKey;
  readonly privateKey: CryptoKey;
}

export async function makeSigningKey(): Promise<JWK> {
  const { privateKey } = await generateKeyPair('RS256', { extractable: true });
  const jwk = await exportJWK(privateKey);
  return { ...jwk, alg: 'RS256', use: 'sig', kid: await calculateJwkThumbprint(jwk) };
}

/** The keys kept with the state, so that tokens outlive a restart. */
export async function openSigningKeys(stored: Collection<JWK>): Promise<SigningKeys> {
  const pairs = new Map<string, KeyPair>();
  for (const [id, jwk] of stored.entries()) pairs.set(id, await toPair(jwk));
  const current = (): KeyPair => {
    const pair = pairs.get(CURRENT);
    if (pair === undefined) throw new Error('The stored state lacks its signing key');
    return pair;
  };
  current();
  return {
    get current() {
      return current();
    },
    get published() {
      return [...pairs.values()].map(({ publicJwk }) => publicJwk);
    },
    find: (kid) => [...pairs.values()].find((pair) => pair.kid === kid)?.publicKey,
    async rotate() {
      const before = stored.get(CURRENT);
      const pairBefore = current();
      const next = await makeSigningKey();
      if (before !== undefined) stored.put(pairBefore.kid, before);
      pairs.set(pairBefore.kid, pairBefore);
      stored.put(CURRENT, next);
      pairs.set(CURRENT, await toPair(next));
      return current().kid;
    },
    retire() {
      for (const id of [...pairs.keys()].filter((key) => key !== CURRENT)) {
        pairs.delete(id);
        stored.remove(id);
      }
    },
  };
}

async function toPair(jwk: JWK): Promise<KeyPair> {
  const { n, e, kid } = jwk;
  if (kid === undefined || n === undefined || e === undefined) {
    throw new Error('The stored signing key is not an RSA key with an id');
  }
  const publicJwk: JWK = { kty: 'RSA', n, e, kid, use: 'sig', x5t: kid };
  return {
    kid,
    publicJwk,
    publicKey: toCryptoKey(await importJWK(publicJwk, 'RS256')),
    privateKey: toCryptoKey(await importJWK(jwk, 'RS256')),
  };
}

function toCryptoKey(key: CryptoKey | Uint8Array): CryptoKey {
  if (key instanceof Uint8Array) throw new Error('The stored signing key is not an RSA key');
  return key;
}
