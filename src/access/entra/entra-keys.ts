import { createLocalJWKSet, errors, type JSONWebKeySet, type JWTVerifyGetKey } from 'jose';
import type { Logger } from 'pino';
import * as z from 'zod';
import { ProblemError } from '../../domain/problem.js';

export interface EntraKeysOptions {
  /** Origin of the sign-in service, without tenant. */
  readonly authorityHost: string;
  /** The directory id: a domain would not say which issuer is meant. */
  readonly tenantId: string;
  readonly logger: Pick<Logger, 'warn'>;
  /** Milliseconds that only grow. */
  readonly now: () => number;
  readonly fetch?: typeof fetch;
}

/** What the tenant's tokens are checked with. Everything here may throw ProblemError `sign_in_unavailable`. */
export interface EntraKeys {
  /** The two spellings of the tenant's name, of tokens v2.0 and v1.0. */
  issuers(): Promise<readonly string[]>;
  /** For `verifyJwt`. A key that is not known is looked for once more, but not all the time. */
  readonly find: JWTVerifyGetKey;
  /** Whether the key is among those that were published last. */
  isPublished(kid: string): boolean;
}

interface Published {
  readonly issuers: readonly string[];
  readonly find: JWTVerifyGetKey;
  readonly kids: ReadonlySet<string>;
  readonly readAt: number;
}

/** Keys are exchanged without notice, published before they sign. https://learn.microsoft.com/entra/identity-platform/signing-key-rollover */
const readAgainMs = 60 * 60_000;
/** While the sign-in service is away, what it published last is believed for so long. */
const keptMs = 24 * 60 * 60_000;
/** Tokens with keys that nobody has must not make us ask all the time, nor a service that is away. */
const cooldownMs = 30_000;
const timeoutMs = 5_000;

const documentSchema = z.object({ issuer: z.string(), jwks_uri: z.url() });
const keySetSchema = z.object({
  keys: z.array(z.looseObject({ kty: z.string(), kid: z.string(), issuer: z.string().optional() })),
});

/** The tenant's signing keys, by discovery, kept in this process. */
export function createEntraKeys(options: EntraKeysOptions): EntraKeys {
  const { authorityHost, tenantId, logger, now, fetch: httpFetch = fetch } = options;
  let held: Published | null = null;
  let reading: Promise<Published> | null = null;
  let failedAt = -Infinity;
  let soughtAt = -Infinity;

  const readJson = async (url: string): Promise<unknown> => {
    const response = await httpFetch(url, {
      redirect: 'error',
      signal: AbortSignal.timeout(timeoutMs),
    });
    if (!response.ok) throw new Error(`The sign-in service answered ${response.status}`);
    return response.json();
  };

  const readDocument = async (version: '' | '/v2.0'): Promise<z.infer<typeof documentSchema>> => {
    const base = `${authorityHost}/${tenantId}${version}`;
    const document = documentSchema.parse(
      await readJson(`${base}/.well-known/openid-configuration`),
    );
    if (document.issuer.includes(tenantId)) return document;
    throw new Error('The sign-in service speaks of another tenant');
  };

  const readPublished = async (): Promise<Published> => {
    const documents = await Promise.all([readDocument('/v2.0'), readDocument('')]);
    const issuers = documents.map(({ issuer }) => issuer);
    const sets = await Promise.all(
      [...new Set(documents.map(({ jwks_uri }) => jwks_uri))].map(async (url) =>
        keySetSchema.parse(await readJson(url)),
      ),
    );
    const keys = new Map<string, JSONWebKeySet['keys'][number]>();
    for (const key of sets.flatMap((set) => set.keys)) {
      // A key of personal accounts, say, vouches for nobody of this tenant.
      const vouchesFor = key.issuer?.replace('{tenantid}', tenantId);
      if (vouchesFor === undefined || issuers.includes(vouchesFor)) keys.set(key.kid, key);
    }
    return {
      issuers,
      find: createLocalJWKSet({ keys: [...keys.values()] }),
      kids: new Set(keys.keys()),
      readAt: now(),
    };
  };

  const readOnce = (): Promise<Published> => {
    reading ??= readPublished()
      .then((published) => (held = published))
      .catch((error: unknown) => {
        failedAt = now();
        logger.warn({ err: error, isBelievedStill: held !== null }, "Entra's keys cannot be read");
        throw new ProblemError(
          'sign_in_unavailable',
          'Microsoft Entra cannot be asked for its keys now; come again',
        );
      })
      .finally(() => {
        reading = null;
      });
    return reading;
  };

  const published = async (): Promise<Published> => {
    const age = held === null ? Infinity : now() - held.readAt;
    if (held === null || age >= keptMs) return readOnce();
    if (age >= readAgainMs && now() - failedAt >= cooldownMs) readOnce().catch(() => undefined);
    return held;
  };

  /** Null: it was done a moment ago. */
  const lookAgain = async (): Promise<Published | null> => {
    if (now() - soughtAt < cooldownMs) return null;
    soughtAt = now();
    return readOnce().catch(() => null);
  };

  return {
    issuers: async () => (await published()).issuers,
    isPublished: (kid) => held?.kids.has(kid) === true,
    async find(header, token) {
      const { find } = await published();
      try {
        return await find(header, token);
      } catch (error) {
        if (!(error instanceof errors.JWKSNoMatchingKey)) throw error;
        const newer = await lookAgain();
        if (newer === null) throw error;
        return newer.find(header, token);
      }
    },
  };
}
