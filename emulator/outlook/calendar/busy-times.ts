import { settingsOf } from '../settings/mailbox-settings-of.js';
import type { OutlookService } from '../outlook-service.js';
import { toUtc, fromUtc } from '../time-zones.js';
import { defaultCalendarOf, isInCalendar } from './calendar-of-path.js';
import type { EventRecord } from './event-record.js';
import { eventsIn, type Stretch } from './occurrences.js';
import { toMs } from '../utc-times.js';

/** How far somebody is taken: the greatest counts where events lie over one another. */
const WEIGHTS: Readonly<Record<string, number>> = { tentative: 1, busy: 2, oof: 3 };

/** What is in somebody's default calendar in a stretch of time, earliest first. */
export function eventsOfPerson(
  service: OutlookService,
  personId: string,
  stretch: Stretch,
): EventRecord[] {
  const calendar = defaultCalendarOf(personId);
  const all = service.outlook.eventsOf.recordsOf(personId);
  return eventsIn(
    all.filter((event) => isInCalendar(event, calendar)),
    stretch,
  ).toSorted((a, b) => toMs(a.item.start) - toMs(b.item.start));
}

/** 0 free or working elsewhere, 1 tentative, 2 busy, 3 out of office. */
export function weightIn(events: readonly EventRecord[], { from, to }: Stretch): number {
  const [start, end] = [toMs(from), toMs(to)];
  return events.reduce((most, { item }) => {
    const touches = toMs(item.start) < end && toMs(item.end) > start;
    return touches ? Math.max(most, WEIGHTS[item.showAs] ?? 0) : most;
  }, 0);
}

/** The parts of a stretch that are somebody's working hours, by the clock of her zone. */
export function workingTimesOf(
  service: OutlookService,
  personId: string,
  { from, to }: Stretch,
): Stretch[] {
  const { workingHours } = settingsOf(service, personId);
  const { daysOfWeek, startTime, endTime, timeZone } = workingHours;
  const found: Stretch[] = [];
  const last = fromUtc(to, timeZone.name).slice(0, 10);
  for (let day = fromUtc(from, timeZone.name).slice(0, 10); day <= last; day = dayAfter(day)) {
    if (!daysOfWeek.includes(weekdayOf(day))) continue;
    const start = toUtc(`${day}T${startTime.slice(0, 8)}`, timeZone.name) ?? from;
    const end = toUtc(`${day}T${endTime.slice(0, 8)}`, timeZone.name) ?? to;
    const part = { from: start < from ? from : start, to: end > to ? to : end };
    if (part.from < part.to) found.push(part);
  }
  return found;
}

function weekdayOf(day: string): string {
  return new Date(`${day}T00:00:00Z`)
    .toLocaleDateString('en-US', { weekday: 'long', timeZone: 'UTC' })
    .toLowerCase();
}

function dayAfter(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
}
