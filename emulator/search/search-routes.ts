import type { Caller } from '../entra/caller.js';
import type { GraphAnswer, GraphCall } from '../graph/exchange.js';
import { GraphFailure } from '../graph/graph-failure.js';
import type { GraphRoute } from '../graph/route.js';
import type { Entity } from '../odata/entity.js';
import { readSearchRequest, type SearchRequest } from './search-request.js';
import type { SearchMatch, SearchSource } from './search-source.js';

/** What can be searched, by entity type. */
export type SearchSources = Readonly<Record<string, SearchSource>>;

/** Microsoft Search: `POST /search/query`. https://learn.microsoft.com/graph/api/search-query */
export function createSearchRoutes(sources: SearchSources): readonly GraphRoute[] {
  return [{ path: ['search', 'query'], methods: { POST: (call) => search(sources, call) } }];
}

function search(sources: SearchSources, call: GraphCall): GraphAnswer {
  const request = readSearchRequest(sources, call.body);
  for (const type of request.entityTypes) requireReading(call.caller, type, sources[type]);
  const found = request.entityTypes.flatMap((type) =>
    (sources[type]?.find(call.caller, (holds) => request.query.matches(holds)) ?? []).slice(),
  );
  const page = found.slice(request.from, request.from + request.size);
  const countsPage = request.entityTypes.some((type) => sources[type]?.countsPage === true);
  return {
    status: 200,
    body: JSON.stringify({
      '@odata.context': `${call.root}/$metadata#Collection(microsoft.graph.searchResponse)`,
      value: [
        {
          searchTerms: request.query.terms,
          hitsContainers: [
            {
              // Where nothing was found there are no hits, not an empty list of them.
              ...(page.length === 0
                ? {}
                : { hits: page.map((match, at) => toHit(request, match, at)) }),
              total: countsPage ? page.length : found.length,
              moreResultsAvailable: request.from + page.length < found.length,
            },
          ],
        },
      ],
    }),
  };
}

function toHit({ from, fields }: SearchRequest, match: SearchMatch, at: number): Entity {
  const { hitId, summary, resource } = match;
  const shown =
    fields === undefined
      ? resource
      : Object.fromEntries(
          Object.entries(resource).filter(
            ([name]) => name.startsWith('@') || fields.includes(name),
          ),
        );
  return { hitId, rank: from + at + 1, summary, resource: shown };
}

function requireReading(caller: Caller, type: string, source: SearchSource | undefined): void {
  const names = source?.permissions[caller.kind] ?? [];
  if (names.some((name) => caller.permissions.has(name))) return;
  const held = [...caller.permissions].join(', ');
  const needed = source?.permissions.person.join(' or ') ?? '';
  throw new GraphFailure(
    403,
    'Forbidden',
    caller.kind === 'app' && names.length === 0
      ? `Access to ${type} is not supported with application permissions.`
      : `Access to ${type} in Graph API requires the following permissions: ${needed}. However, the application only has the following permissions granted: ${held}`,
  );
}
