import type { Person } from '../../entra/directory.js';
import type { GraphCall } from '../../graph/exchange.js';
import { itemNotFound, malformedId } from '../outlook-failures.js';
import { folderId, isOutlookId } from '../outlook-ids.js';
import type { OutlookService } from '../outlook-service.js';
import type { CalendarRecord } from './calendar-record.js';
import type { EventRecord } from './event-record.js';

/** Every mailbox has this calendar; it is not stored. */
export function defaultCalendarOf(mailboxId: string): CalendarRecord {
  return {
    id: folderId(mailboxId, 'calendar'),
    mailboxId,
    name: 'Calendar',
    color: 'auto',
    changed: 0,
  };
}

export function isDefaultCalendar({ id, mailboxId }: CalendarRecord): boolean {
  return id === folderId(mailboxId, 'calendar');
}

/** The calendar that a path names by `calendars/{id}`; without that the default one. */
export function calendarOfPath(
  service: OutlookService,
  call: GraphCall,
  mailbox: Person,
): CalendarRecord {
  const standard = defaultCalendarOf(mailbox.id);
  const at = call.segments.indexOf('calendars');
  const id = call.segments[at + 1] ?? '';
  if (at < 0 || id === standard.id) return standard;
  const calendar = service.outlook.calendars.get(id);
  if (calendar?.mailboxId === mailbox.id) return calendar;
  throw isOutlookId(id) ? itemNotFound() : malformedId();
}

export function isInCalendar(event: EventRecord, calendar: CalendarRecord): boolean {
  return event.calendarId === undefined
    ? isDefaultCalendar(calendar)
    : event.calendarId === calendar.id;
}
