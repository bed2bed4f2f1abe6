import { GraphFailure } from './graph-failure.js';
import type { GraphHandler, GraphRoute, GraphVersion } from './route.js';

export interface MatchedRoute {
  readonly handle: GraphHandler;
  readonly ids: readonly string[];
  /** The path with its names as Graph writes them: it takes them in any case, as its notifications do. */
  readonly segments: readonly string[];
}

/** Finds the operation behind a path; throws what Graph says about unknown paths and methods. */
export function createRouter(
  routes: readonly GraphRoute[],
): (method: string, segments: readonly string[], version: GraphVersion) => MatchedRoute {
  const byStart = new Map<string, GraphRoute[]>();
  for (const route of routes) {
    const start = startOf(route.path);
    byStart.set(start, [...(byStart.get(start) ?? []), route]);
  }
  return (method, segments, version) => {
    const route = byStart
      .get(startOf(segments))
      ?.find(
        (candidate) =>
          (candidate.version === undefined || candidate.version === version) &&
          matches(candidate, segments),
      );
    if (route === undefined) throw unknownPath(segments);
    const handle = route.methods[method];
    if (handle === undefined) {
      throw new GraphFailure(
        405,
        'Request_BadRequest',
        'Specified HTTP method is not allowed for the request target.',
      );
    }
    return {
      handle,
      ids: segments.filter((_, index) => route.path[index] === '*'),
      segments: segments.map((segment, index) =>
        route.path[index] === '*' ? segment : (route.path[index] ?? segment),
      ),
    };
  };
}

/** What the routes that may fit a path share with it; no route begins with an id. */
function startOf(path: readonly string[]): string {
  return `${path.length}/${path[0]?.toLowerCase()}`;
}

function matches(route: GraphRoute, segments: readonly string[]): boolean {
  return route.path.every(
    (part, index) => part === '*' || part.toLowerCase() === segments[index]?.toLowerCase(),
  );
}

function unknownPath(segments: readonly string[]): GraphFailure {
  const segment = segments.at(-1) ?? '';
  return new GraphFailure(400, 'BadRequest', `Resource not found for the segment '${segment}'.`);
}
