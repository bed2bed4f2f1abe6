const shortestMs = 1_000;
const longestMs = 24 * 60 * 60 * 1_000;

/**
 * Milliseconds to wait according to a Retry-After header: whole seconds or an HTTP date (RFC 9110, 10.2.3), kept within
 * 1 s and 24 h so that neither a hot loop nor a lost task follows from a strange value. Null: none, or not readable.
 */
export function parseRetryAfter(
  value: string | number | null | undefined,
  nowMs: number,
): number | null {
  if (value === null || value === undefined) return null;
  const text = String(value).trim();
  const waitMs = /^\d+(\.\d+)?$/.test(text) ? Number(text) * 1_000 : Date.parse(text) - nowMs;
  // Date.parse reads "-5" and "0x10" as years: only a text with a day's or month's name is a date here.
  if (Number.isNaN(waitMs) || !/^\d+(\.\d+)?$|[a-z]{3}/i.test(text)) return null;
  return Math.min(longestMs, Math.max(shortestMs, Math.ceil(waitMs)));
}
