import { EntraFailure } from '../entra-failure.js';

/** Scripts in browsers, which send an Origin, get tokens of single-page apps, and nobody else does; throws `EntraFailure`. */
export function checkCrossOrigin(isSpa: boolean, origin: string | undefined): void {
  if (isSpa === (origin !== undefined)) return;
  throw isSpa
    ? new EntraFailure(
        400,
        'invalid_request',
        9002327,
        "Tokens issued for the 'Single-Page Application' client-type may only be redeemed via cross-origin requests.",
      )
    : new EntraFailure(
        400,
        'invalid_request',
        9002326,
        "Cross-origin token redemption is permitted only for the 'Single-Page Application' client-type.",
      );
}
