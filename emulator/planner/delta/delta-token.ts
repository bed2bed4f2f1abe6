import { badRequest } from '../../graph/graph-failure.js';
import { isObject } from '../../schema/check-value.js';

/** Where a client stands in the changes; opaque to it. */
export interface DeltaToken {
  /** What is followed and by whom: a token of one query is none of another. */
  readonly scope: string;
  /** Changes up to this number were told. */
  readonly base: number;
  /** Milliseconds since 1970: tokens do not live for ever. */
  readonly issuedAt: number;
  /** Tasks that the last round told of. */
  readonly told: readonly string[];
  /** Inside of a round: up to which change it goes, and how many of its items were told. */
  readonly round: {
    readonly upTo: number;
    readonly offset: number;
    readonly isFirst: boolean;
  } | null;
}

export function encodeDeltaToken(token: DeltaToken): string {
  return Buffer.from(JSON.stringify(token)).toString('base64url');
}

/** 400 for what this service did not give, or gave for something else. */
export function decodeDeltaToken(text: string, scope: string): DeltaToken {
  const token = parse(text);
  if (token === undefined || token.scope !== scope) {
    throw badRequest('The delta token is malformed.');
  }
  return token;
}

function parse(text: string): DeltaToken | undefined {
  try {
    const value: unknown = JSON.parse(Buffer.from(text, 'base64url').toString('utf8'));
    if (!isObject(value)) return undefined;
    const { scope, base, issuedAt, told, round } = value;
    if (typeof scope !== 'string' || typeof base !== 'number' || typeof issuedAt !== 'number') {
      return undefined;
    }
    return {
      scope,
      base,
      issuedAt,
      told: Array.isArray(told) ? told.map(String) : [],
      round: isObject(round)
        ? {
            upTo: Number(round['upTo']),
            offset: Number(round['offset']),
            isFirst: round['isFirst'] === true,
          }
        : null,
    };
  } catch {
    return undefined;
  }
}
