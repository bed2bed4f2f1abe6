import type { IncomingMessage } from 'node:http';
import type { Caller } from '../domain/access/caller.js';

/**
 * One way of proving who calls. Null: this request brings nothing of its kind, ask the next one. Throws ProblemError
 * `unauthorized` for what is of its kind and not valid. Several can stand side by side.
 */
export type Authenticator = (request: IncomingMessage) => Caller | null | Promise<Caller | null>;

/** What stands behind `Authorization: Bearer`. */
export function bearerToken({ headers }: IncomingMessage): string | null {
  const { authorization } = headers;
  const match = authorization === undefined ? null : /^Bearer +(\S+) *$/i.exec(authorization);
  return match?.[1] ?? null;
}
