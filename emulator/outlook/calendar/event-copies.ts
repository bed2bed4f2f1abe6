import type { Person } from '../../entra/directory.js';
import { recipientOf } from '../mail/message-body.js';
import { findPerson } from '../mailbox.js';
import type { OutlookService } from '../outlook-service.js';
import { isInCalendar } from './calendar-of-path.js';
import type { CalendarRecord } from './calendar-record.js';
import { eventDefaults } from './event-body.js';
import type { Attendee, EventItem, EventRecord } from './event-record.js';
import { checkEvent } from './event-rules.js';
import {
  copiesOf,
  dropEvent,
  exceptionsOf,
  iCalUIdOf,
  leaveOutDay,
  preciseNow,
  putEvent,
  putException,
  replaceEvent,
} from './event-store.js';
import { occurrenceOn } from './occurrences.js';
import { stillOnline, withMeetingText } from './online-meeting.js';

/** An event's start and end, and what else its maker gives. */
export type NewEvent = Partial<EventItem> & Pick<EventItem, 'start' | 'end'>;

/** Puts an event into the organizer's calendar, and a copy into that of each attendee in this tenant. */
export function addEvent(
  service: OutlookService,
  organizer: Person,
  given: NewEvent,
  { unique = service.newGuid(), calendarId }: { unique?: string; calendarId?: string } = {},
): EventRecord {
  const at = preciseNow(service);
  const iCalUId = iCalUIdOf(unique);
  const item = withMeetingText(
    { ...eventDefaults(at), ...given, organizer: recipientOf(organizer) },
    iCalUId,
  );
  checkEvent(item);
  const record = putEvent(service, organizer.id, { unique, iCalUId, item, calendarId });
  for (const person of attendeesOf(service, item)) {
    if (person.id === organizer.id) continue;
    putEvent(service, person.id, {
      unique,
      iCalUId,
      item: copyFor(item, at),
      calendarId: undefined,
    });
  }
  return record;
}

/** Changes an event; an organizer's change of a meeting reaches all copies, and who is no longer invited sees it cancelled. */
export function changeEvent(
  service: OutlookService,
  record: EventRecord,
  change: Partial<EventItem>,
): EventRecord {
  const item = changedItem(record, change);
  const changed = replaceEvent(service, record, { item });
  if (!item.isOrganizer) return changed;
  const invited = attendeesOf(service, item);
  const copies = copiesOf(service, record);
  const shared = sharedPart(record.item, item, change);
  for (const copy of copies) {
    if (invited.some(({ id }) => id === copy.mailboxId)) {
      replaceEvent(service, copy, { item: { ...copy.item, ...shared } });
    } else cancelCopy(service, copy);
  }
  for (const person of invited) {
    const isThere =
      person.id === record.mailboxId || copies.some((copy) => copy.mailboxId === person.id);
    if (!isThere) addCopy(service, changed, person);
  }
  return changed;
}

/** Puts a meeting into the calendar of somebody who was not invited before. */
export function addCopy(service: OutlookService, record: EventRecord, person: Person): EventRecord {
  return putEvent(service, person.id, {
    unique: `${record.iCalUId}/${service.newGuid()}`,
    iCalUId: record.iCalUId,
    item: copyFor(record.item, preciseNow(service)),
    calendarId: undefined,
  });
}

/** Takes an event out of a calendar. When the organizer does it, the attendees see the meeting cancelled. */
export function removeEvent(service: OutlookService, record: EventRecord): void {
  if (record.item.isOrganizer) {
    for (const copy of copiesOf(service, record)) {
      for (const exception of exceptionsOf(service, copy)) dropEvent(service, exception);
      cancelCopy(service, copy);
    }
  }
  for (const exception of exceptionsOf(service, record)) dropEvent(service, exception);
  dropEvent(service, record);
}

export function removeEventsOf(service: OutlookService, calendar: CalendarRecord): void {
  for (const record of service.outlook.eventsOf.recordsOf(calendar.mailboxId)) {
    if (isInCalendar(record, calendar) && record.seriesMasterId === null) {
      removeEvent(service, record);
    }
  }
}

