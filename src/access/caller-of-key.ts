import { fullAccess, noPerson, type Caller } from '../domain/access/caller.js';
import { ownerOfKey } from './key-accounts.js';
import { keyIdOf } from './key-secret.js';
import type { StoredKey } from './stored-key.js';

/** Who calls with a key that was made. */
export function callerOfKey(key: StoredKey): Caller {
  return {
    actor: key.name,
    kind: 'key',
    owner: ownerOfKey(key.name),
    ...noPerson,
    keyId: keyIdOf(key.hash),
    scopes: new Set(key.scopes),
    plans: key.plans === null ? null : new Set(key.plans),
    policy: key.policy,
    ...(key.approvals !== null && { approvals: key.approvals }),
  };
}

/** Who calls with a key of the configuration: they may do everything. */
export function callerOfConfiguredKey(name: string): Caller {
  return {
    actor: name,
    kind: 'key',
    owner: ownerOfKey(name),
    keyId: null,
    ...noPerson,
    ...fullAccess,
  };
}
