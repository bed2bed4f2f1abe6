import type { Scope } from '../domain/access/caller.js';
import type { PersonId } from '../domain/access/caller.js';
import { scopes } from '../domain/access/caller.js';

/** What the authorization server is told from outside. */
export interface OauthSettings {
  /** Our origin, which is the issuer too. */
  readonly issuer: string;
  /** What people may let a host do. */
  readonly personScopes: readonly Scope[];
  /** Sign-in names and object ids of people who may let it do everything. */
  readonly operators: readonly string[];
  /** Whose people may sign in; null: Entra alone decides. */
  readonly tenants: readonly string[] | null;
  /** Metadata documents of hosts may lie on this machine. */
  readonly allowLoopbackDocuments: boolean;
}

/** What tokens are for (RFC 8707): the address of the MCP endpoint. */
export function resourceOf({ issuer }: Pick<OauthSettings, 'issuer'>): string {
  return `${issuer}/mcp`;
}

/** What a person may let a host do. */
export function scopesOf(
  { personScopes, operators }: Pick<OauthSettings, 'personScopes' | 'operators'>,
  { person, userName }: { readonly person: PersonId; readonly userName: string | null },
): readonly Scope[] {
  const names = [person.oid, ...(userName === null ? [] : [userName])].map((name) => name.toLowerCase());
  return operators.some((one) => names.includes(one.toLowerCase())) ? scopes : personScopes;
}

export function isOurPerson(
  { tenants }: Pick<OauthSettings, 'tenants'>,
  { tid }: PersonId,
): boolean {
  return tenants === null || tenants.some((one) => one.toLowerCase() === tid.toLowerCase());
}
