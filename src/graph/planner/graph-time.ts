const graphTime = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)(?:\.\d+)?(Z|[+-]\d\d:\d\d)?$/;

/**
 * Graph's times carry up to seven fractional digits; the document's none: `YYYY-MM-DDTHH:MM:SSZ`.
 * Undefined: not a time.
 */
export function toDocumentTime(text: string): string | undefined {
  const [, seconds, zone] = graphTime.exec(text) ?? [];
  if (seconds === undefined) return undefined;
  if (zone === undefined || zone === 'Z') return `${seconds}Z`;
  const instant = new Date(`${seconds}${zone}`);
  return Number.isNaN(instant.getTime()) ? undefined : `${instant.toISOString().slice(0, 19)}Z`;
}

/** For times that are compared with our own clock: milliseconds matter. Undefined: not a time. */
export function toInstant(text: string): string | undefined {
  const zoned = graphTime.exec(text)?.[2] === undefined ? `${text}Z` : text;
  const instant = new Date(zoned);
  return Number.isNaN(instant.getTime()) ? undefined : instant.toISOString();
}
