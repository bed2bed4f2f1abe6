import { encodeCursor, decodeCursor } from '../pages/page-cursor.js';
import { ProblemError } from '../../domain/problem.js';
import type { GraphGateway } from '../gateway/graph-gateway.js';
import { graphSegment } from '../graph-segment.js';
import { readPage, type Page } from '../pages/read-page.js';
import { parseAnswer } from '../parse-answer.js';
import { messageHitsSchema, messageSchema, type Message } from './teams-schemas.js';

type Graph = Pick<GraphGateway, 'send'>;

interface PageWanted {
  /** Graph answers at most 50 in a page. */
  readonly limit: number;
  readonly cursor?: string | undefined;
}

export interface ChannelPlace {
  readonly teamId: string;
  readonly channelId: string;
}

/** A message as Graph takes it: https://learn.microsoft.com/graph/api/chatmessage-post */
export interface NewMessage {
  readonly body: { readonly contentType: 'html'; readonly content: string };
  readonly subject?: string;
  readonly importance?: string;
  readonly mentions?: readonly object[];
}

/** Posts with their replies, the one that was last replied to first. https://learn.microsoft.com/graph/api/channel-list-messages */
export function readChannelMessages(
  graph: Graph,
  place: ChannelPlace,
  page: PageWanted,
): Promise<Page<Message>> {
  return readPage(graph, messageSchema, {
    path: channelPath(place),
    query: { $expand: 'replies' },
    ...page,
  });
}

/** Newest first. https://learn.microsoft.com/graph/api/chatmessage-list-replies */
export function readReplies(
  graph: Graph,
  { messageId, ...place }: ChannelPlace & { readonly messageId: string },
  page: PageWanted,
): Promise<Page<Message>> {
  return readPage(graph, messageSchema, {
    path: `${channelPath(place)}/${graphSegment(messageId)}/replies`,
    ...page,
  });
}

/** Newest first. https://learn.microsoft.com/graph/api/chat-list-messages */
export function readChatMessages(
  graph: Graph,
  chatId: string,
  page: PageWanted,
): Promise<Page<Message>> {
  return readPage(graph, messageSchema, {
    path: `/chats/${graphSegment(chatId)}/messages`,
    query: { $orderby: 'createdDateTime desc' },
    ...page,
  });
}

/** Begins a thread. People only. https://learn.microsoft.com/graph/api/channel-post-messages */
export function postToChannel(
  graph: Graph,
  place: ChannelPlace,
  message: NewMessage,
): Promise<Message> {
  return post(graph, channelPath(place), message);
}

/** People only. https://learn.microsoft.com/graph/api/chatmessage-post-replies */
export function replyInChannel(
  graph: Graph,
  { messageId, ...place }: ChannelPlace & { readonly messageId: string },
  message: NewMessage,
): Promise<Message> {
  return post(graph, `${channelPath(place)}/${graphSegment(messageId)}/replies`, message);
}

/** People only. https://learn.microsoft.com/graph/api/chat-post-messages */
export function sendToChat(graph: Graph, chatId: string, message: NewMessage): Promise<Message> {
  return post(graph, `/chats/${graphSegment(chatId)}/messages`, message);
}

/** One place where the words stand. */
export interface MessageHit {
  readonly id: string;
  readonly createdDateTime: string | null;
  readonly summary: string;
  readonly subject: string | null;
  readonly from: string | null;
  readonly chatId: string | null;
  readonly teamId: string | null;
  readonly channelId: string | null;
  readonly webUrl: string | null;
}

/** In all chats and channels of the person who asks. https://learn.microsoft.com/graph/search-concept-chat-messages */
export async function searchMessages(
  graph: Graph,
  queryString: string,
  { limit, cursor }: PageWanted,
): Promise<Page<MessageHit>> {
  const place = cursor === undefined ? { paging: {}, offset: 0 } : decodeCursor(cursor);
  if (place === null || Object.keys(place.paging).length > 0) {
    throw new ProblemError(
      'invalid_cursor',
      'Send nextCursor as it was answered, with the same arguments',
    );
  }
  const { body } = await graph.send({
    method: 'POST',
    path: '/search/query',
    body: {
      requests: [
        {
          entityTypes: ['chatMessage'],
          query: { queryString },
          from: place.offset,
          size: limit,
        },
      ],
    },
  });
  const containers = parseAnswer(messageHitsSchema, body, 'no').value.flatMap(
    ({ hitsContainers }) => hitsContainers ?? [],
  );
  const found = containers.flatMap(({ hits }) => hits ?? []);
  const rows = found.flatMap(({ summary, resource }): MessageHit | readonly MessageHit[] => {
    if (resource == null) return [];
    const { from, channelIdentity } = resource;
    return {
      id: resource.id,
      createdDateTime: resource.createdDateTime ?? null,
      summary: summary ?? '',
      subject: resource.subject ?? null,
      from:
        from?.emailAddress?.name ?? from?.user?.displayName ?? from?.emailAddress?.address ?? null,
      chatId: resource.chatId ?? null,
      teamId: channelIdentity?.teamId ?? null,
      channelId: channelIdentity?.channelId ?? null,
      webUrl: resource.webLink ?? resource.webUrl ?? null,
    };
  });
  const hasMore = containers.some(({ moreResultsAvailable }) => moreResultsAvailable === true);
  const offset = place.offset + found.length;
  return {
    rows,
    nextCursor: hasMore && found.length > 0 ? encodeCursor({ paging: {}, offset }) : null,
  };
}

async function post(graph: Graph, path: string, message: NewMessage): Promise<Message> {
  const { body } = await graph.send({ method: 'POST', path, body: message });
  return parseAnswer(messageSchema, body, 'unknown');
}

function channelPath({ teamId, channelId }: ChannelPlace): string {
  return `/teams/${graphSegment(teamId)}/channels/${graphSegment(channelId)}/messages`;
}
