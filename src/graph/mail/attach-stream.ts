import { ProblemError } from '../../domain/problem.js';
import {
  addAttachment,
  createUploadSession,
  largestAttachmentBytes,
  smallestSessionBytes,
} from './attachments.js';
import type { Mailbox } from './mailbox.js';
import { openUploadSession, pieceBytes, type UploadSession } from './upload-session.js';

export interface IncomingFile {
  readonly name: string;
  readonly contentType: string;
  /** As it was announced; null: it was not. */
  readonly size: number | null;
  readonly bytes: AsyncIterable<Uint8Array>;
}

/**
 * Attaches a file while it comes, whatever its size: a small one at once, a large one piece by piece, of which no more than
 * one is held. Answers its size. ProblemError body_too_large, or invalid_input where fewer or more bytes come than were
 * announced; GraphErrors.
 */
export async function attachStream(
  mailbox: Mailbox,
  message: string,
  file: IncomingFile,
): Promise<number> {
  if (file.size !== null) requireAttachable(file.size);
  return file.size !== null && file.size >= smallestSessionBytes
    ? attachLarge(mailbox, message, { ...file, size: file.size })
    : attachSmall(mailbox, message, file);
}

async function attachSmall(mailbox: Mailbox, message: string, file: IncomingFile): Promise<number> {
  const { name, contentType, size } = file;
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of file.bytes) {
    length += chunk.length;
    // Without a size nobody can open a session for it.
    if (length >= smallestSessionBytes) {
      throw size === null ? sizeless() : anotherSize();
    }
    chunks.push(chunk);
  }
  if (size !== null && size !== length) throw anotherSize();
  await addAttachment(mailbox, message, {
    name,
    contentType,
    bytes: Buffer.concat(chunks, length),
  });
  return length;
}

async function attachLarge(
  mailbox: Mailbox,
  message: string,
  { name, contentType, size, bytes }: IncomingFile & { readonly size: number },
): Promise<number> {
  const url = await createUploadSession(mailbox, message, { name, contentType, size });
  const session = openUploadSession(url);
  try {
    await putAll(session, size, bytes);
    return size;
  } catch (error) {
    await session.cancel();
    throw error;
  }
}

async function putAll(
  session: UploadSession,
  size: number,
  bytes: AsyncIterable<Uint8Array>,
): Promise<void> {
  let sent = 0;
  for await (const piece of inPieces(bytes)) {
    if (sent + piece.length > size) throw anotherSize();
    await session.put(piece, sent, size);
    sent += piece.length;
  }
  if (sent !== size) throw anotherSize();
}

/** The same bytes in pieces of one length; the last may be shorter. */
async function* inPieces(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Buffer> {
  let held: Uint8Array[] = [];
  let heldBytes = 0;
  for await (const chunk of bytes) {
    held.push(chunk);
    heldBytes += chunk.length;
    if (heldBytes < pieceBytes) continue;
    const all = Buffer.concat(held, heldBytes);
    const whole = heldBytes - (heldBytes % pieceBytes);
    for (let at = 0; at < whole; at += pieceBytes) yield all.subarray(at, at + pieceBytes);
    held = [all.subarray(whole)];
    heldBytes -= whole;
  }
  if (heldBytes > 0) yield Buffer.concat(held, heldBytes);
}

/** ProblemError body_too_large for more bytes than Exchange takes. */
export function requireAttachable(size: number): void {
  if (size <= largestAttachmentBytes) return;
  throw new ProblemError(
    'body_too_large',
    `An attachment may have ${largestAttachmentBytes} bytes`,
  );
}

function sizeless(): ProblemError {
  return new ProblemError(
    'body_too_large',
    `Without Content-Length a file may have less than ${smallestSessionBytes} bytes`,
  );
}

function anotherSize(): ProblemError {
  return new ProblemError('invalid_input', 'The file has another size than was announced');
}
