import { callerOfKey } from '../access/caller-of-key.js';
import type { FoundKey, LookUpKey } from '../access/key-lookup.js';
import { isKeySecret, keyIdOf } from '../access/key-secret.js';
import type { StoredKey } from '../access/stored-key.js';
import type { Caller } from '../domain/access/caller.js';
import { ProblemError } from '../domain/problem.js';
import { bearerToken, type Authenticator } from './authenticator.js';

/** The keys that `npm run keys:create` has made. */
export function createMadeKeys(lookUp: LookUpKey): Authenticator {
  const callers = new WeakMap<StoredKey, Caller>();

  const callerOf = (found: FoundKey | null): Caller => {
    if (found === null) throw new ProblemError('unauthorized', 'The key is not known');
    const { key, state } = found;
    if (state !== 'valid') {
      const named = `${key.name} (${keyIdOf(key.hash)})`;
      throw new ProblemError('unauthorized', `The key ${named} is ${state}`);
    }
    const known = callers.get(key);
    if (known !== undefined) return known;
    const made = callerOfKey(key);
    callers.set(key, made);
    return made;
  };

  return (request) => {
    const token = bearerToken(request);
    if (token === null || !isKeySecret(token)) return null;
    const found = lookUp(token);
    return found instanceof Promise ? found.then(callerOf) : callerOf(found);
  };
}
