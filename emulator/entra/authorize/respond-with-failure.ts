import {
  describeFailure,
  errorUri,
  type EntraFailure,
  type FailureOccasion,
} from '../entra-failure.js';
import { toClientResponse, type ClientResponse, type ReturnAddress } from './client-response.js';

/** A failure as the client gets it: `error`, `error_description` and what belongs to them. */
export function respondWithFailure(
  address: ReturnAddress,
  failure: EntraFailure,
  occasion: FailureOccasion,
): ClientResponse {
  return toClientResponse(address, {
    error: failure.error,
    ...(failure.details.suberror === undefined ? {} : { error_subcode: failure.details.suberror }),
    error_description: describeFailure(failure, occasion),
    error_uri: errorUri(failure),
  });
}
