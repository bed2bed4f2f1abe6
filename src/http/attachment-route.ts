import { pipeline } from 'node:stream/promises';
import type { RequestHandler } from 'express';
import type { Logger } from 'pino';
import type { Gate } from '../operations/access/gate.js';
import { toGraphProblem } from '../operations/graph-problem.js';
import { openContent } from '../operations/mail/files/open-content.js';
import { mailGetAttachment } from '../operations/mail/mail-get-attachment.js';
import { answerFailure } from './answer-failure.js';
import { whenClosed } from './exchange.js';
import type { OriginOf } from './origin-of.js';
import { parseQuery } from './query.js';
import type { RequestGuard } from './request-guard.js';

/** The bytes of an attachment, for whoever may read its message; a browser saves them and shows nothing of them. */
export function createAttachmentRoute({
  gate,
  guard,
  originOf,
  logger,
}: {
  readonly gate: Gate;
  readonly guard: RequestGuard;
  readonly originOf: OriginOf;
  readonly logger: Logger;
}): RequestHandler {
  return async (request, response) => {
    try {
      const caller = await guard.authenticate(request);
      const origin = originOf(caller, request, response);
      await gate.enter(mailGetAttachment, origin);
      const gone = new AbortController();
      whenClosed(response, () => gone.abort());
      const { name, bytes } = await openContent(gate.depsFor(caller), {
        params: request.params,
        input: parseQuery(request.url),
        caller,
        signal: () => gone.signal,
      });
      response.writeHead(200, [
        'Content-Type',
        'application/octet-stream',
        'Content-Disposition',
        `attachment; filename*=UTF-8''${encodeRfc8187(name)}`,
        'Cache-Control',
        'no-store',
      ]);
      await pipeline(bytes, response);
    } catch (error) {
      if (response.destroyed) return;
      answerFailure(request, response, toGraphProblem(error, mailGetAttachment), logger);
    }
  };
}

/** https://www.rfc-editor.org/rfc/rfc8187#section-3.2.1 */
function encodeRfc8187(text: string): string {
  return encodeURIComponent(text.replaceAll(/\p{Cs}/gu, '')).replaceAll(
    /['()*]/g,
    (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
