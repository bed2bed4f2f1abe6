import * as z from 'zod';
import { graphSegment } from '../graph-segment.js';
import { readPage, type Page } from '../pages/read-page.js';
import { parseAnswer } from '../parse-answer.js';
import { withQuery } from '../query.js';
import { immutableIds, type Mailbox } from './mailbox.js';

/** https://learn.microsoft.com/graph/api/resources/attachment; its bytes are never among it. */
const attachmentSchema = z.object({
  '@odata.type': z.string().nullish(),
  id: z.string(),
  name: z.string().nullish(),
  contentType: z.string().nullish(),
  size: z.int().nullish(),
  isInline: z.boolean().nullish(),
});

export type MailAttachment = z.infer<typeof attachmentSchema>;

const select = { $select: 'id,name,contentType,size,isInline' };

/** https://learn.microsoft.com/graph/api/message-list-attachments */
export function listAttachments(
  { graph, path }: Mailbox,
  message: string,
  page: { readonly limit: number; readonly cursor?: string | undefined },
): Promise<Page<MailAttachment>> {
  return readPage(graph, attachmentSchema, {
    path: attachmentsOf(path, message),
    query: select,
    headers: immutableIds,
    ...page,
  });
}

export async function readAttachment(
  { graph, path }: Mailbox,
  { message, attachment }: { readonly message: string; readonly attachment: string },
): Promise<MailAttachment> {
  const { body } = await graph.send({
    method: 'GET',
    path: withQuery(`${attachmentsOf(path, message)}/${graphSegment(attachment)}`, select),
    headers: immutableIds,
  });
  return parseAnswer(attachmentSchema, body, 'no');
}

/** The bytes: of a file its content, of an item its MIME text. Whoever asked reads or cancels them. */
export async function openAttachment(
  { graph, path }: Mailbox,
  { message, attachment }: { readonly message: string; readonly attachment: string },
): Promise<ReadableStream<Uint8Array>> {
  const { body } = await graph.send({
    method: 'GET',
    path: `${attachmentsOf(path, message)}/${graphSegment(attachment)}/$value`,
    headers: immutableIds,
    answersBytes: true,
  });
  // An empty file has no body.
  return body instanceof ReadableStream
    ? body
    : new ReadableStream({ start: (end) => end.close() });
}

export interface NewAttachment {
  readonly name: string;
  readonly contentType: string;
  readonly bytes: Buffer;
}

/** Below `largestDirectBytes`. https://learn.microsoft.com/graph/api/message-post-attachments */
export async function addAttachment(
  { graph, path }: Mailbox,
  message: string,
  { name, contentType, bytes }: NewAttachment,
): Promise<MailAttachment> {
  const { body } = await graph.send({
    method: 'POST',
    path: attachmentsOf(path, message),
    headers: immutableIds,
    goesAlone: true,
    body: {
      '@odata.type': '#microsoft.graph.fileAttachment',
      name,
      contentType,
      contentBytes: bytes.toString('base64'),
    },
  });
  return parseAnswer(attachmentSchema, body, 'unknown');
}

/**
 * Where the pieces of a large file go. The address holds its own secret: it goes to nobody.
 * https://learn.microsoft.com/graph/api/attachment-createuploadsession
 */
export async function createUploadSession(
  { graph, path }: Mailbox,
  message: string,
  file: { readonly name: string; readonly contentType: string; readonly size: number },
): Promise<URL> {
  const { body } = await graph.send({
    method: 'POST',
    path: `${attachmentsOf(path, message)}/createUploadSession`,
    headers: immutableIds,
    body: { AttachmentItem: { attachmentType: 'file', ...file } },
  });
  return new URL(parseAnswer(z.object({ uploadUrl: z.url() }), body, 'unknown').uploadUrl);
}

/** From this size on a file needs an upload session, which takes no smaller one. /graph/outlook-large-attachments */
export const smallestSessionBytes = 3 * 1024 * 1024;

export const largestAttachmentBytes = 150 * 1024 * 1024;

function attachmentsOf(path: string, message: string): string {
  return `${path}/messages/${graphSegment(message)}/attachments`;
}
