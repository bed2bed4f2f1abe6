/**
 * A Retry-After whose date is told as seconds from the time by Graph's own clock (the header Date of the same answer):
 * ours may be wrong, and then the gate would be closed for hours or not at all. Everything else is left as it is.
 */
export function retryAfterByItsClock(
  retryAfter: string | null,
  date: string | null | undefined,
): string | null {
  if (retryAfter === null || /^\s*\d+(\.\d+)?\s*$/.test(retryAfter)) return retryAfter;
  const ms = Date.parse(retryAfter) - Date.parse(date ?? '');
  return Number.isNaN(ms) ? retryAfter : String(Math.max(0, ms / 1_000));
}
