import { odataText } from '../query.js';

/** What a list of messages is narrowed to; times as UTC (`2026-11-26T08:00:00Z`). */
export interface MessageFilter {
  readonly isRead?: boolean | undefined;
  /** A mail address. */
  readonly from?: string | undefined;
  readonly since?: string | undefined;
  readonly until?: string | undefined;
  readonly isFlagged?: boolean | undefined;
  readonly category?: string | undefined;
  readonly hasAttachments?: boolean | undefined;
  readonly conversationId?: string | undefined;
}

/** Older than any mail. */
const everything = '1900-01-01T00:00:00Z';

/**
 * Filter and order together. What a list is ordered by has to come first in its filter, and in the same order, or Graph
 * refuses it as InefficientFilter: so the time is always filtered by, and first.
 * https://learn.microsoft.com/graph/api/user-list-messages#using-filter-and-orderby-in-the-same-query
 */
export function toFilterQuery(
  filter: MessageFilter,
  direction: 'asc' | 'desc' = 'desc',
): { readonly $filter?: string; readonly $orderby: string } {
  const { since = everything, until, isRead, from, isFlagged } = filter;
  const { category, hasAttachments, conversationId } = filter;
  const conditions = [
    ...when(until, (time) => `receivedDateTime lt ${time}`),
    ...when(isRead, (value) => `isRead eq ${value}`),
    ...when(from, (address) => `from/emailAddress/address eq ${odataText(address)}`),
    ...when(isFlagged, (value) => `flag/flagStatus ${value ? 'eq' : 'ne'} 'flagged'`),
    ...when(hasAttachments, (value) => `hasAttachments eq ${value}`),
    ...when(category, (name) => `categories/any(c:c eq ${odataText(name)})`),
    ...when(conversationId, (id) => `conversationId eq ${odataText(id)}`),
  ];
  const isNarrowed = conditions.length > 0 || filter.since !== undefined;
  return {
    ...(isNarrowed && { $filter: [`receivedDateTime ge ${since}`, ...conditions].join(' and ') }),
    $orderby: `receivedDateTime ${direction}`,
  };
}

function when<Value>(value: Value | undefined, say: (value: Value) => string): readonly string[] {
  return value === undefined ? [] : [say(value)];
}
