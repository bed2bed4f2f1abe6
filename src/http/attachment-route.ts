import { pipeline } from 'node:stream/promises';
import type { RequestHandler } from 'express';
import type { Logger } from 'pino';
import { openAttachment, readAttachment } from '../graph/mail/attachments.js';
import type { Gate } from '../operations/access/gate.js';
import { checkInput } from '../operations/check-input.js';
import { toGraphProblem } from '../operations/graph-problem.js';
import { mailGetAttachment } from '../operations/mail/mail-get-attachment.js';
import { openMailbox } from '../operations/mail/open-mailbox.js';
import { answerFailure } from './answer-failure.js';
import { whenClosed } from './exchange.js';
import type { OriginOf } from './origin-of.js';
import { parseQuery } from './query.js';
import type { RequestGuard } from './request-guard.js';

const input = mailGetAttachment.input.pick({
  message: true,
  attachment: true,
  person: true,
  account: true,
});

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
      const place = { params: request.params, input: parseQuery(request.url) };
      const { message, attachment, ...whose } = checkInput(input, place);
      const gone = new AbortController();
      whenClosed(response, () => gone.abort());
      const mailbox = await openMailbox(
        gate.depsFor(caller),
        { caller, signal: gone.signal },
        { person: textIn(whose, 'person'), account: textIn(whose, 'account') },
      );
      const where = { message: String(message), attachment: String(attachment) };
      const { name } = await readAttachment(mailbox, where);
      const bytes = await openAttachment(mailbox, where);
      response.writeHead(200, [
        'Content-Type',
        'application/octet-stream',
        'Content-Disposition',
        `attachment; filename*=UTF-8''${encodeRfc8187(name ?? 'attachment')}`,
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

function textIn(values: Readonly<Record<string, unknown>>, name: string): string | undefined {
  const value = values[name];
  return typeof value === 'string' ? value : undefined;
}

/** https://www.rfc-editor.org/rfc/rfc8187#section-3.2.1 */
function encodeRfc8187(text: string): string {
  return encodeURIComponent(text.replaceAll(/\p{Cs}/gu, '')).replaceAll(
    /['()*]/g,
    (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
