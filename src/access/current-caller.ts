import type { Caller } from '../domain/access/caller.js';
import { ProblemError } from '../domain/problem.js';
import { callerOfConfiguredKey, callerOfKey } from './caller-of-key.js';
import { keyIdOf } from './key-secret.js';
import type { KeyStore } from './key-store.js';
import { stateOf } from './stored-key.js';

/** The caller of an earlier call as it may call now. ProblemError unauthorized where it may not any more. */
export type CurrentCaller = (earlier: Caller) => Promise<Caller>;

/**
 * Keys are revoked, and lose scopes: what they asked for before waits no longer then. Of people and apps nothing is known here
 * but what they came with; their accounts say whether Microsoft still lets them.
 */
export function createCurrentCaller(deps: {
  readonly keys: Pick<KeyStore, 'list'>;
  /** Names of API_KEYS. */
  readonly configured: readonly string[];
  /** Nobody is asked who they are. */
  readonly isOpen: boolean;
  readonly now: () => number;
}): CurrentCaller {
  const { keys, configured, isOpen, now } = deps;
  return async (earlier) => {
    switch (earlier.kind) {
      case 'anonymous':
        if (isOpen) return earlier;
        throw new ProblemError('unauthorized', 'It was asked for before callers had to have a key');
      case 'person':
      case 'app':
        return earlier;
      case 'key': {
        const { actor, keyId } = earlier;
        if (keyId === null) {
          if (actor !== null && configured.includes(actor)) return callerOfConfiguredKey(actor);
          throw new ProblemError('unauthorized', `The key ${actor ?? ''} is no longer in API_KEYS`);
        }
        const key = (await keys.list()).find(({ hash }) => keyIdOf(hash) === keyId);
        if (key !== undefined && stateOf(key, now()) === 'valid') return callerOfKey(key);
        throw new ProblemError('unauthorized', `The key that asked (${keyId}) is no longer valid`);
      }
    }
  };
}
