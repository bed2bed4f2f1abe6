import { createHash, randomBytes } from 'node:crypto';
import type { Person } from '../directory.js';
import type { EntraService } from '../entra-service.js';
import type { SignInRecord } from '../entra-state.js';
import { isSameSecret } from '../secret-hash.js';

/** Everybody's, until somebody changes it; no secret: nobody real is behind it. */
export const DEVELOPMENT_PASSWORD = 'Rehearsal-2026!';

export type SignInChange = Partial<
  Omit<SignInRecord, 'personId' | 'passwordSalt' | 'passwordHash'>
> & { readonly password?: string };

/** How a person signs in. */
export function signInOf(service: EntraService, personId: string): SignInRecord {
  return (
    service.state.signIns.get(personId) ?? {
      personId,
      ...hashPassword(DEVELOPMENT_PASSWORD, personId),
      passwordState: 'ok',
      mfa: 'none',
      isBlocked: false,
      isAdmin: isFirst(service, personId),
    }
  );
}

export function changeSignIn(
  service: EntraService,
  personId: string,
  { password, ...change }: SignInChange,
): SignInRecord {
  const record: SignInRecord = {
    ...signInOf(service, personId),
    ...(password === undefined
      ? {}
      : hashPassword(password, randomBytes(16).toString('base64url'))),
    ...change,
  };
  service.state.signIns.put(personId, record);
  return record;
}

export function isPassword(record: SignInRecord, password: string): boolean {
  return isSameSecret(
    hashPassword(password, record.passwordSalt).passwordHash,
    record.passwordHash,
  );
}

/** Somebody by sign-in name, in any case. */
export function personNamed(service: EntraService, name: string): Person | undefined {
  const wanted = name.trim().toLowerCase();
  return [...service.people.values()].find(({ mail }) => mail === wanted);
}

/** The first person of the tenant is its administrator until somebody says otherwise. */
function isFirst(service: EntraService, personId: string): boolean {
  return service.people.values().next().value?.id === personId;
}

function hashPassword(
  password: string,
  salt: string,
): Pick<SignInRecord, 'passwordSalt' | 'passwordHash'> {
  const passwordHash = createHash('sha256').update(`${salt}\n${password}`).digest('base64url');
  return { passwordSalt: salt, passwordHash };
}
