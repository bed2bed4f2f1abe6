/**
 * Where a host wants people sent back to. `web`: an https address. `loopback`: a program on the person's own computer
 * (RFC 8252, section 7.3), whose port is anybody's. `app`: a program that has a URI scheme to itself (section 7.1).
 */
export type RedirectKind = 'web' | 'loopback' | 'app';

export interface Redirect {
  readonly kind: RedirectKind;
  readonly uri: string;
  /** What people are shown: host and port, or the scheme. */
  readonly target: string;
  /** As the Content-Security-Policy of a form names it that leads there. */
  readonly formTarget: string;
  /** The same for every address that is taken for the same place: a loopback address without its port. */
  readonly place: string;
}

/** Schemes of programs that connect to MCP servers. Others of theirs that are reversed domain names need no line here. */
const appSchemes: ReadonlySet<string> = new Set([
  'claude:',
  'cursor:',
  'raycast:',
  'vscode:',
  'vscode-insiders:',
  'warp:',
  'windsurf:',
  'zed:',
]);

/** RFC 8252, section 7.1: a scheme of one's own is the reverse of a domain of one's own. */
const reversedDomain = /^[a-z][a-z0-9-]*(?:\.[a-z0-9-]+)+:$/;
const loopbackHosts: ReadonlySet<string> = new Set(['localhost', '127.0.0.1', '[::1]']);
const longest = 2_048;

/** Null: people are not sent there. */
export function readRedirect(uri: string): Redirect | null {
  if (uri.length > longest || !URL.canParse(uri) || hasInvisible(uri)) return null;
  const url = new URL(uri);
  if (uri.includes('#') || url.username + url.password !== '') return null;
  switch (url.protocol) {
    case 'https:':
      if (loopbackHosts.has(url.hostname)) return null;
      return { kind: 'web', uri, target: url.host, formTarget: url.origin, place: uri };
    case 'http:':
      if (!loopbackHosts.has(url.hostname)) return null;
      return {
        kind: 'loopback',
        uri,
        target: url.host,
        // A policy cannot name an address of IPv6.
        formTarget: url.hostname === '[::1]' ? 'http:' : url.origin,
        place: `http://${url.hostname}${url.pathname}${url.search}`,
      };
    default:
      if (!appSchemes.has(url.protocol) && !reversedDomain.test(url.protocol)) return null;
      return {
        kind: 'app',
        uri,
        target: url.host === '' ? url.protocol : `${url.protocol}//${url.host}`,
        formTarget: url.protocol,
        place: uri,
      };
  }
}

/** A parser leaves out or encodes what people and comparisons would not see. */
function hasInvisible(uri: string): boolean {
  return /[^!-~]/.test(uri) || uri.includes('\\');
}
