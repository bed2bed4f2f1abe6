import type { Person } from '../directory.js';
import type { EntraService } from '../entra-service.js';
import type { SessionRecord } from '../entra-state.js';
import { hashOf } from '../secret-hash.js';
import { sessionsBefore } from './revocations.js';

const SESSION_MS = 90 * 86_400_000;

/** Somebody has signed in; a browser keeps one session of each person. */
export function beginSession(
  service: EntraService,
  person: Person,
  proof: { readonly isMfa: boolean; readonly browser: string | null },
): SessionRecord {
  const browser = proof.browser === null ? null : hashOf(proof.browser);
  if (browser !== null) {
    for (const [id, session] of service.state.sessions.entries()) {
      if (session.browser !== browser || session.personId !== person.id) continue;
      // The tokens of the earlier sign-in still name it.
      service.state.sessions.put(id, { ...session, browser: null });
    }
  }
  const session: SessionRecord = {
    id: service.newGuid(),
    personId: person.id,
    browser,
    isMfa: proof.isMfa,
    signedInAt: service.now().getTime(),
    order: service.nextOrder(),
  };
  service.state.sessions.put(session.id, session);
  return session;
}

/** The sessions of a browser that still stand, latest first. */
export function sessionsOf(service: EntraService, browser: string): readonly SessionRecord[] {
  const hash = hashOf(browser);
  return [...service.state.sessions.values()]
    .filter((session) => session.browser === hash && stands(service, session))
    .sort((one, other) => other.order - one.order);
}

/** Signs everybody out of a browser. */
export function endSessions(service: EntraService, browser: string): void {
  const hash = hashOf(browser);
  for (const [id, session] of service.state.sessions.entries()) {
    if (session.browser === hash) service.state.sessions.put(id, { ...session, browser: null });
  }
}

function stands(service: EntraService, session: SessionRecord): boolean {
  const person = service.people.get(session.personId);
  return (
    person !== undefined &&
    person.accountEnabled !== false &&
    session.order > sessionsBefore(service, session.personId) &&
    session.signedInAt > service.now().getTime() - SESSION_MS
  );
}
