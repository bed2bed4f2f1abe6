import { GraphFailure } from '../graph/graph-failure.js';
import { checkBody } from '../odata/check-body.js';
import { isObject } from '../schema/check-value.js';
import { parseKql, type KqlQuery } from './kql.js';
import type { SearchSources } from './search-routes.js';

export interface SearchRequest {
  readonly entityTypes: readonly string[];
  readonly query: KqlQuery;
  readonly from: number;
  readonly size: number;
  /** Of the resource; what does not exist is silently left out. */
  readonly fields: readonly string[] | undefined;
}

const DEFAULT_SIZE = 25;
const WRITABLE = [
  'contentSources',
  'enableTopResults',
  'entityTypes',
  'fields',
  'from',
  'query',
  'region',
  'size',
  'sortProperties',
];

/** Reads a body: one request at a time, of entity types that go together. */
export function readSearchRequest(sources: SearchSources, body: unknown): SearchRequest {
  const requests = isObject(body) ? body['requests'] : undefined;
  if (!Array.isArray(requests) || requests.length === 0) {
    throw badSearch("The 'requests' must hold a search request.");
  }
  if (requests.length > 1) throw badSearch('Only one search request is supported at a time.');
  const request = checkBody(requests[0], {
    typeName: 'searchRequest',
    writable: WRITABLE,
    code: 'BadRequest',
  });
  const entityTypes = readEntityTypes(sources, request['entityTypes']);
  const isSortable = entityTypes.every((type) => sources[type]?.isSortable === true);
  if (isFilled(request['sortProperties']) && !isSortable) {
    throw badSearch(`Custom sort is not supported for ${entityTypes.join(', ')}.`);
  }
  return {
    entityTypes,
    query: readQuery(request['query']),
    from: readNumber(request['from'], 'from', 0),
    size: readSize(sources, entityTypes, request['size']),
    fields: isFilled(request['fields']) ? request['fields'].map(String) : undefined,
  };
}

function readEntityTypes(sources: SearchSources, value: unknown): readonly string[] {
  if (!isFilled(value)) throw badSearch("The 'entityTypes' must name what is searched.");
  const types = [...new Set(value.map(String))];
  for (const type of types) {
    const source = sources[type];
    if (source === undefined) throw badSearch(`The entity type '${type}' is not searched here.`);
    const other = types.find((each) => !source.together.includes(each));
    if (other !== undefined) {
      throw badSearch(`The entity types '${type}' and '${other}' cannot be searched together.`);
    }
  }
  return types;
}

function readQuery(value: unknown): KqlQuery {
  const text = isObject(value) ? value['queryString'] : undefined;
  const query = typeof text === 'string' ? parseKql(text) : undefined;
  if (query === undefined) throw badSearch("The 'queryString' of the query must not be empty.");
  return query;
}

function readSize(sources: SearchSources, types: readonly string[], value: unknown): number {
  const size = readNumber(value, 'size', DEFAULT_SIZE);
  const max = Math.min(...types.map((type) => sources[type]?.maxSize ?? 0));
  if (size < 1 || size > max) {
    throw badSearch(`The 'size' must be between 1 and ${max} for ${types.join(', ')}.`);
  }
  return size;
}

function readNumber(value: unknown, name: string, fallback: number): number {
  if (value === undefined) return fallback;
  if (typeof value === 'number' && value >= 0) return value;
  throw badSearch(`The '${name}' must not be negative.`);
}

function isFilled(value: unknown): value is readonly unknown[] {
  return Array.isArray(value) && value.length > 0;
}

function badSearch(message: string): GraphFailure {
  return new GraphFailure(400, 'BadRequest', message);
}
