import { GraphError } from '../../domain/graph-error.js';
import { spreadOut } from './spread-out.js';
import type { Refusal } from './access/graph-access.js';
import { nameOf } from './graph-failure.js';
import type { GraphRequest } from './graph-request.js';
import { serviceOf } from './graph-service.js';

/** For a request that was not sent, because it must not be now. `luck`: 0 to 1, see `spreadOut`. */
export function toRefusedError(request: GraphRequest, refusal: Refusal, luck: number): GraphError {
  const { kind, retryAfterMs, why } = refusal;
  const { reason, advice } = words[kind];
  const seen = why === '' ? '' : `: ${why}`;
  return new GraphError({
    code: kind === 'circuit' ? 'unavailable' : 'throttled',
    message: `${reason(serviceOf(request.path))}${seen} (${nameOf(request)} was not sent)`,
    status: null,
    advice,
    retryAfterMs: spreadOut(retryAfterMs, luck),
    limit: null,
    requestId: null,
    applied: 'no',
  });
}

interface Words {
  readonly reason: (service: string) => string;
  readonly advice: string;
}

const words: Readonly<Record<Refusal['kind'], Words>> = {
  gate: {
    reason: (service) => `Microsoft Graph (${service}) asked to wait`,
    advice: 'Nothing to do: it goes on by itself when Microsoft Graph allows it.',
  },
  drain: {
    reason: (service) => `Microsoft Graph (${service}) may be asked again, a little at a time`,
    advice: 'Nothing to do: its turn comes within seconds.',
  },
  circuit: {
    reason: (service) => `Microsoft Graph (${service}) is not asked for a while`,
    advice:
      'Nothing to do unless it lasts: then look at the service health of Microsoft 365 and the network; sync_reset_circuit asks at once.',
  },
  budget: {
    reason: () => 'The requests to Microsoft Graph that this minute allows are used up',
    advice:
      'Nothing to do: it goes on in the next minute. If it lasts, raise GRAPH_REQUESTS_PER_MINUTE or link fewer plans.',
  },
};
