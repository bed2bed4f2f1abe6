import type { GraphAnswer, GraphCall } from '../graph/exchange.js';
import type { Entity } from '../odata/entity.js';
import { listAnswer, type ListQuery, type QueryOption } from '../odata/list.js';
import { badTeamsRequest } from './teams-access.js';
import { chatMessageEntity, chatMessageKind } from './teams-entities.js';
import type { ChatMessageRecord } from './teams-records.js';
import { MESSAGE_PAGE, type TeamsService } from './teams-service.js';
import { placeKey } from './teams-state.js';

const TIMES = ['lastModifiedDateTime', 'createdDateTime'];

/** Posts of a channel, the one that was last replied to first. Only $top and $expand=replies are supported. */
export function postPage(
  service: TeamsService,
  call: GraphCall,
  posts: readonly ChatMessageRecord[],
  context: string,
): GraphAnswer {
  const expand = call.query.get('$expand');
  if (expand !== null && expand !== 'replies') {
    throw badTeamsRequest(`The query option '$expand=${expand}' is not supported here.`);
  }
  return page(service, call, posts, {
    context,
    options: ['$top', '$expand'],
    order: 'lastActivity desc',
    expanded: expand === null ? [] : ['replies'],
  });
}

/** Replies to a post, newest first. */
export function replyPage(
  service: TeamsService,
  call: GraphCall,
  replies: readonly ChatMessageRecord[],
  context: string,
): GraphAnswer {
  return page(service, call, replies, {
    context,
    options: ['$top'],
    order: 'createdDateTime desc',
  });
}

/** Messages of chats, last changed first; a range of time may be asked for, of what is sorted by. */
export function chatMessagePage(
  service: TeamsService,
  call: GraphCall,
  messages: readonly ChatMessageRecord[],
  context: string,
): GraphAnswer {
  return page(service, call, messages, {
    context,
    options: ['$top', '$filter', '$orderby'],
    order: 'lastModifiedDateTime desc',
    check: refuseOtherRanges,
  });
}

/** https://learn.microsoft.com/graph/api/chat-list-messages: descending order only, and a filter of the same property. */
function refuseOtherRanges({ filter, orders }: ListQuery): void {
  const order = orders?.[0];
  const isGoodOrder =
    orders === undefined ||
    (orders.length === 1 &&
      order !== undefined &&
      TIMES.includes(order.path) &&
      order.isDescending);
  if (!isGoodOrder) throw badTeamsRequest('QuerySortOrder: only descending times are supported.');
  const sortedBy = order?.path ?? 'lastModifiedDateTime';
  if (filter?.paths.every((path) => path === sortedBy) === false) {
    throw badTeamsRequest('The filter and the order must be of the same property.');
  }
}

interface PageRules {
  readonly context: string;
  readonly options: readonly QueryOption[];
  readonly order: string;
  readonly check?: (query: ListQuery) => void;
  readonly expanded?: readonly string[];
}

function page(
  service: TeamsService,
  call: GraphCall,
  messages: readonly ChatMessageRecord[],
  rules: PageRules,
): GraphAnswer {
  const { expanded = [], ...others } = rules;
  return listAnswer<ChatMessageRecord>(call, messages, {
    ...others,
    kind: chatMessageKind,
    top: MESSAGE_PAGE,
    count: 'page',
    paging: '$skiptoken',
    fieldsOf: (message) => fieldsOf(service, message),
    toEntity: (message) => ({
      ...chatMessageEntity(service, message),
      ...(expanded.includes('replies')
        ? { replies: repliesTo(service, message).map((reply) => chatMessageEntity(service, reply)) }
        : {}),
    }),
    expanded,
  });
}

function fieldsOf(service: TeamsService, message: ChatMessageRecord): Entity {
  return {
    ...message.item,
    lastActivity: (repliesTo(service, message).at(-1) ?? message).item.createdDateTime,
  };
}

export function repliesTo(service: TeamsService, message: ChatMessageRecord): ChatMessageRecord[] {
  const { id, place } = message;
  if (place.kind !== 'channel' || place.replyToId !== null) return [];
  return service.teams.messagesAt.recordsOf(placeKey({ ...place, replyToId: id }));
}
