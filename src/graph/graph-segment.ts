import { toOwnError } from './gateway/graph-failure.js';

/** An id as a segment of a path; a GraphError bad_request for one of dots, which would lead to another path. */
export function graphSegment(id: string): string {
  if (/^\.*$/.test(id)) {
    throw toOwnError('bad_request', 'This is not the id of anything in Microsoft Graph');
  }
  return encodeURIComponent(id);
}

/** A text inside a `$filter`, percent-encoded. https://learn.microsoft.com/graph/filter-query-parameter */
export function filterText(text: string): string {
  return encodeURIComponent(`'${text.replaceAll("'", "''")}'`);
}
