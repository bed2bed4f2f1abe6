import type { GraphAnswer, GraphCall } from '../graph/exchange.js';
import type { Entity } from '../odata/entity.js';
import { listAnswer, type ListQuery, type QueryOption } from '../odata/list.js';
import type { Filter } from '../odata/filter.js';
import { tokenize } from '../odata/filter-tokens.js';
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

/**
 * Messages of a chat, last changed first. A range of time counts only with a descending order of the same property; alone it is
 * ignored. https://learn.microsoft.com/graph/api/chat-list-messages
 */
export function messagesOfChat(
  service: TeamsService,
  call: GraphCall,
  messages: readonly ChatMessageRecord[],
  context: string,
): GraphAnswer {
  return page(service, call, messages, { ...ranges(context), check: refuseOtherOrders, filterOf });
}

/** Messages of everything somebody sees, where a range of time needs no order. */
export function messagesOfAll(
  service: TeamsService,
  call: GraphCall,
  messages: readonly ChatMessageRecord[],
  context: string,
): GraphAnswer {
  return page(service, call, messages, { ...ranges(context), check: refuseOtherRanges });
}

function ranges(context: string): Pick<PageRules, 'context' | 'options' | 'order'> {
  return {
    context,
    options: ['$top', '$filter', '$orderby'],
    order: 'lastModifiedDateTime desc',
  };
}

function refuseOtherOrders({ orders }: ListQuery): void {
  const order = orders?.[0];
  const isGood =
    orders === undefined ||
    (orders.length === 1 && TIMES.includes(order?.path ?? '') && order?.isDescending === true);
  if (!isGood) throw badTeamsRequest('QuerySortOrder: only descending times are supported.');
}

function refuseOtherRanges(query: ListQuery): void {
  refuseOtherOrders(query);
  const sortedBy = query.orders?.[0]?.path ?? 'lastModifiedDateTime';
  if (query.filter?.paths.every((path) => path === sortedBy) === false) {
    throw badTeamsRequest('The filter and the order must be of the same property.');
  }
}

/** The filter that counts; `lastModifiedDateTime` is compared with gt and lt, `createdDateTime` with lt. */
function filterOf(text: string, { filter, orders }: ListQuery): Filter | undefined {
  const sortedBy = orders?.[0]?.path;
  if (filter?.paths.every((path) => path === sortedBy) !== true) return undefined;
  const operators = sortedBy === 'createdDateTime' ? ['lt'] : ['gt', 'lt'];
  const words = (tokenize(text) ?? []).flatMap((token) =>
    token.kind === 'name' && !TIMES.includes(token.text) && token.text !== 'and' ? token.text : [],
  );
  if (words.every((word) => operators.includes(word))) return filter;
  throw badTeamsRequest(`Only ${operators.join(' and ')} are supported for '${sortedBy}'.`);
}

interface PageRules {
  readonly context: string;
  readonly options: readonly QueryOption[];
  readonly order: string;
  readonly check?: (query: ListQuery) => void;
  readonly filterOf?: (text: string, query: ListQuery) => Filter | undefined;
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
