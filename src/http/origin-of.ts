import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Caller } from '../domain/access/caller.js';
import type { CallOrigin } from '../operations/access/gate.js';
import { requestIdOf, sayWithAnswer } from './exchange.js';
import type { ProtectedResource } from './protected-resource.js';
import { rateHeaders } from './rate-headers.js';
import { sourceAddress } from './source-address.js';

/** What the audit log tells of a request, and how its answer tells how much more may be asked. */
export type OriginOf = (
  caller: Caller,
  request: IncomingMessage,
  response: ServerResponse,
) => CallOrigin;

/** `trustedProxies`: in front of the server, whose word about the address is believed. */
export function createOriginOf(
  trustedProxies: number,
  resource: Pick<ProtectedResource, 'metadataUrlOf'> | null,
): OriginOf {
  return (caller, request, response) => {
    const origin: CallOrigin = {
      caller,
      requestId: requestIdOf(response),
      from: sourceAddress(request, trustedProxies),
      onStanding: (standing) => sayWithAnswer(response, rateHeaders(standing)),
    };
    const resourceMetadata =
      caller.kind === 'key' ? null : (resource?.metadataUrlOf(request) ?? null);
    return resourceMetadata === null ? origin : { ...origin, challenge: { resourceMetadata } };
  };
}
