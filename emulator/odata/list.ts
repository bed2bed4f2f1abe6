import type { GraphAnswer, GraphCall } from '../graph/exchange.js';
import type { Entity, EntityKind } from './entity.js';
import { parseFilter, type Filter } from './filter.js';
import { parseOrderBy, sortBy, type Order } from './order-by.js';
import { project, readSelect } from './select.js';

/** A query option that begins with `$`. */
export type QueryOption =
  | '$select'
  | '$top'
  | '$skip'
  | '$skiptoken'
  | '$filter'
  | '$orderby'
  | '$search'
  | '$count'
  | '$expand';

/** How a service answers a list. */
export interface ListRules<Row> {
  readonly kind: EntityKind;
  /** What follows `$metadata#`; a `$select` is added in brackets. */
  readonly context: string;
  readonly top: { readonly default: number; readonly max: number };
  /** Other options are refused. */
  readonly options: readonly QueryOption[];
  /** The order without `$orderby`, in its own syntax; without it, as the rows come. */
  readonly order?: string;
  /** `@odata.count`: the rows of the page, always; or all rows, when `$count=true` asks for it. */
  readonly count: 'page' | 'asked';
  /** The option that the next page's link has. */
  readonly paging: '$skip' | '$skiptoken';
  /** What is refused beyond the syntax. */
  readonly check?: (query: ListQuery) => void;
  /** The filter that counts, where a service ignores some. */
  readonly filterOf?: (text: string, query: ListQuery) => Filter | undefined;
  /** What filters and orders look at. */
  readonly fieldsOf: (row: Row) => Entity;
  readonly toEntity: (row: Row, select: readonly string[] | undefined) => Entity;
  /** Properties that `$expand` added to entities. */
  readonly expanded?: readonly string[];
}

export interface ListQuery {
  readonly filter: Filter | undefined;
  readonly orders: readonly Order[] | undefined;
}

/** A page of a list, oldest rows first unless an order says otherwise. */
export function listAnswer<Row>(
  call: GraphCall,
  rows: readonly Row[],
  rules: ListRules<Row>,
): GraphAnswer {
  const { kind } = rules;
  refuseOtherOptions(call, rules);
  const select = readSelect(call, kind);
  const filterText = call.query.get('$filter');
  const orderText = call.query.get('$orderby');
  const query: ListQuery = {
    filter: filterText === null ? undefined : parseFilter(filterText, kind),
    orders: orderText === null ? undefined : parseOrderBy(orderText, kind),
  };
  rules.check?.(query);
  const top = readTop(call, rules);
  const skip = readSkip(call, rules);

  const filter =
    filterText === null || rules.filterOf === undefined
      ? query.filter
      : rules.filterOf(filterText, query);
  const found =
    filter === undefined ? rows : rows.filter((row) => filter.test(rules.fieldsOf(row)));
  const orders = query.orders ?? (rules.order === undefined ? [] : parseOrderBy(rules.order, kind));
  const sorted = sortNewestLast(found, orders, rules.fieldsOf);
  const page = sorted.slice(skip, skip + top);
  const isAsked = rules.count === 'asked' && call.query.get('$count') === 'true';
  const selected = select === undefined ? '' : `(${select.join(',')})`;
  return {
    status: 200,
    body: JSON.stringify({
      '@odata.context': `${call.root}/$metadata#${rules.context}${selected}`,
      ...(rules.count === 'page' ? { '@odata.count': page.length } : {}),
      ...(isAsked ? { '@odata.count': found.length } : {}),
      ...(skip + top < found.length
        ? { '@odata.nextLink': nextLink(call, rules.paging, skip + top) }
        : {}),
      value: page.map((row) => project(rules.toEntity(row, select), select, rules.expanded)),
    }),
  };
}

/** Rows of one moment follow their making: forward, or backward when the order is descending. */
function sortNewestLast<Row>(
  rows: readonly Row[],
  orders: readonly Order[],
  fieldsOf: (row: Row) => Entity,
): readonly Row[] {
  if (orders.length === 0) return rows;
  if (orders[0]?.isDescending !== true) return sortBy(rows, orders, fieldsOf);
  return sortBy(rows.toReversed(), orders, fieldsOf);
}

function refuseOtherOptions<Row>(call: GraphCall, rules: ListRules<Row>): void {
  for (const name of call.query.keys()) {
    if (!name.startsWith('$')) continue;
    if (rules.options.some((option) => option === name) || name === rules.paging) continue;
    throw rules.kind.badQuery(`The query option '${name}' is not supported here.`);
  }
}

/** Rows in a page: what `$top` asks for, refused above the service's limit. */
function readTop<Row>(call: GraphCall, { top, kind }: ListRules<Row>): number {
  const text = call.query.get('$top');
  if (text === null) return top.default;
  const wanted = readCount(text);
  if (wanted === undefined || wanted === 0) {
    throw kind.badQuery(`Invalid value '${text}' for $top query option found.`);
  }
  if (wanted > top.max) {
    throw kind.badQuery(
      `The limit of '${top.max}' for Top query has been exceeded. The value from the incoming request is '${wanted}'.`,
    );
  }
  return wanted;
}

function readSkip<Row>(call: GraphCall, { paging, kind }: ListRules<Row>): number {
  const text = call.query.get(paging);
  if (text === null) return 0;
  const plain =
    paging === '$skip'
      ? text
      : /^rows:(\d+)$/.exec(Buffer.from(text, 'base64url').toString('latin1'))?.[1];
  const skip = readCount(plain ?? '');
  if (skip === undefined) {
    throw kind.badQuery(`Invalid value '${text}' for ${paging} query option found.`);
  }
  return skip;
}

function readCount(text: string): number | undefined {
  return /^\d{1,9}$/.test(text) ? Number(text) : undefined;
}

function nextLink(call: GraphCall, paging: '$skip' | '$skiptoken', rows: number): string {
  const query = new URLSearchParams(call.query);
  query.set(
    paging,
    paging === '$skip' ? String(rows) : Buffer.from(`rows:${rows}`, 'latin1').toString('base64url'),
  );
  return `${linkOf(call)}?${query.toString()}`;
}

/** The address of the request without its query. */
export function linkOf(call: GraphCall): string {
  return `${call.root}/${call.segments.map((segment) => encodeURIComponent(segment)).join('/')}`;
}
