import type { AuthenticationResult } from '@azure/msal-node';
import * as z from 'zod';
import { accountIdOf, type SignInFlow } from '../../domain/accounts/account.js';
import type { PersonId } from '../../domain/access/caller.js';
import type { SignIn } from '../account-store.js';
import { permissionsOf } from '../msal/acquire.js';
import type { LoginAccount } from './logins.js';

/** What a sign-in has to fit, so that its tokens are kept. */
export interface Expected {
  /** Null: the person who signs in. */
  readonly owner: string | null;
  readonly flow: SignInFlow;
  readonly clientId: string;
  /** As configured: an id, a domain, or `organizations`. */
  readonly tenantId: string;
  /** An origin. */
  readonly authorityHost: string;
  /** Null: a device code has none. */
  readonly nonce: string | null;
  readonly person: PersonId | null;
  /** ms since the epoch. */
  readonly now: number;
}

/** `untrusted`: the identity in it is not for us. */
export type SignedIn =
  | { readonly kind: 'signedIn'; readonly account: LoginAccount; readonly signIn: SignIn }
  | { readonly kind: 'refused'; readonly code: 'other_person' | 'untrusted' };

const guid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

const idClaims = z.object({
  aud: z.string(),
  iss: z.string(),
  exp: z.number(),
  oid: z.string().regex(guid),
  tid: z.string().regex(guid),
  nonce: z.string().optional(),
  preferred_username: z.string().optional(),
  name: z.string().optional(),
});

/**
 * Who has signed in, from the id token that came from Entra's token endpoint itself: TLS vouches for it instead of its
 * signature (OpenID Connect Core 3.1.3.7, 6). MSAL checks neither issuer nor audience, so that is done here.
 */
export function readSignedIn(
  result: AuthenticationResult,
  cache: string,
  expected: Expected,
): SignedIn {
  const claims = idClaims.safeParse(result.idTokenClaims);
  if (!claims.success || !isForUs(claims.data, expected)) return untrusted;
  const person = { oid: claims.data.oid.toLowerCase(), tid: claims.data.tid.toLowerCase() };
  const id = accountIdOf(person);
  // The tokens lie in the cache under this name; another one would be refreshed as somebody else.
  if (result.account?.homeAccountId.toLowerCase() !== id) return untrusted;
  const wanted = expected.person;
  if (wanted !== null && accountIdOf(wanted) !== id) {
    return { kind: 'refused', code: 'other_person' };
  }
  const userName = claims.data.preferred_username ?? null;
  const displayName = claims.data.name ?? null;
  return {
    kind: 'signedIn',
    account: { id, userName, displayName, person },
    signIn: {
      account: {
        id,
        kind: 'delegated',
        owners: [expected.owner ?? `person:${id}`],
        userName,
        displayName,
        flow: expected.flow,
        scopes: permissionsOf(result),
      },
      cache,
      accessToken: result.accessToken,
      expiresAt: result.expiresOn?.getTime() ?? expected.now,
    },
  };
}

const untrusted = { kind: 'refused', code: 'untrusted' } as const;
/** How far our clock may be before Entra's. */
const skewMs = 300_000;

function isForUs(claims: z.infer<typeof idClaims>, expected: Expected): boolean {
  const { aud, iss, exp, tid, nonce } = claims;
  if (aud !== expected.clientId) return false;
  if (iss !== `${expected.authorityHost}/${tid}/v2.0`) return false;
  if (guid.test(expected.tenantId) && expected.tenantId.toLowerCase() !== tid.toLowerCase()) {
    return false;
  }
  if (expected.nonce !== null && nonce !== expected.nonce) return false;
  return exp * 1_000 + skewMs > expected.now;
}
