import { createHash } from 'node:crypto';
import type { Person } from '../../entra/directory.js';
import { recipientOf } from '../mail/message-body.js';
import { findPerson } from '../mailbox.js';
import { changeKeyOf, etagOf, itemId } from '../outlook-ids.js';
import type { OutlookService } from '../outlook-service.js';
import { checkTimes, eventDefaults } from './event-body.js';
import { eventEntity, plainEventView } from './event-entity.js';
import type { EventItem, EventRecord, ResponseStatus } from './event-record.js';

/** An event's start and end, and what else its maker gives. */
export type NewEvent = Partial<EventItem> & Pick<EventItem, 'start' | 'end'>;

/** Puts an event into the organizer's calendar, and a copy into that of each attendee in this tenant. */
export function addEvent(
  service: OutlookService,
  organizer: Person,
  given: NewEvent,
  unique: string = service.newGuid(),
): EventRecord {
  checkTimes(given);
  const at = preciseNow(service);
  const item: EventItem = { ...eventDefaults(at), ...given, organizer: recipientOf(organizer) };
  const iCalUId = iCalUIdOf(unique);
  const record = put(service, organizer.id, { unique, iCalUId, item });
  for (const person of attendeesOf(service, item)) {
    if (person.id !== organizer.id) {
      put(service, person.id, { unique, iCalUId, item: copyFor(item, at) });
    }
  }
  return record;
}

/** Changes an event; an organizer's change of a meeting reaches all copies. */
export function changeEvent(
  service: OutlookService,
  record: EventRecord,
  change: Partial<EventItem>,
): EventRecord {
  const item: EventItem = { ...record.item, ...change };
  checkTimes(item);
  const changed = replaceEvent(service, record, { item });
  if (!item.isOrganizer) return changed;
  const shared = withoutOwn(change);
  for (const copy of copiesOf(service, record))
    replaceEvent(service, copy, { item: { ...copy.item, ...shared } });
  for (const person of attendeesOf(service, item)) {
    const isThere =
      person.id === record.mailboxId ||
      copiesOf(service, record).some((copy) => copy.mailboxId === person.id);
    if (isThere) continue;
    put(service, person.id, {
      unique: `${record.iCalUId}/${service.newGuid()}`,
      iCalUId: record.iCalUId,
      item: copyFor(item, preciseNow(service)),
    });
  }
  return changed;
}

/** Takes an event out of a calendar. When the organizer does it, the attendees see the meeting cancelled. */
export function removeEvent(service: OutlookService, record: EventRecord): void {
  if (record.item.isOrganizer) {
    for (const copy of copiesOf(service, record)) {
      const subject = `Canceled: ${copy.item.subject}`;
      replaceEvent(service, copy, {
        item: { ...copy.item, isCancelled: true, showAs: 'free', subject },
      });
    }
  }
  for (const exception of exceptionsOf(service, record)) drop(service, exception);
  drop(service, record);
}

/** An attendee's answer, in her calendar and in the organizer's list. */
export function respondTo(service: OutlookService, record: EventRecord, response: string): void {
  const status: ResponseStatus = { response, time: preciseNow(service) };
  const mail = service.people.get(record.mailboxId)?.mail;
  const organizerCopy = [...service.outlook.events.values()].find(
    (event) => event.iCalUId === record.iCalUId && event.item.isOrganizer,
  );
  if (response === 'declined') drop(service, record);
  else {
    const showAs = response === 'accepted' ? 'busy' : 'tentative';
    replaceEvent(service, record, { item: { ...record.item, responseStatus: status, showAs } });
  }
  if (organizerCopy === undefined) return;
  const attendees = organizerCopy.item.attendees.map((attendee) =>
    attendee.emailAddress.address === mail ? { ...attendee, status } : attendee,
  );
  replaceEvent(service, organizerCopy, { item: { ...organizerCopy.item, attendees } });
}

/** Leaves a day out of a series. */
export function leaveOutDay(
  service: OutlookService,
  series: EventRecord,
  day: string,
): EventRecord {
  return replaceEvent(service, series, { withoutDays: [...series.withoutDays, day] });
}

