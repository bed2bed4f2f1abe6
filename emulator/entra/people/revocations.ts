import { InvalidToken } from '../access-tokens.js';
import type { Caller } from '../caller.js';
import type { EntraService } from '../entra-service.js';

/** Ends all sessions and refresh tokens of a person; access tokens meet a claims challenge, as after a password change. */
export function revokeSessions(service: EntraService, subjectId: string): void {
  const order = service.nextOrder();
  const revokedAt = service.now().getTime();
  service.state.revocations.put(subjectId, {
    subjectId,
    sessionsBefore: order,
    accessBefore: order,
    revokedAt,
  });
}

/** Access tokens issued up to now meet a claims challenge; what they were renewed with stays good. */
export function challengeAccess(service: EntraService, subjectId: string): void {
  const revokedAt = service.now().getTime();
  service.state.revocations.put(subjectId, {
    subjectId,
    sessionsBefore: sessionsBefore(service, subjectId),
    accessBefore: service.nextOrder(),
    revokedAt,
  });
}

/** Sessions of an earlier place in the order of events are over. */
export function sessionsBefore(service: EntraService, subjectId: string): number {
  return service.state.revocations.get(subjectId)?.sessionsBefore ?? 0;
}

/**
 * Continuous access evaluation: Graph asks whether a token still stands. Only clients that understand the challenge get
 * it; the tokens of others live until they end.
 * https://learn.microsoft.com/entra/identity-platform/app-resilience-continuous-access-evaluation
 */
export function checkStillGranted(service: EntraService, caller: Caller): void {
  if (!caller.understandsClaims) return;
  const revocation = service.state.revocations.get(caller.objectId);
  const person = service.people.get(caller.objectId);
  const isGone =
    caller.kind === 'person' && (person === undefined || person.accountEnabled === false);
  if (caller.order > (revocation?.accessBefore ?? 0) && !isGone) return;
  const since = Math.floor((revocation?.revokedAt ?? service.now().getTime()) / 1000);
  const claims = JSON.stringify({
    access_token: { nbf: { essential: true, value: String(since) } },
  });
  throw new InvalidToken(
    'Continuous access evaluation resulted in challenge with result: InteractionRequired and code: TokenIssuedBeforeRevocationTimestamp',
    { claims },
  );
}
