import { fromUtc, toUtc } from '../time-zones.js';
import type { EventRecord } from './event-record.js';
import { daysOf } from './recurrence.js';

/** The part of an occurrence's id that names its day; base64 has no full stop, so it cannot be part of an id. */
const DAY_MARK = '.OID';

/** A stretch of time, UTC without zone, as in `2026-11-26T09:00:00.000`. */
export interface Stretch {
  readonly from: string;
  readonly to: string;
}

/** The events that a view shows: single ones, exceptions, and the occurrences of series in place of them. */
export function eventsIn(records: readonly EventRecord[], stretch: Stretch): EventRecord[] {
  return records
    .flatMap((record) =>
      record.item.recurrence === null ? [record] : occurrencesOf(record, stretch.to),
    )
    .filter(({ item }) => touches(item, stretch));
}

/** The occurrence that an id names, if its series has one on that day. */
export function occurrenceAt(
  id: string,
  findSeries: (seriesId: string) => EventRecord | undefined,
): { readonly occurrence: EventRecord; readonly day: string } | undefined {
  const at = id.lastIndexOf(DAY_MARK);
  if (at < 0) return undefined;
  const series = findSeries(id.slice(0, at));
  const day = id.slice(at + DAY_MARK.length);
  const occurrence =
    series && occurrencesOf(series, `${day}T23:59:59`).find((one) => one.id === id);
  return occurrence === undefined ? undefined : { occurrence, day };
}

/** Occurrences of a series up to a time, without the days that it leaves out; by the clock of the series' zone. */
function occurrencesOf(series: EventRecord, to: string): EventRecord[] {
  const { recurrence, start, end, originalStartTimeZone } = series.item;
  if (recurrence === null) return [];
  const length = timeOf(end) - timeOf(start);
  const timeOfDay = fromUtc(start, originalStartTimeZone).slice(10);
  const occurrences: EventRecord[] = [];
  for (const day of daysOf(recurrence, to.slice(0, 10))) {
    if (series.withoutDays.includes(day)) continue;
    const startOfDay = toUtc(`${day}${timeOfDay}`, originalStartTimeZone) ?? start;
    occurrences.push({
      ...series,
      id: `${series.id}${DAY_MARK}${day}`,
      seriesMasterId: series.id,
      withoutDays: [],
      item: {
        ...series.item,
        recurrence: null,
        start: startOfDay,
        end: textOf(timeOf(startOfDay) + length),
      },
    });
  }
  return occurrences;
}

function touches(item: EventRecord['item'], { from, to }: Stretch): boolean {
  const [start, end] = [timeOf(item.start), timeOf(item.end)];
  return start < timeOf(to) && (end > timeOf(from) || (start === end && start >= timeOf(from)));
}

function timeOf(utc: string): number {
  return Date.parse(`${utc}Z`);
}

function textOf(ms: number): string {
  return new Date(ms).toISOString().slice(0, -1);
}
