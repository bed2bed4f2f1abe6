const graphTime = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)(?:\.(\d+))?(Z|[+-]\d\d:\d\d)?$/;

/**
 * Graph's times carry up to seven fractional digits; the document's none: `YYYY-MM-DDTHH:MM:SSZ`.
 * Undefined: not a time.
 */
export function toDocumentTime(text: string): string | undefined {
  const instant = toInstant(text);
  return instant === undefined ? undefined : `${instant.slice(0, 19)}Z`;
}

/** For times that are compared with our own clock: milliseconds matter. Undefined: not a time. */
export function toInstant(text: string): string | undefined {
  const [, seconds, fraction = '', zone = 'Z'] = graphTime.exec(text) ?? [];
  if (seconds === undefined) return undefined;
  // Without a Date where none is needed: a page of 400 tasks has some 2,000 times.
  if (zone === 'Z') return `${seconds}.${fraction.slice(0, 3).padEnd(3, '0')}Z`;
  const instant = new Date(text);
  return Number.isNaN(instant.getTime()) ? undefined : instant.toISOString();
}
