import type { OauthConfig } from '../config/oauth.js';
import { scopes, type PersonId, type Scope } from '../domain/access/caller.js';

/** What tokens are for (RFC 8707): the address of the MCP endpoint. */
export function resourceOf({ issuer }: Pick<OauthConfig, 'issuer'>): string {
  return `${issuer}/mcp`;
}

/** What a person may let a host do. */
export function scopesOf(
  { personScopes, operators }: Pick<OauthConfig, 'personScopes' | 'operators'>,
  { person, userName }: { readonly person: PersonId; readonly userName: string | null },
): readonly Scope[] {
  const names = [person.oid, ...(userName === null ? [] : [userName])].map((name) =>
    name.toLowerCase(),
  );
  return operators.some((one) => names.includes(one.toLowerCase())) ? scopes : personScopes;
}

export function isOurPerson({ tenants }: Pick<OauthConfig, 'tenants'>, { tid }: PersonId): boolean {
  return tenants === null || tenants.some((one) => one.toLowerCase() === tid.toLowerCase());
}