/** Turns an occurrence into an event of its own that stays with its series. */
export function addException(
  service: OutlookService,
  occurrence: EventRecord,
  day: string,
  change: Partial<EventItem>,
): EventRecord {
  const series = service.outlook.events.get(occurrence.seriesMasterId ?? '');
  if (series !== undefined) leaveOutDay(service, series, day);
  const number = service.history.next();
  const exception: EventRecord = {
    ...occurrence,
    originalDay: day,
    created: number,
    changed: number,
    item: { ...occurrence.item, ...change, lastModifiedDateTime: preciseNow(service) },
  };
  checkTimes(exception.item);
  service.outlook.events.put(exception.id, exception);
  announce(service, exception, 'updated');
  return exception;
}

/** Names the events of a calendar among all removals. */
export function scopeOfCalendar(mailboxId: string): string {
  return `events/${mailboxId}`;
}

function exceptionsOf(service: OutlookService, series: EventRecord): EventRecord[] {
  return service.outlook.eventsOf
    .recordsOf(series.mailboxId)
    .filter((event) => event.seriesMasterId === series.id);
}

function copiesOf(service: OutlookService, record: EventRecord): EventRecord[] {
  if (record.item.attendees.length === 0) return [];
  return [...service.outlook.events.values()].filter(
    (event) => event.iCalUId === record.iCalUId && event.mailboxId !== record.mailboxId,
  );
}

function attendeesOf(service: OutlookService, { attendees }: EventItem): Person[] {
  return attendees.flatMap(({ emailAddress }) => findPerson(service, emailAddress.address) ?? []);
}

function copyFor(item: EventItem, at: string): EventItem {
  return {
    ...item,
    createdDateTime: at,
    transactionId: null,
    categories: [],
    isOrganizer: false,
    showAs: 'tentative',
    responseStatus: { response: 'notResponded', time: '0001-01-01T00:00:00Z' },
  };
}

/** What belongs to one calendar alone does not travel with a meeting. */
const OWN = ['categories', 'isReminderOn', 'reminderMinutesBeforeStart', 'sensitivity', 'showAs'];

function withoutOwn(change: Partial<EventItem>): Partial<EventItem> {
  return Object.fromEntries(Object.entries(change).filter(([name]) => !OWN.includes(name)));
}

function put(
  service: OutlookService,
  mailboxId: string,
  { unique, iCalUId, item }: { unique: string } & Pick<EventRecord, 'iCalUId' | 'item'>,
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
    item,
  };
  service.outlook.events.put(record.id, record);
  announce(service, record, 'created');
  return record;
}

/** Stores another state of an event in one calendar and tells of it. */
export function replaceEvent(
  service: OutlookService,
  record: EventRecord,
  change: Partial<Pick<EventRecord, 'item' | 'withoutDays'>>,
): EventRecord {
  const changed: EventRecord = {
    ...record,
    ...change,
    changed: service.history.next(),
    item: { ...(change.item ?? record.item), lastModifiedDateTime: preciseNow(service) },
  };
  service.outlook.events.put(record.id, changed);
  announce(service, changed, 'updated');
  return changed;
}

function drop(service: OutlookService, record: EventRecord): void {
  service.outlook.events.remove(record.id);
  service.history.addRemoval({
    scope: scopeOfCalendar(record.mailboxId),
    itemId: record.id,
    created: record.created,
  });
  announce(service, record, 'deleted');
}

function announce(
  service: OutlookService,
  record: EventRecord,
  changeType: 'created' | 'updated' | 'deleted',
): void {
  const { mailboxId, id } = record;
  service.announceChange({
    changeType,
    subscribable: [`users/${mailboxId}/events`],
    resource: `Users/${mailboxId}/Events/${id}`,
    odataType: '#Microsoft.Graph.Event',
    id,
    etag: etagOf(changeKeyOf(mailboxId, record.changed)),
    entity: () => eventEntity(record, plainEventView),
  });
}

function iCalUIdOf(unique: string): string {
  const hash = createHash('sha256').update(unique).digest('hex').toUpperCase();
  return `040000008200E00074C5B7101A82E008${hash.slice(0, 48)}`;
}

/** Times that the calendar sets carry seven digits of a second. */
function preciseNow(service: OutlookService): string {
  return service.now().toISOString().replace('Z', '0000Z');
}
