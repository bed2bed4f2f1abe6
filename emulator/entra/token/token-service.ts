import type { AccessTokens } from '../access-tokens.js';
import type { AssertionPlace } from '../clients/client-assertion.js';
import type { ClientRequest } from '../clients/authenticate-client.js';
import type { EntraService } from '../entra-service.js';
import type { TokenAnswer } from './token-answer.js';

/** Entra ID with the means to issue Graph's tokens. */
export interface TokenService extends EntraService {
  readonly tokens: AccessTokens;
}

/** A request to the token endpoint. */
export interface TokenRequest extends ClientRequest {
  /** The Origin header: a script in a browser asks. */
  readonly origin: string | undefined;
  readonly place: AssertionPlace;
  /** Tells the log whom the request turned out to be about. */
  about(personId: string): void;
}

/** A way to get tokens; throws `EntraFailure`. */
export type Grant = (service: TokenService, request: TokenRequest) => Promise<TokenAnswer>;
