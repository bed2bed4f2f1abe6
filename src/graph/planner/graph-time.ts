const graphTime =
  /^(\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01]))T((?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d)(?:\.(\d+))?(?:(Z)|([+-])(\d\d)(?::?(\d\d))?)?$/i;

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
  const [, day, clock, fraction = '', , sign, hours = '', minutes = '00'] =
    graphTime.exec(text) ?? [];
  if (day === undefined || clock === undefined) return undefined;
  const utc = `${day}T${clock}.${fraction.slice(0, 3).padEnd(3, '0')}Z`;
  // Without a Date where none is needed: a page of 400 tasks has some 2,000 times.
  if (sign === undefined) return utc;
  const offset = (Number(hours) * 60 + Number(minutes)) * 60_000;
  const instant = new Date(Date.parse(utc) - (sign === '-' ? -offset : offset));
  const iso = Number.isNaN(instant.getTime()) ? '' : instant.toISOString();
  return /^\d{4}-/.test(iso) ? iso : undefined;
}
