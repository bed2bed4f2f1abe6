/**
 * The key of a reference in Planner's open map is its URL with these characters encoded, nothing else; what the URL
 * already encodes is encoded once more. https://learn.microsoft.com/graph/api/resources/plannerexternalreferences
 */
const escapes: Readonly<Record<string, string>> = {
  '%': '%25',
  '.': '%2E',
  ':': '%3A',
  '@': '%40',
  '#': '%23',
};

export function toReferenceKey(url: string): string {
  return url.replaceAll(/[%.:@#]/g, (character) => escapes[character] ?? character);
}

/** Any other `%` stays as it is: Planner's own clients are not always exact, and no row may be lost for it. */
export function fromReferenceKey(key: string): string {
  return key.replaceAll(/%(?:25|2E|3A|40|23)/gi, (escape) => decodeURIComponent(escape));
}
