import * as z from 'zod';
import { GraphError } from '../../domain/graph-error.js';
import { graphSegment } from '../graph-segment.js';
import { parseAnswer } from '../parse-answer.js';
import { odataText, withQuery } from '../query.js';
import { immutableIds, type Mailbox } from './mailbox.js';
import { messageSchema, type MailMessage } from './message.js';
import { toMessageBody, type DraftParts } from './write-message.js';

export type AnswerKind = 'reply' | 'replyAll' | 'forward';

const answerDrafts = {
  reply: 'createReply',
  replyAll: 'createReplyAll',
  forward: 'createForward',
} as const satisfies Record<AnswerKind, string>;

/** Ours alone: a name in the set of public strings. /graph/api/resources/extended-properties-overview */
const markProperty = 'String {00020329-0000-0000-c000-000000000046} Name TandemSendMark';

/** What makes a draft known again after an answer was lost: a property that no mail program shows. */
export function sendMark(mark: string): Readonly<Record<string, unknown>> {
  return { singleValueExtendedProperties: [{ id: markProperty, value: mark }] };
}

const foundSchema = z.object({
  value: z.array(z.object({ id: z.string(), isDraft: z.boolean().nullish() })),
});

export interface MarkedMessage {
  readonly id: string;
  readonly isSent: boolean;
}

/** The message with this mark, the sent one rather than a draft; null: there is none. */
export async function findMarked(
  { graph, path }: Mailbox,
  mark: string,
): Promise<MarkedMessage | null> {
  const has = `singleValueExtendedProperties/any(ep: ep/id eq ${odataText(markProperty)} and ep/value eq ${odataText(mark)})`;
  const { body } = await graph.send({
    method: 'GET',
    path: withQuery(`${path}/messages`, { $filter: has, $select: 'id,isDraft', $top: 5 }),
    headers: immutableIds,
  });
  const found = parseAnswer(foundSchema, body, 'no').value.map(({ id, isDraft }) => ({
    id,
    isSent: isDraft === false,
  }));
  return found.find(({ isSent }) => isSent) ?? found[0] ?? null;
}

/** One step, and nothing to be found again by. https://learn.microsoft.com/graph/api/user-sendmail */
export async function sendMail({ graph, path }: Mailbox, parts: DraftParts): Promise<void> {
  await graph.send({
    method: 'POST',
    path: `${path}/sendMail`,
    headers: immutableIds,
    body: { message: toMessageBody(parts), saveToSentItems: true },
  });
}

/** The draft of an answer, with the message that it quotes. https://learn.microsoft.com/graph/api/message-createreply */
export async function createAnswerDraft(
  { graph, path }: Mailbox,
  id: string,
  kind: AnswerKind,
): Promise<MailMessage> {
  const { body } = await graph.send({
    method: 'POST',
    path: `${path}/messages/${graphSegment(id)}/${answerDrafts[kind]}`,
    headers: immutableIds,
    body: {},
  });
  return parseAnswer(messageSchema, body, 'unknown');
}

/**
 * Sends a draft. Where the answer is lost, the message is looked at: one that is no draft any more was sent.
 * https://learn.microsoft.com/graph/api/message-send
 */
export async function sendDraft(mailbox: Mailbox, id: string): Promise<void> {
  const { graph, path } = mailbox;
  try {
    await graph.send({
      method: 'POST',
      path: `${path}/messages/${graphSegment(id)}/send`,
      headers: immutableIds,
    });
  } catch (error) {
    if (!(error instanceof GraphError) || error.applied !== 'unknown') throw error;
    if (!(await isSent(mailbox, id))) throw error;
  }
}

/** False also where that cannot be found out now: then the first failure is what the caller is told. */
async function isSent({ graph, path }: Mailbox, id: string): Promise<boolean> {
  try {
    const { body } = await graph.send({
      method: 'GET',
      path: withQuery(`${path}/messages/${graphSegment(id)}`, { $select: 'id,isDraft' }),
      headers: immutableIds,
    });
    return foundSchema.shape.value.element.parse(body).isDraft === false;
  } catch {
    return false;
  }
}
