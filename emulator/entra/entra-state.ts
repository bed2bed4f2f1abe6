import { createCollection, type Collection } from '../state/collection.js';

/** How somebody signs in; people without a record have the development password and nothing special. */
export interface SignInRecord {
  readonly personId: string;
  readonly passwordSalt: string;
  readonly passwordHash: string;
  /** `expired` and `locked` refuse the right password too. */
  readonly passwordState: 'ok' | 'expired' | 'locked';
  /** `registered`: asked at every new session; `enrol`: has to be set up at the next one. */
  readonly mfa: 'none' | 'registered' | 'enrol';
  /** Conditional access lets this person in nowhere. */
  readonly isBlocked: boolean;
  /** May consent on behalf of the organisation. */
  readonly isAdmin: boolean;
}

/** What was issued before ends: sessions and refresh tokens, or access tokens that are evaluated continuously. */
export interface RevocationRecord {
  /** Object id of a person or a service principal. */
  readonly subjectId: string;
  /** Sessions and refresh tokens of an earlier place in the order of events are over; 0: none. */
  readonly sessionsBefore: number;
  /** Earlier access tokens are answered with a claims challenge. */
  readonly accessBefore: number;
  /** ms since 1970. */
  readonly revokedAt: number;
}

export interface ConsentRecord {
  readonly appId: string;
  /** A person's object id, or `organisation`. */
  readonly principalId: string;
  /** Client id of the app that owns the scopes. */
  readonly resourceId: string;
  readonly scopes: readonly string[];
}

/** Somebody signed in, in a browser or by a grant without one. */
export interface SessionRecord {
  readonly id: string;
  readonly personId: string;
  /** Hash of the browser's cookie; null without a browser. */
  readonly browser: string | null;
  readonly isMfa: boolean;
  /** ms since 1970. */
  readonly signedInAt: number;
  readonly order: number;
}

export interface CodeRecord {
  readonly appId: string;
  readonly sessionId: string;
  readonly personId: string;
  readonly redirectUri: string;
  readonly redirectType: 'web' | 'spa' | 'publicClient';
  readonly scope: string;
  readonly nonce: string | null;
  readonly challenge: { readonly value: string; readonly method: 'S256' | 'plain' } | null;
  readonly issuedAt: number;
  readonly order: number;
  readonly isUsed: boolean;
}

export interface RefreshTokenRecord {
  readonly appId: string;
  readonly personId: string;
  readonly sessionId: string;
  /** All tokens that came of one sign-in. */
  readonly familyId: string;
  readonly scope: string;
  readonly isSpa: boolean;
  /** The client proved itself when the first of the family was issued, so it has to again. */
  readonly isConfidential: boolean;
  readonly issuedAt: number;
  readonly order: number;
  readonly expiresAt: number;
  readonly isReplaced: boolean;
}

export interface DeviceCodeRecord {
  readonly appId: string;
  readonly userCode: string;
  readonly scope: string;
  readonly issuedAt: number;
  readonly expiresAt: number;
  readonly lastPollAt: number;
  readonly state: 'pending' | 'declined' | 'approved' | 'used';
  readonly sessionId: string | null;
}

/** What Entra ID remembers besides apps and people. Codes and tokens are kept as hashes. */
export interface EntraState {
  readonly signIns: Collection<SignInRecord>;
  readonly revocations: Collection<RevocationRecord>;
  readonly consents: Collection<ConsentRecord>;
  readonly sessions: Collection<SessionRecord>;
  readonly codes: Collection<CodeRecord>;
  readonly refreshTokens: Collection<RefreshTokenRecord>;
  readonly deviceCodes: Collection<DeviceCodeRecord>;
}

export function createEntraState(): EntraState {
  return {
    signIns: createCollection('signIns'),
    revocations: createCollection('revocations'),
    consents: createCollection('consents'),
    sessions: createCollection('sessions'),
    codes: createCollection('codes'),
    refreshTokens: createCollection('refreshTokens'),
    deviceCodes: createCollection('deviceCodes'),
  };
}
