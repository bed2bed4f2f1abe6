import type { Alert, AlertSubject } from '../../../domain/alert.js';
import type { GraphService } from '../graph-service.js';

/** The alert that lasts while the circuit of a service is open. */
export function circuitAlert(service: GraphService): AlertSubject {
  return { kind: 'circuit_open', subject: `graph/${service}` };
}

/** `why`: what failed. `at`: UTC. */
export function openCircuitAlert(service: GraphService, why: string, at: string): Alert {
  return {
    ...circuitAlert(service),
    severity: 'warning',
    message: `Nothing is asked of Microsoft Graph (${service}) for a while: ${why}. One request at a time tries whether it is well again.`,
    advice:
      'Nothing to do unless it lasts: then look at the service health of Microsoft 365 and the network. ' +
      'sync_reset_circuit asks at once.',
    at,
  };
}
