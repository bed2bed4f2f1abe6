import type { AuthorizeRequest } from '../authorize/authorize-request.js';
import type { AppRegistration, Person } from '../directory.js';
import type { EntraFailure } from '../entra-failure.js';
import type { SessionRecord } from '../entra-state.js';
import type { MissingPermission } from '../scopes/consents.js';
import type { RequestedScopes } from '../scopes/requested-scopes.js';

/** What a sign-in is for. */
export type FlowPurpose =
  | { readonly kind: 'authorize'; readonly request: AuthorizeRequest }
  /** `deviceId`: the record of the device code. */
  | { readonly kind: 'device'; readonly deviceId: string };

/** A sign-in in one browser, from its first page to its answer. Lives in memory only. */
export interface SignInFlow {
  readonly id: string;
  /** The cookie of the browser that it began in. */
  readonly browser: string;
  readonly purpose: FlowPurpose;
  readonly app: AppRegistration;
  readonly scopes: RequestedScopes;
  readonly startedAt: number;
  person: Person | null;
  /** Begun, or found, once everything that conditional access wants is there. */
  session: SessionRecord | null;
  isMfa: boolean;
  isConfirmed: boolean;
  isConsented: boolean;
  refusal: EntraFailure | null;
}

/** What a person has to do next, or how it ended. */
export type FlowStep =
  | { readonly kind: 'signIn' }
  | { readonly kind: 'secondFactor'; readonly isNew: boolean; readonly person: Person }
  | { readonly kind: 'confirmDevice'; readonly person: Person }
  | {
      readonly kind: 'consent';
      readonly person: Person;
      readonly permissions: readonly MissingPermission[];
      readonly mayConsentForAll: boolean;
    }
  | {
      readonly kind: 'adminApproval';
      readonly person: Person;
      readonly permissions: readonly MissingPermission[];
    }
  | { readonly kind: 'refused'; readonly failure: EntraFailure }
  | { readonly kind: 'done'; readonly person: Person; readonly session: SessionRecord };

/** What a person did. */
export type FlowInput =
  | {
      readonly kind: 'signIn';
      /** Object id or sign-in name. */
      readonly who: string;
      /** Null when the emulator's own control signs in: it need not know it. */
      readonly password: string | null;
    }
  | { readonly kind: 'secondFactor'; readonly isApproved: boolean }
  | { readonly kind: 'confirmDevice'; readonly isConfirmed: boolean }
  | { readonly kind: 'consent'; readonly isAccepted: boolean; readonly isForAll: boolean }
  | { readonly kind: 'cancel' };
