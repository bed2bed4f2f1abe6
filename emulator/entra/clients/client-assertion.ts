import { X509Certificate } from 'node:crypto';
import {
  decodeJwt,
  decodeProtectedHeader,
  errors,
  importJWK,
  jwtVerify,
  type JWTPayload,
  type JWTVerifyGetKey,
  type ProtectedHeaderParameters,
} from 'jose';
import type { AppRegistration } from '../directory.js';
import { EntraFailure } from '../entra-failure.js';
import type { EntraService } from '../entra-service.js';

/** Entra forgives clocks that are five minutes wrong. */
const CLOCK_TOLERANCE_SECONDS = 300;

const ALGORITHMS = ['RS256', 'PS256', 'RS384', 'PS384', 'RS512', 'PS512', 'ES256'];

/** What an assertion's time and use are checked against. */
export interface AssertionPlace {
  /** Addresses that an assertion may be made out to. */
  readonly audiences: readonly string[];
  /** Remembers a `jti` and says whether it was known. */
  readonly isReplayed: (jti: string, expiresAt: number) => boolean;
}

/**
 * A client that proves itself by a signed JWT: made by itself and signed with a registered certificate, or issued by
 * somebody the app trusts. Throws `EntraFailure`.
 * https://learn.microsoft.com/entra/identity-platform/certificate-credentials
 */
export async function checkClientAssertion(
  service: EntraService,
  app: AppRegistration,
  assertion: string,
  place: AssertionPlace,
): Promise<void> {
  const { header, claims } = decode(assertion);
  if (claims.iss === app.appId || claims.sub === app.appId) {
    await checkOwnAssertion(service, app, { assertion, header, claims }, place);
  } else await checkFederated(service, app, assertion, claims);
}

interface Decoded {
  readonly assertion: string;
  readonly header: ProtectedHeaderParameters;
  readonly claims: JWTPayload;
}

function decode(assertion: string): Omit<Decoded, 'assertion'> {
  try {
    return { header: decodeProtectedHeader(assertion), claims: decodeJwt(assertion) };
  } catch {
    throw refused(50027, 'JWT token is invalid or malformed.');
  }
}

async function checkOwnAssertion(
  service: EntraService,
  app: AppRegistration,
  { assertion, header, claims }: Decoded,
  place: AssertionPlace,
): Promise<void> {
  if (claims.iss !== app.appId || claims.sub !== app.appId) {
    throw refused(
      700021,
      "Client assertion application identifier doesn't match 'client_id' parameter. Review the documentation at https://learn.microsoft.com/entra/identity-platform/certificate-credentials.",
    );
  }
  const certificate = certificateOf(app, header);
  if (certificate === undefined) {
    throw refused(
      700027,
      `The certificate with identifier used to sign the client assertion is not registered on application. [Reason - The key was not found.] Please visit the registration of the app '${app.appId}'.`,
    );
  }
  const now = service.now();
  if (Date.parse(certificate.validTo) < now.getTime()) {
    throw refused(1000502, 'The provided certificate is not within its specified validity period.');
  }
  if (typeof claims.aud !== 'string' || !place.audiences.includes(claims.aud)) {
    throw refused(
      700023,
      `Client assertion audience claim does not match Realm issuer. Review the documentation at https://learn.microsoft.com/entra/identity-platform/certificate-credentials. The audience was '${String(claims.aud)}'.`,
    );
  }
  await verify(assertion, certificate.publicKey, now);
  const { jti, exp = 0 } = claims;
  const isRefused = service.settings().assertionReplay === 'refuse';
  if (isRefused && (jti === undefined || place.isReplayed(jti, exp * 1000))) {
    throw refused(700027, 'Client assertion was used before: its jti is known, or missing.');
  }
}

/** Workload identity federation: issuer, subject and audience have to be those of the registration, letter by letter. */
async function checkFederated(
  service: EntraService,
  app: AppRegistration,
  assertion: string,
  claims: JWTPayload,
): Promise<void> {
  const known = app.federatedCredentials ?? [];
  const ofIssuer = known.filter(({ issuer }) => issuer === claims.iss);
  const presented = `presented assertion ${ofIssuer.length === 0 ? 'issuer' : 'subject'}`;
  if (ofIssuer.length === 0) {
    throw refused(
      700211,
      `No matching federated identity record found for ${presented} '${String(claims.iss)}'. Please check your federated identity credential Subject, Audience and Issuer against the presented assertion.`,
    );
  }
  const ofSubject = ofIssuer.filter(({ subject }) => subject === claims.sub);
  if (ofSubject.length === 0) {
    throw refused(
      700213,
      `No matching federated identity record found for ${presented} '${String(claims.sub)}'. Please check your federated identity credential Subject, Audience and Issuer against the presented assertion.`,
    );
  }
  const audiences = [claims.aud].flat();
  const credential = ofSubject.find(({ audience }) => audiences.includes(audience));
  if (credential === undefined) {
    throw refused(
      700212,
      `No matching federated identity record found for presented assertion audience '${audiences.join(' ')}'. Please check your federated identity credential Subject, Audience and Issuer against the presented assertion.`,
    );
  }
  await verify(
    assertion,
    async ({ kid, alg }) => {
      const key = credential.keys.find((jwk) => kid === undefined || jwk['kid'] === kid);
      if (key === undefined) throw new errors.JWSSignatureVerificationFailed();
      return await importJWK(key, alg);
    },
    service.now(),
  );
}

async function verify(
  assertion: string,
  key: JWTVerifyGetKey | X509Certificate['publicKey'],
  now: Date,
): Promise<void> {
  const options = {
    algorithms: ALGORITHMS,
    currentDate: now,
    clockTolerance: CLOCK_TOLERANCE_SECONDS,
    requiredClaims: ['exp'],
  };
  try {
    if (typeof key === 'function') await jwtVerify(assertion, key, options);
    else await jwtVerify(assertion, key, options);
  } catch (error) {
    const isLate = error instanceof errors.JWTExpired;
    const isEarly = error instanceof errors.JWTClaimValidationFailed && error.claim === 'nbf';
    if (isLate || isEarly) {
      throw refused(
        700024,
        `Client assertion is not within its valid time range. Current time: ${now.toISOString()}. Review the documentation at https://learn.microsoft.com/entra/identity-platform/certificate-credentials.`,
      );
    }
    throw refused(
      700027,
      'Client assertion failed signature validation. [Reason - The signature is invalid.]',
    );
  }
}

/** By `x5t#S256`, `x5t` (SHA-1), or `kid` with either in hex. */
function certificateOf(
  app: AppRegistration,
  header: ProtectedHeaderParameters,
): X509Certificate | undefined {
  const { kid, x5t } = header;
  const x5tS256: unknown = header['x5t#S256'];
  return (app.certificates ?? [])
    .map((pem) => new X509Certificate(pem))
    .find((certificate) => {
      const sha1 = toBytes(certificate.fingerprint);
      const sha256 = toBytes(certificate.fingerprint256);
      return (
        sha256.toString('base64url') === x5tS256 ||
        sha1.toString('base64url') === x5t ||
        sha1.toString('hex') === kid?.toLowerCase()
      );
    });
}

function toBytes(fingerprint: string): Buffer {
  return Buffer.from(fingerprint.replaceAll(':', ''), 'hex');
}

function refused(number: number, text: string): EntraFailure {
  return new EntraFailure(401, 'invalid_client', number, text);
}
