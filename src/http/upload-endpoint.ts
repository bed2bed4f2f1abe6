import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Logger } from 'pino';
import { ProblemError } from '../domain/problem.js';
import type { TakeUpload } from '../operations/mail/files/take-upload.js';
import { uploadPath } from '../operations/mail/files/upload-links.js';
import { failureHeaders, toProblem } from './answer-failure.js';
import { requestIdOf } from './exchange.js';
import { createRateLimit } from './rate-limit.js';
import { sendJson, sendProblem, sendProblemAndClose } from './send.js';
import { sourceAddress } from './source-address.js';

const mostPerSecond = 5;

/** Whether a request is for the endpoint, by its target. */
export function isUpload(target: string | undefined): boolean {
  return target?.startsWith(uploadPath) === true;
}

/**
 * Where a program leaves a file by a link that was made for it. The link is the proof: no key is asked for, and any Host
 * is taken, because programs come by the public address.
 */
export function createUploadEndpoint({
  takeUpload,
  trustedProxies,
  logger,
}: {
  readonly takeUpload: TakeUpload;
  readonly trustedProxies: number;
  readonly logger: Logger;
}): (request: IncomingMessage, response: ServerResponse) => void {
  const isWithinRate = createRateLimit(mostPerSecond);

  const serve = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    if (!isWithinRate(sourceAddress(request, trustedProxies), performance.now())) {
      throw new ProblemError('too_many_requests', 'Wait a second before the next file');
    }
    const [path = ''] = (request.url ?? '').split('?', 1);
    const taken = await takeUpload({
      token: path.slice(uploadPath.length),
      size: sizeOf(request),
      // What is not wanted is answered before the connection ends.
      bytes: request.iterator({ destroyOnReturn: false }),
    });
    sendJson(response, 200, JSON.stringify({ attached: taken }));
  };

  return (request, response) => {
    if (request.method !== 'PUT') {
      const problem = new ProblemError(
        'method_not_allowed',
        `${request.method ?? 'This method'} is not PUT`,
      );
      sendProblem(response, problem.toProblem(), ['Allow', 'PUT']);
      return;
    }
    serve(request, response).catch((error: unknown) => {
      const problem = toProblem(error, requestIdOf(response), logger);
      if (request.complete) sendProblem(response, problem, failureHeaders(error, problem, request));
      else sendProblemAndClose(request, response, problem);
    });
  };
}

function sizeOf({ headers }: IncomingMessage): number | null {
  const length = headers['content-length'];
  return length === undefined ? null : Number(length);
}
