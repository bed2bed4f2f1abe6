import { createHash, timingSafeEqual } from 'node:crypto';
import { callerOfConfiguredKey } from '../access/caller-of-key.js';
import type { Caller } from '../domain/access/caller.js';
import { bearerToken, type Authenticator } from './authenticator.js';

/** A caller's key, as configured. */
export interface NamedKey {
  readonly name: string;
  readonly secret: string;
}

/** The keys of `API_KEYS`: they may do everything. */
export function createConfiguredKeys(keys: readonly NamedKey[]): Authenticator {
  const known = keys.map(({ name, secret }) => {
    return { caller: callerOfConfiguredKey(name), digest: digestOf(secret) };
  });
  return (request) => {
    const token = bearerToken(request);
    if (token === null) return null;
    const digest = digestOf(token);
    let caller: Caller | null = null;
    // Every key is compared, so that the time says nothing about which one was near.
    for (const key of known) if (timingSafeEqual(key.digest, digest)) caller = key.caller;
    return caller;
  };
}

function digestOf(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
