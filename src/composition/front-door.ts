import type { Redis } from 'ioredis';
import type { Logger } from 'pino';
import { createAuditLog, type AuditLog } from '../access/audit-log.js';
import { createKeyLookup } from '../access/key-lookup.js';
import { createRateLimits } from '../access/rate-limits.js';
import { createRefusalNotes, type NoteRefusal } from '../access/refusal-notes.js';
import type { AuthWay, Config } from '../config/config.js';
import type { Authenticator } from '../http/authenticator.js';
import { createConfiguredKeys } from '../http/configured-keys.js';
import { createMadeKeys } from '../http/made-keys.js';
import type { OauthEndpoint } from '../http/oauth/oauth-endpoint.js';
import { createOriginOf, type OriginOf } from '../http/origin-of.js';
import { createProtectedResource, type ProtectedResource } from '../http/protected-resource.js';
import { createRequestGuard, type RequestGuard } from '../http/request-guard.js';
import { sourceAddress } from '../http/source-address.js';
import { createGate, type Gate } from '../operations/access/gate.js';
import type { OperationDeps } from '../operations/define-operation.js';
import { operations } from '../operations/registry.js';
import type { Keys } from '../tasks/keys.js';
import type { CallFunction } from '../tasks/load-functions.js';
import { composeEntra, entraIssuer } from './entra-door.js';
import { oauthIssuer } from './oauth-issuer.js';
import type { OauthParts } from './oauth-parts.js';

export interface FrontDoor {
  /** Our authorization server; null: there is none. */
  readonly oauth: OauthEndpoint | null;
  readonly audit: AuditLog;
  readonly guard: RequestGuard;
  /** Null: nobody's tokens are taken. */
  readonly resource: ProtectedResource | null;
  readonly originOf: OriginOf;
  gateTo(operations: OperationDeps): Gate;
  /** The guard for a route that pages of these origins may call, besides our own. */
  guardFor(corsOrigins: readonly string[]): RequestGuard;
}

/** Who comes in, what they may do, how often, and what is written down of it. */
export function composeFrontDoor(parts: {
  readonly config: Config;
  readonly redis: Redis;
  readonly keys: Keys;
  readonly call: CallFunction;
  readonly logger: Logger;
  /** Null: hosts do not connect by us. */
  readonly composeOauth: ((audit: AuditLog) => OauthParts) | null;
}): FrontDoor {
  const { config, keys, call } = parts;
  const { trustedProxies } = config.notifications;
  const audit = createAuditLog({ ...parts, max: config.audit.max });
  const noteRefusal = createRefusalNotes(audit, Date.now);
  const resource = resourceOf(config);
  const oauth = parts.composeOauth?.(audit) ?? null;
  const authenticators = authenticatorsOf(parts, oauth);
  const onRefused = noteTurnedAway(noteRefusal, trustedProxies);
  const guardFor = (corsOrigins: readonly string[]): RequestGuard =>
    createRequestGuard({
      authenticators,
      corsOrigins,
      publicOrigin: config.oauth?.issuer ?? config.webhook.publicBaseUrl,
      ...(resource !== null && { challengeTo: resource.challengeTo }),
      onRefused,
    });
  return {
    oauth: oauth?.endpoint ?? null,
    audit,
    resource,
    originOf: createOriginOf(trustedProxies, resource),
    guard: guardFor(config.http.corsOrigins),
    guardFor,
    gateTo: (operationDeps) =>
      createGate({
        operations: operationDeps,
        isReadOnly: config.isReadOnly,
        takeRequest:
          config.auth.mode === 'none' || config.auth.requestsPerMinute === 0
            ? null
            : createRateLimits({
                keys,
                call,
                perMinute: config.auth.requestsPerMinute,
                now: () => performance.now(),
              }),
        findOperation: (name) => operations.find((one) => one.name === name) ?? null,
        audit,
        noteRefusal,
        now: Date.now,
      }),
  };
}

function authenticatorsOf(
  parts: {
    readonly config: Config;
    readonly redis: Redis;
    readonly keys: Keys;
    readonly logger: Logger;
  },
  oauth: OauthParts | null,
): readonly Authenticator[] | null {
  const { auth } = parts.config;
  if (auth.mode === 'none') return null;
  const ways: Readonly<Record<AuthWay, () => readonly Authenticator[]>> = {
    'api-key': () => [
      createConfiguredKeys(
        auth.keys.map(({ name, secret }) => ({ name, secret: secret.reveal() })),
      ),
      createMadeKeys(createKeyLookup({ ...parts, now: Date.now })),
    ],
    entra: () => [composeEntra(parts)],
    oauth: () => (oauth === null ? [] : [oauth.authenticator]),
  };
  return [...auth.ways].flatMap((way) => ways[way]());
}

/** Ours first: Entra lets no client register itself, so that most hosts can only go by us. */
function resourceOf(config: Config): ProtectedResource | null {
  const ways = config.auth.mode === 'none' ? null : config.auth.ways;
  const issuers = [
    ...(config.oauth === null ? [] : [oauthIssuer(config.oauth)]),
    ...(ways?.has('entra') === true ? [entraIssuer(config)] : []),
  ];
  if (issuers.length === 0) return null;
  const publicBaseUrl = config.oauth?.issuer ?? config.webhook.publicBaseUrl;
  return createProtectedResource({ publicBaseUrl, issuers });
}

function noteTurnedAway(
  note: NoteRefusal,
  trustedProxies: number,
): NonNullable<Parameters<typeof createRequestGuard>[0]['onRefused']> {
  return (request, { status, code, message }) =>
    note({
      at: new Date().toISOString(),
      actor: null,
      keyId: null,
      operation: null,
      object: null,
      status,
      code,
      reason: message,
      from: sourceAddress(request, trustedProxies),
      requestId: String(request.headers['x-request-id'] ?? ''),
      graphRequestId: null,
    });
}
