import type { IncomingMessage } from 'node:http';
import type { ProblemError } from '../domain/problem.js';
import type { HeaderPairs } from './send.js';

/**
 * `WWW-Authenticate` of a refusal (RFC 9110, section 11.6.1; RFC 6750, section 3; RFC 9728, section 5). Who has sent nothing
 * is told only what is asked for; an error is named to who has sent something.
 */
export function challengeOf(error: ProblemError, { headers }: IncomingMessage): HeaderPairs {
  const { resourceMetadata, claims, scope } = error.challenge;
  if (error.status === 401) {
    if (claims !== undefined) return header(insufficientClaims(claims), { resourceMetadata });
    const hasSent = headers.authorization !== undefined;
    return header(hasSent ? invalidToken(error) : [], { resourceMetadata, scope });
  }
  if (error.code !== 'insufficient_scope') return [];
  const wanted = scope === undefined ? error.extra.scope : scope;
  // Where no token could hold more, asking for another one would only lead in circles.
  if (wanted === undefined || wanted === null) return [];
  const said = [attribute('error', 'insufficient_scope'), attribute('scope', wanted)];
  return header([...said, ...described(error)], { resourceMetadata });
}

function invalidToken(error: ProblemError): readonly string[] {
  return [attribute('error', 'invalid_token'), ...described(error)];
}

/** https://learn.microsoft.com/entra/identity-platform/claims-challenge */
function insufficientClaims(claims: string): readonly string[] {
  const encoded = Buffer.from(claims).toString('base64');
  return [attribute('error', 'insufficient_claims'), attribute('claims', encoded)];
}

function header(
  said: readonly string[],
  asked: {
    readonly resourceMetadata?: string | undefined;
    readonly scope?: string | null | undefined;
  },
): HeaderPairs {
  const { resourceMetadata, scope } = asked;
  const attributes = [
    attribute('realm', 'tandem'),
    ...said,
    ...(scope === undefined || scope === null ? [] : [attribute('scope', scope)]),
    ...(resourceMetadata === undefined ? [] : [attribute('resource_metadata', resourceMetadata)]),
  ];
  return ['WWW-Authenticate', `Bearer ${attributes.join(', ')}`];
}

function described({ message }: ProblemError): readonly string[] {
  const text = allowed(message);
  return text === '' ? [] : [attribute('error_description', text)];
}

function attribute(name: string, value: string): string {
  return `${name}="${allowed(value)}"`;
}

/** Only what the grammar of the attributes allows. */
function allowed(text: string): string {
  return text.replaceAll(/[^ !#-[\]-~]/g, '');
}
