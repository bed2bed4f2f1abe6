/** Characters that Graph forbids in the names of open types, escaped as its documentation says; `%` goes first. */
const escapes = [
  ['%', '%25'],
  ['.', '%2E'],
  [':', '%3A'],
  ['@', '%40'],
  ['#', '%23'],
] as const;

/** The property name under which Planner keeps a link. */
export function toReferenceKey(url: string): string {
  return escapes.reduce((key, [plain, escaped]) => key.replaceAll(plain, escaped), url);
}

/** The link behind a property name of `references`. */
export function fromReferenceKey(key: string): string {
  return escapes
    .toReversed()
    .reduce((url, [plain, escaped]) => url.replaceAll(escaped, plain), key);
}

/** The address as Planner wants it (absolute http or https), or undefined when it is no such address. */
export function toWebAddress(typed: string): string | undefined {
  const text = typed.trim();
  if (text === '') return undefined;
  const withScheme = /^[a-z][a-z0-9+.-]*:/i.test(text) ? text : `https://${text}`;
  if (!URL.canParse(withScheme)) return undefined;
  const url = new URL(withScheme);
  const isWeb = url.protocol === 'http:' || url.protocol === 'https:';
  return isWeb && url.hostname.includes('.')
    ? url.href
    : isWeb && url.hostname === 'localhost'
      ? url.href
      : undefined;
}
