import type { GraphGateway } from '../gateway/graph-gateway.js';
import { readPage, type Page } from '../pages/read-page.js';
import { parseAnswer } from '../parse-answer.js';
import { chatSchema, type Chat } from './teams-schemas.js';

type Graph = Pick<GraphGateway, 'send'>;

/**
 * The chats of a person (`/users/{id}`) with who is in them and what was last said, the latest first; at most 50 in a page.
 * https://learn.microsoft.com/graph/api/chat-list
 */
export function readChats(
  graph: Graph,
  person: string,
  page: { readonly limit: number; readonly cursor?: string | undefined },
): Promise<Page<Chat>> {
  return readPage(graph, chatSchema, {
    path: `${person}/chats`,
    query: {
      $expand: 'members,lastMessagePreview',
      $orderby: 'lastMessagePreview/createdDateTime desc',
    },
    ...page,
  });
}

export interface ChatMember {
  /** Object id. */
  readonly id: string;
  /** Of another organisation: Teams takes guests as guests only, and nobody else as one. */
  readonly isGuest: boolean;
}

/**
 * Between two people there is one chat only: Graph answers the one that there is. `members`: whoever makes it among them.
 * https://learn.microsoft.com/graph/api/chat-post
 */
export async function createChat(
  graph: Pick<GraphGateway, 'send' | 'toLink'>,
  { members, topic }: { readonly members: readonly ChatMember[]; readonly topic: string | null },
): Promise<Chat> {
  const { body } = await graph.send({
    method: 'POST',
    path: '/chats',
    body: {
      chatType: members.length === 2 && topic === null ? 'oneOnOne' : 'group',
      ...(topic !== null && { topic }),
      members: members.map(({ id, isGuest }) => ({
        '@odata.type': '#microsoft.graph.aadUserConversationMember',
        roles: [isGuest ? 'guest' : 'owner'],
        'user@odata.bind': graph.toLink(`/users('${id}')`),
      })),
    },
  });
  return parseAnswer(chatSchema, body, 'unknown');
}
