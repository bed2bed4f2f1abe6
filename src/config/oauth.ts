import { z } from 'zod';
import { scopes, type Scope } from '../domain/access/caller.js';
import type { ConfigProblem } from './config-error.js';
import { isGuid } from './entra.js';
import { toPublicBaseUrl } from './public-base-url.js';
import type { Variables } from './variables.js';

/** What our authorization server is told from outside (AUTH_MODE=oauth). */
export interface OauthConfig {
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

/** What concerns everybody, and so is no one person's to give. */
const ofOthers: ReadonlySet<Scope> = new Set([
  'sync:operate',
  'webhook:read',
  'webhook:operate',
  'approvals:decide',
  'admin',
]);

/** What people may let a host do where nothing else is said. */
const usualScopes: readonly Scope[] = scopes.filter((scope) => !ofOthers.has(scope));

/** Scopes, separated by commas. */
export function scopeList() {
  return z.string().transform((text, context): readonly Scope[] => {
    const named = text.split(',').map((part) => part.trim());
    const known = scopes.filter((scope) => named.includes(scope));
    if (known.length === new Set(named).size) return known;
    const wrong = named.filter((name) => !scopes.some((scope) => scope === name));
    context.addIssue(
      `write scopes among ${scopes.join(', ')}, separated by commas; wrong: ${wrong.join(', ')}`,
    );
    return z.NEVER;
  });
}

const oauthVariables = ['OAUTH_OPERATORS', 'OAUTH_PERSON_SCOPES', 'OAUTH_TENANTS'] as const;

export function oauthRules(
  given: Partial<Variables>,
  isSet: (name: string) => boolean,
  isProduction: boolean,
): ConfigProblem[] {
  if (given.AUTH_MODE === undefined) return [];
  if (!given.AUTH_MODE.has('oauth')) {
    const unread = [
      ...oauthVariables.filter(isSet),
      ...(given.OAUTH_LOOPBACK_DOCUMENTS === true ? ['OAUTH_LOOPBACK_DOCUMENTS'] : []),
    ];
    if (unread.length === 0) return [];
    const message = `write oauth: ${unread.join(', ')} ${unread.length === 1 ? 'is' : 'are'} set, but nothing would read it`;
    return [{ variable: 'AUTH_MODE', message }];
  }
  return [
    ...addressProblems(given, isSet, isProduction),
    ...peopleProblems(given),
    ...documentProblems(given, isProduction),
  ];
}

function addressProblems(
  given: Partial<Variables>,
  isSet: (name: string) => boolean,
  isProduction: boolean,
): ConfigProblem[] {
  const variable = 'PUBLIC_BASE_URL';
  if (!isSet(variable) && !isSet('WEBHOOK_DOMAIN')) {
    const message =
      'is missing: write the origin at which hosts reach this server, for instance https://tandem.example.com; with AUTH_MODE oauth it stands in every token';
    return [{ variable, message }];
  }
  const url = given.PUBLIC_BASE_URL;
  if (url === undefined || url.startsWith('https:')) return [];
  if (!isLoopbackOrigin(url)) {
    return [{ variable, message: 'write an https origin: http is for this machine alone' }];
  }
  if (!isProduction) return [];
  return [{ variable, message: 'write an https origin: with NODE_ENV=production http is refused' }];
}

function peopleProblems(given: Partial<Variables>): ConfigProblem[] {
  const {
    AZURE_TENANT_ID: tenant,
    OAUTH_TENANTS: tenants,
    OAUTH_OPERATORS: operators = [],
  } = given;
  const isOpen = tenant !== undefined && /^(common|organizations|consumers)$/i.test(tenant);
  if (isOpen && tenants === undefined) {
    const message = `is missing: write the ids of the tenants whose people may sign in; AZURE_TENANT_ID is ${tenant}`;
    return [{ variable: 'OAUTH_TENANTS', message }];
  }
  const names = operators.filter((one) => !isGuid(one));
  if ((tenants?.length ?? 0) < 2 || names.length === 0) return [];
  const message = `write object ids, not ${names.join(', ')}: with several tenants a sign-in name is nobody's alone`;
  return [{ variable: 'OAUTH_OPERATORS', message }];
}

function documentProblems(given: Partial<Variables>, isProduction: boolean): ConfigProblem[] {
  if (given.OAUTH_LOOPBACK_DOCUMENTS !== true || !isProduction) return [];
  const message = 'write false: with NODE_ENV=production strangers could have this machine asked';
  return [{ variable: 'OAUTH_LOOPBACK_DOCUMENTS', message }];
}

/** An origin of this machine. */
function isLoopbackOrigin(origin: string): boolean {
  return /^http:\/\/(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])(?::\d+)?$/.test(origin);
}

/** Null: hosts do not connect by us. */
export function toOauth(given: Variables): OauthConfig | null {
  const issuer = toPublicBaseUrl(given.PUBLIC_BASE_URL, given.WEBHOOK_DOMAIN);
  if (!given.AUTH_MODE.has('oauth') || issuer === null) return null;
  const tenant = given.AZURE_TENANT_ID ?? '';
  return {
    issuer,
    personScopes: given.OAUTH_PERSON_SCOPES ?? usualScopes,
    operators: given.OAUTH_OPERATORS,
    // A domain is no id; Entra lets only its people in.
    tenants: given.OAUTH_TENANTS ?? (isGuid(tenant) ? [tenant] : null),
    allowLoopbackDocuments: given.OAUTH_LOOPBACK_DOCUMENTS,
  };
}
