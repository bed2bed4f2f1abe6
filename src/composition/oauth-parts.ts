import type { Redis } from 'ioredis';
import type { Logger } from 'pino';
import { blankAuditEntry, type AuditLog } from '../access/audit-log.js';
import type { AccountStore } from '../accounts/account-store.js';
import type { Logins } from '../accounts/login/logins.js';
import type { Vault } from '../accounts/vault/vault.js';
import type { Config } from '../config/config.js';
import type { OauthConfig } from '../config/oauth.js';
import type { Authenticator } from '../http/authenticator.js';
import { createConnectedHosts } from '../http/connected-hosts.js';
import { createAccountHandler } from '../http/oauth/account-handler.js';
import { createInteractionHandler } from '../http/oauth/interaction-handler.js';
import { labelOf, type NoteConnection } from '../http/oauth/note-connection.js';
import { createOauthEndpoint, type OauthEndpoint } from '../http/oauth/oauth-endpoint.js';
import { renderProtocolError } from '../http/oauth/render-protocol-error.js';
import { createRateLimit } from '../http/rate-limit.js';
import { createAuthorizationServer } from '../oauth/authorization-server.js';
import { createConnectionLookup } from '../oauth/connection-lookup.js';
import { createFetchDocument, type FetchDocument } from '../oauth/fetch-document.js';
import { createFindPerson } from '../oauth/people.js';
import { createSignInNotes } from '../oauth/sign-in-notes.js';
import type { AccountFlows } from '../temporal/account-flows.js';
import type { Keys } from '../tasks/keys.js';

export interface OauthParts {
  readonly authenticator: Authenticator;
  readonly endpoint: OauthEndpoint;
}

/** Of one address: so many documents of hosts are fetched at once, and so many a second. */
const fetches = { burst: 10, perSecond: 0.2 };

/** Our own authorization server, and the door for the tokens that it issues. */
export function composeOauth(parts: {
  readonly settings: OauthConfig;
  readonly config: Pick<Config, 'notifications'>;
  readonly redis: Redis;
  readonly keys: Keys;
  readonly vault: Vault;
  readonly accounts: Pick<AccountStore, 'read'>;
  readonly logins: Pick<Logins, 'begin' | 'wait' | 'viewOfBrowser'>;
  readonly flows: Pick<AccountFlows, 'signOut'>;
  readonly audit: Pick<AuditLog, 'note'>;
  readonly logger: Logger;
  /** How documents of hosts are fetched, where not from the Internet. */
  readonly fetchDocument?: FetchDocument;
}): OauthParts {
  const { settings, config, redis, keys, logins, flows, logger } = parts;
  const signOut = (accountId: string) => flows.signOut(accountId);
  const { trustedProxies } = config.notifications;
  const fetchDocument =
    parts.fetchDocument ?? createFetchDocument({ allowLoopback: settings.allowLoopbackDocuments });
  const mayFetch = createRateLimit(fetches.perSecond, fetches.burst);
  const server = createAuthorizationServer({
    ...parts,
    findPerson: createFindPerson(parts.accounts),
    fetchDocument,
    mayFetch: (address) => mayFetch(address, performance.now()),
    renderError: renderProtocolError,
    now: Date.now,
  });
  const note = noteIn(parts.audit);
  const lookUp = createConnectionLookup({ connections: server.connections, now: Date.now });
  return {
    authenticator: createConnectedHosts({ server, lookUp, now: Date.now }),
    endpoint: createOauthEndpoint({
      server,
      interactions: createInteractionHandler({
        server,
        logins,
        notes: createSignInNotes({ redis, keys }),
        note,
        signOut,
      }),
      account: createAccountHandler({ server, logins, note, signOut }),
      defaultScopes: settings.personScopes,
      trustedProxies,
      logger,
    }),
  };
}

function noteIn(audit: Pick<AuditLog, 'note'>): NoteConnection {
  const operations = { allowed: 'oauth_allow', declined: 'oauth_allow', ended: 'oauth_disconnect' };
  return ({ kind, person, host, connectionId }) =>
    audit.note({
      ...blankAuditEntry(Date.now()),
      actor: person.userName ?? person.accountId,
      keyId: labelOf({ host, id: connectionId ?? '' }),
      operation: operations[kind],
      object: connectionId,
      status: kind === 'declined' ? 403 : 200,
      code: kind === 'declined' ? 'access_denied' : null,
    });
}
