import { fromUtc, toUtc } from '../time-zones.js';
import type { EventRecord } from './event-record.js';
import { daysOf } from './recurrence.js';
import { toMs, toUtcText } from '../utc-times.js';

/** The part of an occurrence's id that names its day; base64 has no full stop, so it cannot be part of an id. */
const DAY_MARK = '.OID';
const DAY_MS = 86_400_000;

/** A stretch of time, UTC without zone, as in `2026-11-26T09:00:00.000`. */
export interface Stretch {
  readonly from: string;
  readonly to: string;
}

/** The events that a view shows: single ones, exceptions, and the occurrences of series in place of them. */
export function eventsIn(records: readonly EventRecord[], stretch: Stretch): EventRecord[] {
  return records
    .flatMap((record) =>
      record.item.recurrence === null
        ? [record]
        : occurrencesOf(record, dayAfter(stretch.to.slice(0, 10))),
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
    series && /^\d{4}-\d{2}-\d{2}$/.test(day) ? occurrenceOn(series, day) : undefined;
  return occurrence === undefined ? undefined : { occurrence, day };
}

/** The occurrence that a series has on a day, unless it leaves that day out. */
export function occurrenceOn(series: EventRecord, day: string): EventRecord | undefined {
  const id = `${series.id}${DAY_MARK}${day}`;
  // By the clock of its zone an occurrence may be on the day after in UTC.
  return occurrencesOf(series, dayAfter(day)).find((occurrence) => occurrence.id === id);
}

function dayAfter(day: string): string {
  return toUtcText(Date.parse(`${day}T00:00:00Z`) + DAY_MS);
}

/** Occurrences of a series up to a time, without the days that it leaves out; by the clock of the series' zone. */
function occurrencesOf(series: EventRecord, to: string): EventRecord[] {
  const { recurrence, start, end, isAllDay, originalStartTimeZone } = series.item;
  if (recurrence === null) return [];
  const zone = isAllDay ? 'UTC' : originalStartTimeZone;
  const length = toMs(end) - toMs(start);
  const timeOfDay = fromUtc(start, zone).slice(10);
  const occurrences: EventRecord[] = [];
  for (const day of daysOf(recurrence, to.slice(0, 10))) {
    if (series.withoutDays.includes(day)) continue;
    const startOfDay = toUtc(`${day}${timeOfDay}`, zone) ?? start;
    occurrences.push({
      ...series,
      id: `${series.id}${DAY_MARK}${day}`,
      seriesMasterId: series.id,
      withoutDays: [],
      item: {
        ...series.item,
        recurrence: null,
        start: startOfDay,
        end: toUtcText(toMs(startOfDay) + length),
      },
    });
  }
  return occurrences;
}

function touches(item: EventRecord['item'], { from, to }: Stretch): boolean {
  const [start, end] = [toMs(item.start), toMs(item.end)];
  return start < toMs(to) && (end > toMs(from) || (start === end && start >= toMs(from)));
}
