import { randomUUID } from 'node:crypto';
import { raw, Router, type Request, type Response } from 'express';
import { toErrorAnswer } from '../../../graph/error-answer.js';
import type { GraphAnswer } from '../../../graph/exchange.js';
import { GraphFailure } from '../../../graph/graph-failure.js';
import { itemNotFound } from '../../outlook-failures.js';
import type { OutlookService } from '../../outlook-service.js';
import { replaceEvent } from '../../calendar/event-store.js';
import { changeMessage } from '../mail-store.js';
import { attach, attachmentIdOf, countsAsAttached, keepFile, partsOf } from './attachment-store.js';
import type { UploadSession } from './upload-sessions.js';

/** Largest piece of one PUT. https://learn.microsoft.com/graph/outlook-large-attachments */
const PIECE_BYTES_MAX = 4 * 1024 * 1024;
const PATH =
  /^\/api\/v2\.0\/Users\('[^']+'\)\/(?:Messages|Events)\('[^']+'\)\/AttachmentSessions\('([^']+)'\)$/i;
const RANGE = /^bytes\s+(\d+)-(\d+)\/(\d+)$/i;

/** Where upload sessions take their pieces: PUT, GET for where to go on, DELETE to give up. */
export function createUploadEndpoint(service: OutlookService, commit: () => void): Router {
  const router = Router();
  const readPiece = raw({ type: () => true, limit: PIECE_BYTES_MAX });
  router.use((request, response, next) => {
    const id = PATH.exec(decodeURI(request.path))?.[1];
    if (id === undefined) {
      next();
      return;
    }
    readPiece(request, response, (error?: unknown) => {
      if (error !== undefined) {
        send(response, service, () => {
          throw new GraphFailure(413, 'RequestEntityTooLarge', 'A piece may have 4 MB at most.');
        });
        return;
      }
      send(response, service, () => answer(service, request, id));
      commit();
    });
  });
  return router;
}

function answer(service: OutlookService, request: Request, id: string): GraphAnswer {
  // The address is proof enough; a token for Graph is one for another service here.
  if (request.get('authorization') !== undefined) {
    throw new GraphFailure(
      401,
      'InvalidMsaTicket',
      'The upload address takes no Authorization header: it is authenticated already.',
    );
  }
  const session = service.uploads.find(id);
  if (session === undefined) throw itemNotFound();
  if (request.query['authtoken'] !== session.authToken) {
    throw new GraphFailure(
      401,
      'ErrorAccessDenied',
      'The token of the upload address is not valid.',
    );
  }
  switch (request.method) {
    case 'PUT':
      return takePiece(service, request, session);
    case 'GET':
      return progress(request, session);
    case 'DELETE':
      service.uploads.end(session.id);
      return { status: 204 };
    default:
      throw new GraphFailure(405, 'ErrorInvalidRequest', 'The HTTP method is not allowed.');
  }
}

function takePiece(service: OutlookService, request: Request, session: UploadSession): GraphAnswer {
  const piece: unknown = request.body;
  const bytes = Buffer.isBuffer(piece) ? piece : Buffer.alloc(0);
  const [, first, last, total] = RANGE.exec(request.get('content-range') ?? '') ?? [];
  if (first === undefined || last === undefined || total === undefined) {
    throw badPiece(400, "The header 'Content-Range' is missing or invalid.");
  }
  const [from, to, size] = [Number(first), Number(last), Number(total)];
  if (size !== session.size || to >= size || to - from + 1 !== bytes.length) {
    throw badPiece(400, "The header 'Content-Range' does not fit the file or the piece.");
  }
  if (from !== session.received) {
    throw badPiece(416, `The piece has to begin at byte ${session.received}.`);
  }
  session.pieces.push(bytes);
  session.received += bytes.length;
  service.uploads.extend(session);
  return session.received < session.size
    ? progress(request, session)
    : finish(service, request, session);
}

/** The last piece: the file is attached, and the answer's Location names it. */
function finish(service: OutlookService, request: Request, session: UploadSession): GraphAnswer {
  const { collection, holderKey, mailboxId, holderId } = session;
  service.uploads.end(session.id);
  const message = service.outlook.messages.get(holderKey);
  const event = service.outlook.events.get(holderKey);
  if (message === undefined && event === undefined) throw itemNotFound();
  const parts = keepFile(service, { ...session.file, bytes: Buffer.concat(session.pieces) });
  const record = attach(service, holderKey, parts);
  const hasAttachments = countsAsAttached(partsOf(service, holderKey));
  if (message !== undefined) changeMessage(service, message, { hasAttachments });
  if (event !== undefined) {
    replaceEvent(service, event, { item: { ...event.item, hasAttachments } });
  }
  const set = collection === 'messages' ? 'Messages' : 'Events';
  const attachmentId = attachmentIdOf(mailboxId, holderId, record.key);
  return {
    status: 201,
    headers: {
      Location: `${originOf(request)}/api/v2.0/Users('${mailboxId}')/${set}('${holderId}')/Attachments('${attachmentId}')`,
      'Content-Length': '0',
    },
  };
}

function progress(request: Request, session: UploadSession): GraphAnswer {
  return {
    status: 200,
    body: JSON.stringify({
      '@odata.context': `${originOf(request)}/api/v2.0/$metadata#AttachmentSessions/$entity`,
      // By the names of Outlook's own API. It says where to go on, not what is missing.
      ExpirationDateTime: new Date(session.expiresAt).toISOString(),
      NextExpectedRanges: [String(session.received)],
    }),
  };
}

function send(response: Response, service: OutlookService, make: () => GraphAnswer): void {
  const { status, headers, body } = answerOf(service, make);
  response.writeHead(status, {
    ...(body === undefined ? {} : { 'Content-Type': 'application/json; charset=utf-8' }),
    ...headers,
  });
  response.end(body);
}

function answerOf(service: OutlookService, make: () => GraphAnswer): GraphAnswer {
  try {
    return make();
  } catch (error) {
    if (!(error instanceof GraphFailure)) throw error;
    const ids = { requestId: randomUUID(), clientRequestId: randomUUID() };
    return toErrorAnswer(error, ids, service.now());
  }
}

function badPiece(status: number, message: string): GraphFailure {
  return new GraphFailure(status, 'ErrorInvalidRequest', message);
}

function originOf(request: Request): string {
  return `${request.protocol}://${request.get('host') ?? 'localhost'}`;
}
