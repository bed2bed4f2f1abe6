import { errors, jwtVerify, type JWTPayload, type JWTVerifyGetKey } from 'jose';
import { ProblemError } from '../domain/problem.js';

export interface JwtToVerify {
  readonly token: string;
  /** Whose tokens are taken, letter by letter; of Entra there are two spellings. */
  readonly issuer: string | readonly string[];
  /** For whom the token may be: one of these. */
  readonly audiences: readonly string[];
  /** Throws what is no JOSEError where the keys cannot be had now. */
  readonly keys: JWTVerifyGetKey;
  /** Nothing that the token says of itself widens this list: neither `none` nor a shared secret. */
  readonly algorithms: readonly string[];
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** The header's `typ` without `application/`, for instance `at+jwt`; absent: any. */
  readonly type?: string;
}

/** Clocks differ by so much (s). */
const clockToleranceS = 60;

/**
 * The claims of a token whose signature, issuer, audience and lifetime are right (RFC 7519, RFC 8725).
 * ProblemError `unauthorized` says which of them is not; sign_in_unavailable: it could not be judged.
 */
export async function verifyJwt(wanted: JwtToVerify): Promise<JWTPayload> {
  const { token, issuer, audiences, keys, algorithms, now, type } = wanted;
  try {
    const { payload } = await jwtVerify(token, keys, {
      algorithms: [...algorithms],
      issuer: [issuer].flat(),
      audience: [...audiences],
      requiredClaims: ['iss', 'aud', 'exp'],
      currentDate: new Date(now()),
      clockTolerance: clockToleranceS,
      ...(type !== undefined && { typ: type }),
    });
    return payload;
  } catch (error) {
    throw toProblem(error);
  }
}

/** Nothing of the token itself is repeated: what is refused may be somebody's. */
function toProblem(error: unknown): ProblemError {
  if (error instanceof ProblemError) return error;
  const reason = reasonOf(error);
  if (reason !== null) return new ProblemError('unauthorized', reason);
  return new ProblemError(
    'sign_in_unavailable',
    'The keys that tokens are checked with cannot be had now; come again',
  );
}

function reasonOf(error: unknown): string | null {
  if (error instanceof errors.JWTExpired) return 'The token has expired';
  if (error instanceof errors.JWTClaimValidationFailed) return claimReasons[error.claim] ?? unsound;
  if (error instanceof errors.JOSEAlgNotAllowed) {
    return 'The token is signed in a way that is not accepted';
  }
  if (
    error instanceof errors.JWSSignatureVerificationFailed ||
    error instanceof errors.JWKSNoMatchingKey
  ) {
    return 'The signature of the token is not valid';
  }
  const isJudged =
    error instanceof errors.JOSEError &&
    error.code !== 'ERR_JOSE_GENERIC' &&
    !(error instanceof errors.JWKSTimeout || error instanceof errors.JWKSInvalid);
  return isJudged ? unsound : null;
}

const unsound = 'The token is not a sound JWT';

const claimReasons: Readonly<Record<string, string>> = {
  aud: 'The token is for another audience',
  iss: 'The token is of another issuer',
  nbf: 'The token is not yet valid',
  typ: 'The token is of another kind',
};
