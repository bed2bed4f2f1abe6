import type { Entity } from '../odata/entity.js';
import { parseFilter } from '../odata/filter.js';
import { tokenize, type Token } from '../odata/filter-tokens.js';
import { graphSchema } from '../schema/graph-schema.js';
import { findProperty } from '../schema/schema.js';
import type { DirectoryKind } from './directory-entities.js';
import { badDirectoryRequest, unsupportedQuery } from './directory-failures.js';

/** A `$filter` of the directory. */
export interface DirectoryFilter {
  test(entity: Entity): boolean;
  /** Whether it is carried out only with `ConsistencyLevel: eventual` and `$count=true`. */
  readonly isAdvanced: boolean;
}

/** https://learn.microsoft.com/graph/aad-advanced-queries */
const ADVANCED = ['ne', 'not', 'endswith'];
const UNSUPPORTED = ['contains', 'gt', 'lt'];

/** What the directory can filter by: `eq`, `startsWith` and `any` at once, other things only as advanced queries. */
export function parseDirectoryFilter(text: string, kind: DirectoryKind): DirectoryFilter {
  const filter = parseFilter(text, kind);
  const tokens = tokenize(text) ?? [];
  const words = tokens.flatMap((token) => (token.kind === 'name' ? token.text.toLowerCase() : []));
  if (words.some((word) => UNSUPPORTED.includes(word))) {
    throw unsupportedQuery(`Unsupported or invalid query filter clause: ${text}`);
  }
  const variables = variablesOf(tokens);
  for (const path of filter.paths) {
    const [name = ''] = path.split('/');
    const isKnown =
      variables.has(name) || findProperty(graphSchema, kind.typeName, name) !== undefined;
    if (!isKnown) {
      throw badDirectoryRequest(
        `Invalid filter clause: Could not find a property named '${name}' on type 'microsoft.graph.${kind.typeName}'.`,
      );
    }
  }
  return {
    test: (entity) => filter.test(entity),
    isAdvanced: words.some((word) => ADVANCED.includes(word)),
  };
}

/** The `c` of `groupTypes/any(c:c eq 'Unified')`. */
function variablesOf(tokens: readonly Token[]): ReadonlySet<string> {
  return new Set(
    tokens.flatMap((token, index) => {
      const next = tokens[index + 1];
      return token.kind === 'name' && next?.kind === 'mark' && next.text === ':' ? token.text : [];
    }),
  );
}
