import { respondWithCode } from '../authorize/authorization-codes.js';
import type { ClientResponse } from '../authorize/client-response.js';
import { respondWithFailure } from '../authorize/respond-with-failure.js';
import { endDeviceSignIn } from '../device/device-codes.js';
import type { FailureOccasion } from '../entra-failure.js';
import type { EntraService } from '../entra-service.js';
import type { FlowStep, SignInFlow } from './sign-in-flow.js';

/** How a sign-in ended: with an answer to the client, or at the device. */
export type FlowEnd =
  | { readonly kind: 'respond'; readonly response: ClientResponse }
  | { readonly kind: 'device'; readonly isApproved: boolean };

/** Ends a flow that is done or refused. */
export function finishFlow(
  service: EntraService,
  flow: SignInFlow,
  step: Extract<FlowStep, { kind: 'done' | 'refused' }>,
  occasion: FailureOccasion,
): FlowEnd {
  const { purpose } = flow;
  if (purpose.kind === 'device') {
    const isApproved = step.kind === 'done';
    endDeviceSignIn(service, purpose.deviceId, {
      state: isApproved ? 'approved' : 'declined',
      sessionId: isApproved ? step.session.id : null,
    });
    return { kind: 'device', isApproved };
  }
  return {
    kind: 'respond',
    response:
      step.kind === 'done'
        ? respondWithCode(service, purpose.request, step)
        : respondWithFailure(purpose.request.address, step.failure, occasion),
  };
}
