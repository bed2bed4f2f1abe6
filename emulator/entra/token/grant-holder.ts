import type { Person } from '../directory.js';
import { EntraFailure } from '../entra-failure.js';
import type { EntraService } from '../entra-service.js';
import type { SessionRecord } from '../entra-state.js';
import { sessionsBefore } from '../people/revocations.js';
import { checkEnabled, missingFactor } from '../people/standing.js';

/** The person that a code or a token was issued for, if she may still sign in; throws `EntraFailure`. */
export function standingPerson(service: EntraService, personId: string): Person {
  const person = service.people.get(personId);
  if (person === undefined) {
    throw new EntraFailure(
      400,
      'invalid_grant',
      50034,
      `The user account {EUII Hidden} does not exist in the ${service.tenant.domain} directory. To sign into this application, the account must be added to the directory.`,
    );
  }
  checkEnabled(person);
  return person;
}

/** The sign-in behind a code or a token, unless it was revoked or lacks a factor that is needed by now. */
export function standingSession(
  service: EntraService,
  sessionId: string,
  grant: { readonly personId: string; readonly order: number; readonly issuedAt: number },
): SessionRecord {
  const session = service.state.sessions.get(sessionId);
  const before = sessionsBefore(service, grant.personId);
  if (session === undefined || grant.order <= before) {
    throw new EntraFailure(
      400,
      'invalid_grant',
      50173,
      `The provided grant has expired due to it being revoked, a fresh auth token is needed. The user might have changed or reset their password. The grant was issued on '${toTime(grant.issuedAt)}' and the TokensValidFrom date (before which tokens are not valid) for this user is '${toTime(service.state.revocations.get(grant.personId)?.revokedAt ?? 0)}'.`,
    ).with({ suberror: 'bad_token' });
  }
  const missing = missingFactor(service, grant.personId, session);
  if (missing !== undefined) throw missing;
  return session;
}

function toTime(ms: number): string {
  return new Date(ms).toISOString();
}
