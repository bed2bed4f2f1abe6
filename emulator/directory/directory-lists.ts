import type { GraphAnswer, GraphCall } from '../graph/exchange.js';
import type { Entity } from '../odata/entity.js';
import { readSelect } from '../odata/select.js';
import { graphSchema } from '../schema/graph-schema.js';
import { findProperty } from '../schema/schema.js';
import type { DirectoryKind } from './directory-entities.js';
import { badDirectoryRequest, unsupportedQuery } from './directory-failures.js';
import { parseDirectoryFilter } from './directory-filter.js';
import { parseDirectorySearch } from './directory-search.js';

const DEFAULT_PAGE = 100;
const MAX_PAGE = 999;
/** https://learn.microsoft.com/graph/aad-advanced-queries */
const SORTABLE = ['displayName', 'userPrincipalName', 'createdDateTime', 'mail'];
const KNOWN_OPTIONS = ['$select', '$top', '$filter', '$orderby', '$count', '$search', '$skiptoken'];

export interface DirectoryList {
  readonly kind: DirectoryKind;
  /** What follows `$metadata#` without `$select`. */
  readonly context: string;
  readonly entities: readonly Entity[];
  /** Set on every row: members are of several types. */
  readonly typed?: boolean;
}

/** One object, with what was selected. */
export function directoryEntity(call: GraphCall, kind: DirectoryKind, entity: Entity): GraphAnswer {
  const select = readSelect(call, kind);
  return {
    status: 200,
    headers: { 'x-ms-resource-unit': '1' },
    body: JSON.stringify({
      '@odata.context': `${call.root}/$metadata#${kind.set}${contextOf(select)}/$entity`,
      ...pick(entity, select ?? kind.defaults),
    }),
  };
}

/** What a link of one object points to: objects of several types could stand there. */
export function relatedEntity(call: GraphCall, kind: DirectoryKind, entity: Entity): GraphAnswer {
  const select = readSelect(call, kind);
  return {
    status: 200,
    headers: { 'x-ms-resource-unit': '1' },
    body: JSON.stringify({
      '@odata.context': `${call.root}/$metadata#directoryObjects${contextOf(select)}/$entity`,
      '@odata.type': `#microsoft.graph.${kind.typeName}`,
      ...pick(entity, select ?? kind.defaults),
    }),
  };
}

/** A page of objects. Texts are searched and sorted without regard to case. */
export function directoryPage(call: GraphCall, list: DirectoryList): GraphAnswer {
  const { kind } = list;
  for (const name of call.query.keys()) {
    if (name.startsWith('$') && !KNOWN_OPTIONS.includes(name)) {
      throw unsupportedQuery(`The query option '${name}' is not supported here.`);
    }
  }
  const select = readSelect(call, kind);
  const found = arranged(call, list);
  const top = readTop(call.query.get('$top'));
  const from = readPlace(call.query.get('$skiptoken'), found);
  const page = found.slice(from, from + top);
  const last = page.at(-1);
  const isLastPage = last === undefined || from + page.length >= found.length;
  return {
    status: 200,
    headers: { 'x-ms-resource-unit': String(costOf(select, top)) },
    body: JSON.stringify({
      '@odata.context': `${call.root}/$metadata#${list.context}${contextOf(select)}`,
      ...(isAsked(call) ? { '@odata.count': found.length } : {}),
      ...(isLastPage ? {} : { '@odata.nextLink': nextLink(call, last) }),
      value: page.map((entity) => ({
        ...(list.typed === true ? { '@odata.type': `#microsoft.graph.${kind.typeName}` } : {}),
        ...pick(entity, select ?? kind.defaults),
      })),
    }),
  };
}

function arranged(call: GraphCall, { kind, entities, typed }: DirectoryList): readonly Entity[] {
  const filterText = call.query.get('$filter');
  const search = call.query.get('$search');
  const order = call.query.get('$orderby');
  const filter = filterText === null ? undefined : parseDirectoryFilter(filterText, kind);
  const isEventual = call.header('consistencylevel')?.toLowerCase() === 'eventual';
  const isSearched = search !== null;
  if (isSearched && !isEventual) {
    throw badDirectoryRequest(
      "Request with $search query parameter only works through MSGraph with a special request header: 'ConsistencyLevel: eventual'",
    );
  }
  const needsIndex =
    filter?.isAdvanced === true ||
    (order !== null && (filter !== undefined || isSearched || typed === true)) ||
    (typed === true && filter !== undefined) ||
    (order !== null && !/^\s*(displayName|userPrincipalName)\b/.test(order));
  if ((needsIndex && !(isEventual && isAsked(call))) || (isAsked(call) && !isEventual)) {
    throw unsupportedQuery(
      'This query needs the header ConsistencyLevel: eventual and the query option $count=true.',
    );
  }
  const isFound = search === null ? () => true : parseDirectorySearch(search, kind);
  const matching = entities.filter((entity) => (filter?.test(entity) ?? true) && isFound(entity));
  return order === null ? matching : sorted(matching, order, kind);
}

function sorted(
  entities: readonly Entity[],
  order: string,
  kind: DirectoryKind,
): readonly Entity[] {
  const [, name = '', direction = 'asc'] = /^\s*(\w+)(?:\s+(asc|desc))?\s*$/i.exec(order) ?? [];
  if (findProperty(graphSchema, kind.typeName, name) === undefined) {
    throw badDirectoryRequest(`Invalid $orderby clause: ${order}`);
  }
  if (!SORTABLE.includes(name)) {
    throw unsupportedQuery('Sorting not supported for current query.');
  }
  const sign = direction.toLowerCase() === 'desc' ? -1 : 1;
  const key = (entity: Entity): string => {
    const value = entity[name];
    return typeof value === 'string' ? value.toLowerCase() : '';
  };
  return entities.toSorted((a, b) => sign * key(a).localeCompare(key(b)));
}

/** Unlike other services, the directory leaves out the id when it is not selected. */
export function pick(entity: Entity, names: readonly string[]): Entity {
  return Object.fromEntries(names.map((name) => [name, entity[name] ?? null]));
}

function contextOf(select: readonly string[] | undefined): string {
  return select === undefined ? '' : `(${select.join(',')})`;
}

function isAsked(call: GraphCall): boolean {
  return call.query.get('$count')?.toLowerCase() === 'true';
}

function readTop(text: string | null): number {
  if (text === null) return DEFAULT_PAGE;
  const top = Number(text);
  if (Number.isInteger(top) && top >= 1 && top <= MAX_PAGE) return top;
  throw badDirectoryRequest(
    `Invalid page size specified: '${text}'. Must be between 1 and 999 inclusive.`,
  );
}

function nextLink(call: GraphCall, last: Entity): string {
  const query = new URLSearchParams(call.query);
  query.set('$skiptoken', Buffer.from(`after:${String(last['id'])}`).toString('base64url'));
  return `${call.root}/${call.segments.map(encodeURIComponent).join('/')}?${query.toString()}`;
}

function readPlace(token: string | null, found: readonly Entity[]): number {
  if (token === null) return 0;
  const id = /^after:(.+)$/.exec(Buffer.from(token, 'base64url').toString('utf8'))?.[1];
  const at = found.findIndex((entity) => entity['id'] === id);
  if (at < 0) throw badDirectoryRequest('The value of $skiptoken is not valid.');
  return at + 1;
}

/** ResourceUnits as the throttling page counts them. */
function costOf(select: readonly string[] | undefined, top: number): number {
  return Math.max(1, 2 - (select === undefined ? 0 : 1) - (top < 20 ? 1 : 0));
}
