import { createHash } from 'node:crypto';
import { detachAll } from '../mail/attachments/attachment-store.js';
import { itemId } from '../outlook-ids.js';
import type { OutlookService } from '../outlook-service.js';
import { announceEvent } from './announce-event.js';
import type { EventItem, EventRecord } from './event-record.js';

/** Puts a new event into one calendar and tells of it. */
export function putEvent(
  service: OutlookService,
  mailboxId: string,
  {
    unique,
    iCalUId,
    item,
    calendarId,
  }: { unique: string; calendarId: string | undefined } & Pick<EventRecord, 'iCalUId' | 'item'>,
): EventRecord {
  const number = service.history.next();
  const record: EventRecord = {
    id: itemId(mailboxId, `event ${unique}`),
    mailboxId,
    iCalUId,
    seriesMasterId: null,
    originalDay: null,
    withoutDays: [],
    created: number,
    changed: number,
    ...(calendarId === undefined ? {} : { calendarId }),
    item,
  };
  service.outlook.events.put(record.id, record);
  announceEvent(service, record, 'created');
  return record;
}

/** Stores another state of an event in one calendar and tells of it. */
export function replaceEvent(
  service: OutlookService,
  record: EventRecord,
  change: Partial<Pick<EventRecord, 'item' | 'withoutDays' | 'reminder'>>,
): EventRecord {
  const changed: EventRecord = {
    ...record,
    ...change,
    changed: service.history.next(),
    item: { ...(change.item ?? record.item), lastModifiedDateTime: preciseNow(service) },
  };
  service.outlook.events.put(record.id, changed);
  announceEvent(service, changed, 'updated');
  return changed;
}

/** Takes an event out of one calendar alone. */
export function dropEvent(service: OutlookService, record: EventRecord): void {
  service.outlook.events.remove(record.id);
  detachAll(service, record.id);
  service.history.addRemoval({
    scope: scopeOfCalendar(record.mailboxId),
    itemId: record.id,
    created: record.created,
  });
  announceEvent(service, record, 'deleted');
}

export function leaveOutDay(service: OutlookService, series: EventRecord, day: string): void {
  replaceEvent(service, series, { withoutDays: [...series.withoutDays, day] });
}

/** Stores what an occurrence has become, in place of its day in the series. */
export function putException(
  service: OutlookService,
  occurrence: EventRecord,
  day: string,
  item: EventItem,
): EventRecord {
  const series = service.outlook.events.get(occurrence.seriesMasterId ?? '');
  if (series !== undefined) leaveOutDay(service, series, day);
  const number = service.history.next();
  const exception: EventRecord = {
    ...occurrence,
    originalDay: day,
    created: number,
    changed: number,
    item: { ...item, lastModifiedDateTime: preciseNow(service) },
  };
  service.outlook.events.put(exception.id, exception);
  announceEvent(service, exception, 'updated');
  return exception;
}

/** Names the events of a calendar among all removals. */
export function scopeOfCalendar(mailboxId: string): string {
  return `events/${mailboxId}`;
}

/** Times that the calendar sets carry seven digits of a second. */
export function preciseNow(service: OutlookService): string {
  return service.now().toISOString().replace('Z', '0000Z');
}

export function organizerCopyOf(
  service: OutlookService,
  { iCalUId, originalDay }: Pick<EventRecord, 'iCalUId' | 'originalDay'>,
): EventRecord | undefined {
  return [...service.outlook.events.values()].find(
    (event) =>
      event.iCalUId === iCalUId && event.item.isOrganizer && event.originalDay === originalDay,
  );
}

export function exceptionsOf(service: OutlookService, series: EventRecord): EventRecord[] {
  return service.outlook.eventsOf
    .recordsOf(series.mailboxId)
    .filter((event) => event.seriesMasterId === series.id);
}

/** The same meeting, or the same day of it, in the calendars of others. */
export function copiesOf(service: OutlookService, record: EventRecord): EventRecord[] {
  if (record.item.attendees.length === 0) return [];
  return [...service.outlook.events.values()].filter(
    (event) =>
      event.iCalUId === record.iCalUId &&
      event.originalDay === record.originalDay &&
      event.mailboxId !== record.mailboxId,
  );
}

export function iCalUIdOf(unique: string): string {
  const hash = createHash('sha256').update(unique).digest('hex').toUpperCase();
  return `040000008200E00074C5B7101A82E008${hash.slice(0, 48)}`;
}
