import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Logger } from 'pino';
import type { Guarded } from '../domain/access/refuse-operation.js';
import { ProblemError } from '../domain/problem.js';
import type { Gate } from '../operations/access/gate.js';
import { answerFailure } from './answer-failure.js';
import { allowCredentials, allowOrigin, answerPreflight, isPreflight } from './cors.js';
import type { OriginOf } from './origin-of.js';
import { readJsonBody } from './read-json-body.js';
import type { RequestGuard } from './request-guard.js';
import { sendJson, sendProblem } from './send.js';

/** Protobuf's `Payloads` as JSON, in and out; rejects with ProblemError what cannot be converted. */
type Convert = (message: unknown) => Promise<unknown>;

export interface CodecEndpointDeps {
  readonly codec: { readonly encode: Convert; readonly decode: Convert };
  /** Lets in pages of Temporal's Web UI, besides our own. */
  readonly guard: Pick<RequestGuard, 'checkOrigin' | 'corsOrigin' | 'authenticate'>;
  readonly gate: Pick<Gate, 'enter'>;
  readonly originOf: OriginOf;
  readonly logger: Logger;
}

const prefix = '/api/codec/';

/** Whether a request is for the endpoint, by its target. */
export function isCodec(target: string | undefined): boolean {
  return target !== undefined && target.startsWith(prefix);
}

/**
 * Decrypts payloads for Temporal's Web UI and command line, and encrypts what they send: `POST /api/codec/decode` and
 * `/api/codec/encode`. Only for operators of all plans: a payload does not say to which plan it belongs.
 * https://docs.temporal.io/codec-server
 */
export function createCodecEndpoint(
  deps: CodecEndpointDeps,
): (request: IncomingMessage, response: ServerResponse) => void {
  const { codec, guard, gate, originOf, logger } = deps;
  const converters = new Map<string, Convert>([
    [`${prefix}encode`, codec.encode],
    [`${prefix}decode`, codec.decode],
  ]);

  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    try {
      guard.checkOrigin(request);
      const origin = guard.corsOrigin(request);
      if (origin !== null) {
        allowOrigin(response, origin);
        allowCredentials(response);
        if (isPreflight(request)) {
          answerPreflight(response);
          return;
        }
      }
      const convert = converters.get(request.url?.split('?', 1)[0] ?? '');
      const caller = await guard.authenticate(request);
      if (convert === undefined)
        throw new ProblemError('not_found', 'There is nothing at this path');
      if (request.method !== 'POST') {
        request.resume();
        sendProblem(response, notOffered(request).toProblem(), ['Allow', 'POST']);
        return;
      }
      await gate.enter(codecRoute, originOf(caller, request, response));
      const converted = await convert(await readJsonBody(request, bodyLimitBytes));
      sendJson(response, 200, JSON.stringify(converted));
    } catch (error) {
      answerFailure(request, response, error, logger);
    }
  };

  return (request, response) => void answer(request, response);
}

/** Temporal takes 2 MiB in one payload and 4 MiB in one message; base64 adds a third. */
const bodyLimitBytes = 8 * 1_048_576;

/**
 * Payloads of all plans can be read here. It changes nothing, so READ_ONLY and keys that only read do not keep it from
 * anybody.
 */
const codecRoute: Guarded = {
  name: 'payload codec',
  scope: 'sync:operate',
  spansPlans: true,
  annotations: { readOnly: true },
};

function notOffered({ method }: IncomingMessage): ProblemError {
  return new ProblemError('method_not_allowed', `${method ?? 'This method'} is not POST`);
}
