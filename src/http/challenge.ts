import type { IncomingMessage } from 'node:http';
import type { Problem } from '../domain/problem.js';
import type { HeaderPairs } from './send.js';

/**
 * `WWW-Authenticate` of a refusal (RFC 9110, section 11.6.1; RFC 6750, section 3). Who has sent nothing is told only what
 * is asked for; an error is named to who has sent something.
 */
export function challengeOf(
  { status, code, detail, scope }: Problem,
  { headers }: IncomingMessage,
): HeaderPairs {
  if (status === 401) {
    return headers.authorization === undefined
      ? ['WWW-Authenticate', realm]
      : ['WWW-Authenticate', `${realm}, error="invalid_token"${described(detail)}`];
  }
  if (code === 'insufficient_scope' && scope !== undefined) {
    const error = `error="insufficient_scope", scope="${scope}"`;
    return ['WWW-Authenticate', `${realm}, ${error}${described(detail)}`];
  }
  return [];
}

const realm = 'Bearer realm="tandem"';

/** Only what the grammar of the attribute allows. */
function described(detail: string | undefined): string {
  const text = (detail ?? '').replaceAll(/[^ !#-[\]-~]/g, '');
  return text === '' ? '' : `, error_description="${text}"`;
}
