import { z } from 'zod';
import { scopes, type Scope } from '../domain/access/caller.js';

/** How tokens of the tenant's Entra are read (AUTH_MODE=entra). Tenant and app are those of `azure`. */
export interface EntraConfig {
  /** App ID URIs of our app registration; the first one stands before the names of its scopes. */
  readonly appIdUris: readonly string[];
  /** The delegated scope in which an app may do all that its person may. */
  readonly userScope: string;
  /** What scopes and roles open, where it is not the usual. */
  readonly permissions: ReadonlyMap<string, readonly Scope[]>;
  /** Names of apps by client id. */
  readonly appNames: ReadonlyMap<string, string>;
}

/** Without blanks, quotes and commas: it goes into headers and lists. */
const namePattern = /^[A-Za-z0-9._-]{1,120}$/;
const uriPattern = /^(api|https?):\/\/[^\s,"\\?#]+$/;
const guidPattern = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

export function appIdUris() {
  return list('App ID URIs as in "Expose an API", for instance api://… or https://…', (text) =>
    uriPattern.test(text) ? text : null,
  );
}

/** `Name=scope+scope,…` */
export function entraPermissions() {
  const expected =
    'Name=scope+scope, for instance Board.Bots=tasks:read+tasks:write, with scopes among ' +
    scopes.join(', ');
  return list(expected, (text): readonly [string, readonly Scope[]] | null => {
    const [name = '', opened = '', ...rest] = text.split('=');
    const named = opened.split('+').map((part) => part.trim());
    const known = scopes.filter((scope) => named.includes(scope));
    const isRead = namePattern.test(name.trim()) && known.length === named.length;
    return isRead && rest.length === 0 ? [name.trim(), known] : null;
  }).transform((entries): ReadonlyMap<string, readonly Scope[]> => new Map(entries));
}

/** `name=client id,…` */
export function entraApps() {
  return list(
    'name=client id, for instance planner-bot=00000000-0000-0000-0000-000000000000',
    (text) => {
      const [name = '', id = '', ...rest] = text.split('=').map((part) => part.trim());
      const isRead = /^[A-Za-z0-9._-]{1,64}$/.test(name) && guidPattern.test(id);
      return isRead && rest.length === 0 ? ([id.toLowerCase(), name] as const) : null;
    },
  ).transform((entries): ReadonlyMap<string, string> => new Map(entries));
}

export function isGuid(text: string): boolean {
  return guidPattern.test(text);
}

function list<Item>(expected: string, read: (text: string) => Item | null) {
  return z.string().transform((text, context): readonly Item[] => {
    const parts = text.split(',').map((part) => part.trim());
    const items = parts.map(read);
    const wrong = parts.filter((_, at) => items[at] === null);
    const good = items.filter((item): item is NonNullable<typeof item> => item !== null);
    if (wrong.length === 0) return good;
    const named = wrong.map((part) => `"${part}"`).join(', ');
    context.addIssue(`write ${expected}, separated by commas; wrong: ${named}`);
    return z.NEVER;
  });
}
