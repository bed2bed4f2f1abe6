import type * as z from 'zod';
import { graphSegment } from '../graph-segment.js';
import { readPage, type Page } from '../pages/read-page.js';
import { parseAnswer } from '../parse-answer.js';
import { withQuery } from '../query.js';
import { immutableIds, type Mailbox } from './mailbox.js';
import {
  messageRowSchema,
  messageSchema,
  messageStateSchema,
  selectOf,
  type MailMessage,
  type MessageRow,
  type MessageState,
} from './message.js';
import { toFilterQuery, type MessageFilter } from './message-filter.js';

interface Paging {
  readonly limit: number;
  readonly cursor?: string | undefined;
}

/** `folder`: an id or a well-known name; absent: the whole mailbox. https://learn.microsoft.com/graph/api/user-list-messages */
export function listMessages(
  { graph, path }: Mailbox,
  {
    folder,
    filter,
    ...page
  }: Paging & { readonly folder?: string | undefined; readonly filter: MessageFilter },
): Promise<Page<MessageRow>> {
  return readPage(graph, messageRowSchema, {
    path: `${inFolder(path, folder)}/messages`,
    query: { ...selectOf(messageRowSchema), ...toFilterQuery(filter) },
    headers: immutableIds,
    ...page,
  });
}

/** The best first, as Graph orders them: `$search` takes neither filter nor order. `kql` as `toKql` makes it. */
export function searchMessages(
  { graph, path }: Mailbox,
  { folder, kql, ...page }: Paging & { readonly folder?: string | undefined; readonly kql: string },
): Promise<Page<MessageRow>> {
  return readPage(graph, messageRowSchema, {
    path: `${inFolder(path, folder)}/messages`,
    query: { ...selectOf(messageRowSchema), $search: kql },
    headers: immutableIds,
    ...page,
  });
}

/** The messages of a conversation, the oldest first, with what is new in each (`uniqueBody`). */
export function listConversation(
  { graph, path }: Mailbox,
  { conversationId, ...page }: Paging & { readonly conversationId: string },
): Promise<Page<MailMessage>> {
  return readPage(graph, messageSchema, {
    path: `${path}/messages`,
    query: {
      ...selectOf(messageSchema, ['body']),
      ...toFilterQuery({ conversationId }, 'asc'),
    },
    headers: immutableIds,
    ...page,
  });
}

/** `uniqueBody`: what its writer wrote, without the messages that it quotes. */
export function readMessage(
  mailbox: Mailbox,
  id: string,
  body: 'body' | 'uniqueBody' | 'none',
): Promise<MailMessage> {
  const without = ['body', 'uniqueBody'].filter((name) => name !== body);
  return read(mailbox, id, messageSchema, without);
}

/** Everything but its text. */
export function readMessageState(mailbox: Mailbox, id: string): Promise<MessageState> {
  return read(mailbox, id, messageStateSchema);
}

async function read<Schema extends z.ZodObject>(
  { graph, path }: Mailbox,
  id: string,
  schema: Schema,
  without: readonly string[] = [],
): Promise<z.output<Schema>> {
  const { body } = await graph.send({
    method: 'GET',
    path: withQuery(`${path}/messages/${graphSegment(id)}`, selectOf(schema, without)),
    headers: immutableIds,
  });
  return parseAnswer(schema, body, 'no');
}

function inFolder(path: string, folder: string | undefined): string {
  return folder === undefined ? path : `${path}/mailFolders/${graphSegment(folder)}`;
}
