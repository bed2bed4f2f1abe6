import { paths } from '../../oauth/create-provider.js';

/**
 * `open`: part of the protocol, without cookies, for programs and pages of any origin. `page`: for people, with cookies.
 * `path`: as the handler knows it.
 */
export type OauthTarget =
  | { readonly kind: 'open'; readonly path: string; readonly traffic: Traffic }
  | { readonly kind: 'authorize'; readonly path: string }
  | { readonly kind: 'interaction'; readonly uid: string; readonly step: string }
  | { readonly kind: 'account'; readonly step: string };

/** What is counted together for one address. */
export type Traffic = 'register' | 'token' | 'read';

const metadataPath = '/.well-known/oauth-authorization-server';
const openIdPath = '/.well-known/openid-configuration';

/** Hosts look for the metadata in several places: RFC 8414, section 3.1, and what was written before it. */
const metadataPaths: ReadonlySet<string> = new Set(
  [metadataPath, openIdPath].flatMap((path) => [path, `${path}/mcp`, `/mcp${path}`]),
);

const openPaths: Readonly<Record<string, Traffic>> = {
  [paths.jwks]: 'read',
  [paths.token]: 'token',
  [paths.revoke]: 'token',
  [paths.register]: 'register',
};

const accountSteps: Readonly<Record<string, string>> = {
  '/account': 'show',
  '/account/sign-in': 'sign-in',
  '/account/sign-out': 'sign-out',
  '/account/disconnect': 'disconnect',
  // Under /oauth, so that the cookie of the sign-in comes along.
  '/oauth/account/signed-in': 'signed-in',
  '/approvals/sign-in': 'sign-in-for-approvals',
  '/oauth/approvals/signed-in': 'signed-in-for-approvals',
};

/** Null: the request is for somebody else. */
export function readOauthTarget(target: string | undefined): OauthTarget | null {
  const path = (target ?? '').split('?', 1)[0] ?? '';
  if (!/^\/(?:oauth\/|account|approvals\/|mcp\/|\.well-known\/)/.test(path)) return null;
  if (metadataPaths.has(path)) {
    return { kind: 'open', path: metadataPath, traffic: 'read' };
  }
  const traffic = openPaths[path];
  if (traffic !== undefined) return { kind: 'open', path, traffic };
  if (path === paths.authorize || path.startsWith(`${paths.authorize}/`)) {
    return { kind: 'authorize', path };
  }
  const step = accountSteps[path];
  if (step !== undefined) return { kind: 'account', step };
  const [, uid, at = ''] = /^\/oauth\/interaction\/([\w-]{1,64})(?:\/([a-z-]+))?$/.exec(path) ?? [];
  return uid === undefined ? null : { kind: 'interaction', uid, step: at === '' ? 'show' : at };
}
