import type { IncomingMessage } from 'node:http';
import { fullAccess, noPerson, type Caller } from '../domain/access/caller.js';
import { ProblemError, type Challenge } from '../domain/problem.js';
import type { Authenticator } from './authenticator.js';
import { forwardedBy } from './forwarded.js';
import { isLoopbackHost } from './loopback-host.js';

export interface GuardOptions {
  /** Null: nobody is asked, anyone who reaches the loopback address may come in. */
  readonly authenticators: readonly Authenticator[] | null;
  /** Pages of these origins may call. */
  readonly corsOrigins?: readonly string[];
  /** Our own as browsers see it, where a proxy writes another name into Host; null: none is configured. */
  readonly publicOrigin?: string | null;
  /** What who brings no good proof is told besides; where only keys are accepted there is nothing to tell. */
  readonly challengeTo?: (request: IncomingMessage) => Challenge;
  /** Is told of every refusal. Must not throw. */
  readonly onRefused?: (request: IncomingMessage, problem: ProblemError) => void;
}

export interface RequestGuard {
  /** Refuses foreign Host and Origin headers (403): DNS rebinding and pages of other sites. */
  checkOrigin(request: IncomingMessage): void;
  /** The origin of a page of another site that may call; null: no such page calls. */
  corsOrigin(request: IncomingMessage): string | null;
  /** Who calls. ProblemError `unauthorized`; redis_unavailable where that cannot be found out. */
  authenticate(request: IncomingMessage): Caller | Promise<Caller>;
  /** Calls `end` when the caller's proof is no longer good, a second later at most; answers how to stop looking. */
  watch(request: IncomingMessage, caller: Caller, end: () => void): () => void;
}

const anonymous: Caller = {
  actor: null,
  kind: 'anonymous',
  owner: 'anonymous',
  keyId: null,
  ...noPerson,
  ...fullAccess,
};
const lookAgainMs = 400;

/** The checks that every request passes before anything of it is read, REST and MCP alike. */
export function createRequestGuard(options: GuardOptions): RequestGuard {
  const { authenticators, corsOrigins = [], publicOrigin = null, challengeTo, onRefused } = options;
  const isOpen = authenticators === null;
  const proof = challengeTo === undefined ? 'key' : 'key or token';

  const corsOrigin = ({ headers: { origin } }: IncomingMessage): string | null =>
    origin !== undefined && corsOrigins.includes(origin) ? origin : null;

  const refuse = (request: IncomingMessage, problem: ProblemError): ProblemError => {
    onRefused?.(request, problem);
    return problem;
  };

  const turnAway = (request: IncomingMessage, error: unknown): unknown => {
    if (!(error instanceof ProblemError)) return error;
    if (error.status === 403) return refuse(request, error);
    if (error.status !== 401) return error;
    return refuse(request, challengeTo === undefined ? error : error.asking(challengeTo(request)));
  };

  const authenticate = (request: IncomingMessage): Caller | Promise<Caller> => {
    if (authenticators === null) return callerByHeader(request.headers['x-agent-name']);
    try {
      for (const [at, ask] of authenticators.entries()) {
        const caller = ask(request);
        if (caller instanceof Promise)
          return waitFor(caller, request, authenticators.slice(at + 1));
        if (caller !== null) return caller;
      }
    } catch (error) {
      throw turnAway(request, error);
    }
    throw turnAway(request, unknownTo(request, proof));
  };

  const waitFor = async (
    first: Promise<Caller | null>,
    request: IncomingMessage,
    others: readonly Authenticator[],
  ): Promise<Caller> => {
    try {
      const caller = await first;
      if (caller !== null) return caller;
      for (const ask of others) {
        const other = await ask(request);
        if (other !== null) return other;
      }
    } catch (error) {
      throw turnAway(request, error);
    }
    throw turnAway(request, unknownTo(request, proof));
  };

  return {
    corsOrigin,
    authenticate,
    checkOrigin(request) {
      const { host, origin } = request.headers;
      // Without keys the server listens on loopback only: no other name can be meant.
      if (isOpen && (host === undefined || !isLoopbackHost(host))) {
        throw refuse(
          request,
          new ProblemError('forbidden', 'The Host header must name this machine (localhost)'),
        );
      }
      // A tunnel that was opened for notifications may put our own name into Host and so let the whole world in.
      const forwarded = isOpen ? forwardedBy(request.headers) : null;
      if (forwarded !== null) {
        const detail = `Without keys (AUTH_MODE=none) only this machine is served: ${forwarded} names another`;
        throw refuse(request, new ProblemError('forbidden', detail));
      }
      if (origin === undefined || isOwnOrigin(origin, host) || corsOrigin(request) !== null) return;
      if (origin === publicOrigin) return;
      throw refuse(
        request,
        new ProblemError('forbidden', 'Requests from pages of other sites are not accepted'),
      );
    },
    watch(request, caller, end) {
      if (caller.kind === 'anonymous') return () => undefined;
      const timer = setInterval(() => {
        Promise.resolve()
          .then(() => authenticate(request))
          .catch((error: unknown) => {
            // That Redis is away for a moment ends nothing.
            if (!(error instanceof ProblemError) || error.status !== 401) return;
            clearInterval(timer);
            end();
          });
      }, lookAgainMs);
      timer.unref();
      return () => clearInterval(timer);
    },
  };
}

function unknownTo({ headers }: IncomingMessage, proof: string): ProblemError {
  return headers.authorization === undefined
    ? new ProblemError('unauthorized', `Send Authorization: Bearer <${proof}>`)
    : new ProblemError('unauthorized', `The ${proof} is not known`);
}

function callerByHeader(header: string | string[] | undefined): Caller {
  if (header === undefined) return anonymous;
  const actor = String(header).trim();
  if (actor === '') return anonymous;
  if (actor.length > 64) {
    const errors = [{ field: 'X-Agent-Name', message: 'must have 64 or fewer characters' }];
    throw new ProblemError('invalid_input', 'X-Agent-Name is too long', { errors });
  }
  return { ...anonymous, actor };
}

/** A page that this server itself handed out, or one of this machine. */
function isOwnOrigin(origin: string, host: string | undefined): boolean {
  const authority = /^https?:\/\/([^/]+)$/i.exec(origin)?.[1];
  if (authority === undefined) return false;
  return authority === host || isLoopbackHost(authority);
}
