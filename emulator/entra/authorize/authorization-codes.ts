import type { Person } from '../directory.js';
import type { EntraService } from '../entra-service.js';
import type { SessionRecord } from '../entra-state.js';
import { hashOf } from '../secret-hash.js';
import { clientInfo } from '../token/token-answer.js';
import type { AuthorizeRequest } from './authorize-request.js';
import { toClientResponse, type ClientResponse } from './client-response.js';

/** Used and expired codes are told apart from unknown ones for a day. */
const REMEMBERED_MS = 86_400_000;

/** The answer to a request that somebody signed in for. */
export function respondWithCode(
  service: EntraService,
  request: AuthorizeRequest,
  signedIn: { readonly person: Person; readonly session: SessionRecord },
): ClientResponse {
  const { person, session } = signedIn;
  const { codes } = service.state;
  const code = service.newSecret();
  const issuedAt = service.now().getTime();
  for (const [id, record] of codes.entries()) {
    if (record.issuedAt < issuedAt - REMEMBERED_MS) codes.remove(id);
  }
  codes.put(hashOf(code), {
    appId: request.app.appId,
    personId: person.id,
    sessionId: session.id,
    redirectUri: request.address.redirectUri,
    redirectType: request.redirectType,
    scope: request.scopes.text,
    nonce: request.nonce,
    challenge: request.challenge,
    issuedAt,
    order: service.nextOrder(),
    isUsed: false,
  });
  return toClientResponse(request.address, {
    code,
    ...(request.wantsClientInfo ? { client_info: clientInfo(person, service) } : {}),
    ...(request.scopes.identity.has('openid') ? { session_state: session.id } : {}),
  });
}
