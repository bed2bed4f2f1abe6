import { createHash } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { decodeJwt } from 'jose';
import { actorOfPerson } from '../access/person-actor.js';
import { scopes, type Caller } from '../domain/access/caller.js';
import { ProblemError } from '../domain/problem.js';
import type { AccessClaims, AuthorizationServer } from '../oauth/authorization-server.js';
import type { LookUpConnection } from '../oauth/connection-lookup.js';
import type { Connection } from '../oauth/connections.js';
import { scopesOf } from '../oauth/oauth-rules.js';
import { personIn } from '../oauth/people.js';
import { bearerToken, type Authenticator } from './authenticator.js';
import { labelOf } from './oauth/note-connection.js';

const mostKnown = 10_000;

interface Known {
  readonly claims: AccessClaims;
  readonly connection: Connection;
  readonly caller: Caller;
}

/**
 * Access tokens of our own authorization server: a person calls by a host that they have let in. Nothing of it outlives the
 * connection: each use asks for it, half a second late at most.
 */
export function createConnectedHosts(deps: {
  readonly server: Pick<AuthorizationServer, 'settings' | 'verify'>;
  readonly lookUp: LookUpConnection;
  readonly now: () => number;
}): Authenticator {
  const { server, lookUp, now } = deps;
  const { settings } = server;
  const verified = new Map<string, Known>();

  return (request: IncomingMessage) => {
    const token = bearerToken(request);
    if (token === null || !isOurs(token, settings.issuer)) return null;
    const hash = createHash('sha256').update(token).digest('base64');
    const known = verified.get(hash);
    if (known === undefined || known.claims.expiresAt <= now()) {
      verified.delete(hash);
      return firstUse(token, hash);
    }
    const found = lookUp(known.claims.connectionId);
    return found instanceof Promise
      ? found.then((connection) => callerBy(hash, known, connection))
      : callerBy(hash, known, found);
  };

  async function firstUse(token: string, hash: string): Promise<Caller> {
    const claims = await server.verify(token);
    const connection = living(claims, await lookUp(claims.connectionId));
    return keep(hash, claims, connection);
  }

  function callerBy(hash: string, known: Known, found: Connection | null): Caller {
    const connection = living(known.claims, found);
    if (connection === known.connection) return known.caller;
    return keep(hash, known.claims, connection);
  }

  function keep(hash: string, claims: AccessClaims, connection: Connection): Caller {
    const caller = toCaller(claims, connection);
    verified.set(hash, { claims, connection, caller });
    const [oldest] = verified.keys();
    if (verified.size > mostKnown && oldest !== undefined) verified.delete(oldest);
    return caller;
  }

  /** What was allowed, as far as the person may still give it: operators change. */
  function toCaller({ accountId, scope }: AccessClaims, connection: Connection): Caller {
    const person = personIn(accountId);
    if (person === null) throw new ProblemError('unauthorized', 'The token is not a sound JWT');
    const { userName } = connection;
    const given = new Set(scope.split(' '));
    const may = new Set(scopesOf(settings, { person, userName }));
    const held = scopes.filter((one) => given.has(one) && may.has(one));
    return {
      actor: actorOfPerson({ oid: person.oid, userName }),
      kind: 'person',
      owner: `person:${person.oid}.${person.tid}`,
      person,
      assertion: null,
      keyId: labelOf(connection),
      scopes: new Set(held),
      plans: null,
      policy: 'all',
      stepUp: (scope) =>
        may.has(scope)
          ? // A host asks for what it is told, so that what it has must be in it.
            { scope: [...held, scope].join(' '), advice: null }
          : { scope: null, advice: 'only operators of this server (OAUTH_OPERATORS) have it' },
    };
  }
}

function living({ accountId, clientId }: AccessClaims, connection: Connection | null): Connection {
  if (connection?.accountId === accountId && connection.host.clientId === clientId) {
    return connection;
  }
  const detail = 'The person has disconnected this app, or it was unused for too long';
  throw new ProblemError('unauthorized', detail);
}

/** By what it says of itself, so that others can look at what is not; whether it is true is checked after. */
function isOurs(token: string, issuer: string): boolean {
  try {
    return decodeJwt(token).iss === issuer;
  } catch {
    return false;
  }
}
