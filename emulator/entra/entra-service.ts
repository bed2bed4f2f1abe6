import type { Collection } from '../state/collection.js';
import type { EmulatorSettings } from '../settings.js';
import type { AppRegistration, Person, Tenant } from './directory.js';
import type { EntraState } from './entra-state.js';
import type { SigningKeys } from './keys/signing-keys.js';
import type { TokenSigner } from './keys/token-signer.js';
import type { SignInLog } from './sign-in-log.js';

/** What all of Entra ID works with. */
export interface EntraService {
  /** Origin of the token endpoint, the issuer and Graph. */
  readonly origin: string;
  /** Origin of the pages that people see. */
  pagesOrigin(): string;
  readonly tenant: Tenant;
  readonly state: EntraState;
  readonly apps: Collection<AppRegistration>;
  readonly people: Collection<Person>;
  readonly keys: SigningKeys;
  readonly signer: TokenSigner;
  readonly log: SignInLog;
  settings(): EmulatorSettings;
  readonly now: () => Date;
  /** Numbers that only grow: what happened before what. */
  readonly nextOrder: () => number;
  /** A new opaque code or token. */
  newSecret(): string;
  newGuid(): string;
  commit(): void;
}
