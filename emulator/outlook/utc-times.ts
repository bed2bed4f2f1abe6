/** Times of events are kept in UTC, without a zone and with milliseconds: `2026-11-26T09:00:00.000`. */
export function toUtcText(ms: number): string {
  return new Date(ms).toISOString().slice(0, -1);
}

export function toMs(utc: string): number {
  return Date.parse(`${utc}Z`);
}

export type UtcTime = { readonly dateTime: string; readonly timeZone: 'UTC' };

/** Such a time as Graph writes one that has its zone beside it. */
export function inUtc(utc: string): UtcTime {
  return { dateTime: `${utc.slice(0, 19)}.0000000`, timeZone: 'UTC' };
}
