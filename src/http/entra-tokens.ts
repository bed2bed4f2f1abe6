import { createHash } from 'node:crypto';
import { decodeJwt, decodeProtectedHeader } from 'jose';
import { toEntraCaller, type EntraAccess } from '../access/entra/entra-caller.js';
import type { EntraKeys } from '../access/entra/entra-keys.js';
import { verifyJwt } from '../access/verify-jwt.js';
import type { Caller } from '../domain/access/caller.js';
import { bearerToken, type Authenticator } from './authenticator.js';

export interface EntraTokensOptions {
  readonly keys: EntraKeys;
  readonly access: EntraAccess;
  /** Whom tokens may be for: our client id and App ID URIs. */
  readonly audiences: readonly string[];
  /** Whether an issuer is a tenant's at all; what is not is left to others. */
  readonly isEntras: (issuer: string) => boolean;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

interface Known {
  readonly caller: Caller;
  readonly kid: string;
  readonly until: number;
}

const mostKnown = 10_000;
/** So long a verdict is believed; a key that is no longer published ends it at once. */
const believedMs = 60_000;
const jwt = /^[\w-]+\.[\w-]+\.[\w-]*$/;

/** Tokens that the tenant's Entra has issued for us, of people and of apps. */
export function createEntraTokens(options: EntraTokensOptions): Authenticator {
  const { keys, access, audiences, isEntras, now } = options;
  const known = new Map<string, Known>();

  const judge = async (token: string, hash: string): Promise<Caller> => {
    const claims = await verifyJwt({
      token,
      issuer: await keys.issuers(),
      audiences,
      keys: keys.find,
      algorithms: ['RS256'],
      now,
    });
    const caller = toEntraCaller(claims, token, access);
    const until = Math.min(now() + believedMs, (claims.exp ?? 0) * 1_000);
    known.set(hash, { caller, kid: decodeProtectedHeader(token).kid ?? '', until });
    const [oldest] = known.keys();
    if (known.size > mostKnown && oldest !== undefined) known.delete(oldest);
    return caller;
  };

  return (request) => {
    const token = bearerToken(request);
    if (token === null || !jwt.test(token)) return null;
    const hash = createHash('sha256').update(token).digest('base64');
    const entry = known.get(hash);
    if (entry !== undefined && now() < entry.until && keys.isPublished(entry.kid)) {
      return entry.caller;
    }
    known.delete(hash);
    return isEntras(issuerOf(token)) ? judge(token, hash) : null;
  };
}

/** What the token says of itself; it is only believed to choose who judges it. */
function issuerOf(token: string): string {
  try {
    return decodeJwt(token).iss ?? '';
  } catch {
    return '';
  }
}
