/** OData query options and others; undefined ones are left out. */
export type Query = Readonly<Record<string, string | number | boolean | undefined>>;

/** The path with its query, percent-encoded. `$` stays as it is: Graph's documentation and logs show it so. */
export function withQuery(path: string, query: Query): string {
  const parts = Object.entries(query).flatMap(([name, value]) =>
    value === undefined ? [] : [`${name}=${encodeURIComponent(value)}`],
  );
  return parts.length === 0 ? path : `${path}${path.includes('?') ? '&' : '?'}${parts.join('&')}`;
}

/** A text as a literal of `$filter`. https://learn.microsoft.com/graph/query-parameters#escaping-single-quotes */
export function odataText(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}
