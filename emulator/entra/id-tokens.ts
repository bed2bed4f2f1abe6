import type { AppRegistration, Person } from './directory.js';
import type { EntraService } from './entra-service.js';
import type { SessionRecord } from './entra-state.js';
import { pairwiseSubject } from './pairwise-subject.js';

const LIFETIME_SECONDS = 3600;

/** Tells the client who signed in; `nonce` as the request had it. */
export async function issueIdToken(
  service: EntraService,
  who: {
    readonly person: Person;
    readonly client: AppRegistration;
    readonly session: SessionRecord;
  },
  wanted: { readonly identity: ReadonlySet<string>; readonly nonce: string | null },
): Promise<string> {
  const { person, client, session } = who;
  return await service.signer.sign({
    issuer: `${service.origin}/${service.tenant.id}/v2.0`,
    audience: client.appId,
    version: '2.0',
    lifetimeSeconds: LIFETIME_SECONDS,
    claims: {
      auth_time: Math.floor(session.signedInAt / 1000),
      oid: person.id,
      sid: session.id,
      sub: pairwiseSubject(client.appId, person.id),
      ...(wanted.identity.has('profile')
        ? { name: person.displayName, preferred_username: person.mail }
        : {}),
      ...(wanted.identity.has('email') ? { email: person.mail } : {}),
      ...(wanted.nonce === null ? {} : { nonce: wanted.nonce }),
    },
  });
}