/** Leaves a day out of a series; the attendees of the organizer see it cancelled. */
export function removeOccurrence(service: OutlookService, series: EventRecord, day: string): void {
  leaveOutDay(service, series, day);
  if (!series.item.isOrganizer) return;
  for (const copy of copiesOf(service, series)) {
    const occurrence = occurrenceOn(copy, day);
    if (occurrence !== undefined)
      putException(service, occurrence, day, cancelled(occurrence.item));
  }
}

/** Turns an occurrence into an event of its own that stays with its series, for the attendees too. */
export function addException(
  service: OutlookService,
  occurrence: EventRecord,
  day: string,
  change: Partial<EventItem>,
): EventRecord {
  const item = changedItem(occurrence, change);
  const exception = putException(service, occurrence, day, item);
  if (!item.isOrganizer) return exception;
  const shared = sharedPart(occurrence.item, item, change);
  for (const series of copiesOf(service, { ...occurrence, originalDay: null })) {
    const copy = occurrenceOn(series, day);
    if (copy !== undefined) putException(service, copy, day, { ...copy.item, ...shared });
  }
  return exception;
}

/** An event with a change: it keeps the answers of who was asked before, unless it is at another time now. */
function changedItem(record: EventRecord, change: Partial<EventItem>): EventItem {
  const { item: before, iCalUId } = record;
  const merged: EventItem = { ...before, ...change };
  const isOnlineMeeting = stillOnline(before, merged, iCalUId);
  const item: EventItem = {
    ...merged,
    isOnlineMeeting,
    attendees: before.isOrganizer ? withAnswers(before, merged) : merged.attendees,
  };
  checkEvent(item);
  return before.isOnlineMeeting ? item : withMeetingText(item, iCalUId);
}

function withAnswers(before: EventItem, after: EventItem): readonly Attendee[] {
  if (isElsewhen(before, after)) {
    return after.attendees.map((attendee) => ({ ...attendee, status: nobodyAnswered }));
  }
  const known = new Map(before.attendees.map((each) => [each.emailAddress.address, each.status]));
  return after.attendees.map((attendee) => ({
    ...attendee,
    status: known.get(attendee.emailAddress.address) ?? attendee.status,
  }));
}

/** What belongs to one calendar alone does not travel with a meeting. */
const OWN = ['categories', 'isReminderOn', 'reminderMinutesBeforeStart', 'sensitivity', 'showAs'];

const nobodyAnswered = { response: 'none', time: '0001-01-01T00:00:00Z' };

/** The part of an organizer's change that reaches the copies; at another time they are asked again. */
function sharedPart(
  before: EventItem,
  after: EventItem,
  change: Partial<EventItem>,
): Partial<EventItem> {
  const names = [
    ...Object.keys(change),
    'attendees',
    'body',
    'location',
    'locations',
    'isOnlineMeeting',
  ];
  const shared = Object.fromEntries(
    Object.entries(after).filter(([name]) => names.includes(name) && !OWN.includes(name)),
  );
  return isElsewhen(before, after) ? { ...shared, ...askedAgain } : shared;
}

const askedAgain: Partial<EventItem> = {
  showAs: 'tentative',
  responseStatus: { response: 'notResponded', time: '0001-01-01T00:00:00Z' },
};

function isElsewhen(before: EventItem, after: EventItem): boolean {
  return (
    before.start !== after.start ||
    before.end !== after.end ||
    JSON.stringify(before.recurrence) !== JSON.stringify(after.recurrence)
  );
}

function cancelCopy(service: OutlookService, copy: EventRecord): void {
  replaceEvent(service, copy, { item: cancelled(copy.item) });
}

function cancelled(item: EventItem): EventItem {
  return { ...item, isCancelled: true, showAs: 'free', subject: `Canceled: ${item.subject}` };
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
    ...askedAgain,
  };
}
