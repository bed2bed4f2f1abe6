import { createHash, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { ProblemError } from '../domain/problem.js';

/** A caller's key, as configured. */
export interface NamedKey {
  readonly name: string;
  readonly secret: string;
}

export interface GuardOptions {
  /** Null: no keys, anyone who reaches the loopback address may come in. */
  readonly keys: readonly NamedKey[] | null;
}

/** Who calls; null where the request itself does not say. */
export interface Caller {
  readonly name: string | null;
}

export interface RequestGuard {
  /** Refuses foreign Host and Origin headers (403): DNS rebinding and pages of other sites. */
  checkOrigin(request: IncomingMessage): void;
  /** Who calls; throws ProblemError 401 without a valid key. */
  authenticate(request: IncomingMessage): Caller;
}

const loopbackHost = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])(?::\d{1,5})?$/i;
const anonymous: Caller = { name: null };

/** The checks that every request passes before anything of it is read, REST and MCP alike. */
export function createRequestGuard({ keys }: GuardOptions): RequestGuard {
  const known = keys?.map(({ name, secret }) => ({ caller: { name }, digest: digestOf(secret) }));
  return {
    checkOrigin({ headers }) {
      const { host, origin } = headers;
      // Without keys the server listens on loopback only: no other name can be meant.
      if (known === undefined && (host === undefined || !loopbackHost.test(host))) {
        throw new ProblemError('forbidden', 'The Host header must name this machine (localhost)');
      }
      // A tunnel that was opened for notifications may put our own name into Host and so let the whole world in.
      if (known === undefined && isForwarded(headers['x-forwarded-host'])) {
        throw new ProblemError(
          'forbidden',
          'Without keys (AUTH_MODE=none) only this machine is served: X-Forwarded-Host names another',
        );
      }
      if (origin !== undefined && !isOwnOrigin(origin, host)) {
        throw new ProblemError('forbidden', 'Requests from pages of other sites are not accepted');
      }
    },
    authenticate({ headers }) {
      if (known === undefined) return callerByHeader(headers['x-agent-name']);
      const token = bearerToken(headers.authorization);
      if (token === null) {
        throw new ProblemError('unauthorized', 'Send Authorization: Bearer <key>');
      }
      const digest = digestOf(token);
      let caller: Caller | null = null;
      // Every key is compared, so that the time says nothing about which one was near.
      for (const key of known) if (timingSafeEqual(key.digest, digest)) caller = key.caller;
      if (caller === null) throw new ProblemError('unauthorized', 'The key is not known');
      return caller;
    },
  };
}

/** Shown beside every 401 (RFC 9110, section 11.6.1). */
export const bearerChallenge = ['WWW-Authenticate', 'Bearer realm="tandem"'] as const;

function isForwarded(header: string | string[] | undefined): boolean {
  const hosts = [header ?? []].flat().flatMap((value) => value.split(','));
  return hosts.some((host) => !loopbackHost.test(host.trim()));
}

function bearerToken(header: string | undefined): string | null {
  const match = header === undefined ? null : /^Bearer +(\S+) *$/i.exec(header);
  return match?.[1] ?? null;
}

function callerByHeader(header: string | string[] | undefined): Caller {
  if (header === undefined) return anonymous;
  const name = String(header).trim();
  if (name === '') return anonymous;
  if (name.length > 64) {
    const errors = [{ field: 'X-Agent-Name', message: 'must have 64 or fewer characters' }];
    throw new ProblemError('invalid_input', 'X-Agent-Name is too long', { errors });
  }
  return { name };
}

/** A page that this server itself handed out, or one of this machine. */
function isOwnOrigin(origin: string, host: string | undefined): boolean {
  const authority = /^https?:\/\/([^/]+)$/i.exec(origin)?.[1];
  if (authority === undefined) return false;
  return authority === host || loopbackHost.test(authority);
}

function digestOf(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
