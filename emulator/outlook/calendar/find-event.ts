import type { Person } from '../../entra/directory.js';
import type { GraphCall } from '../../graph/exchange.js';
import { GraphFailure } from '../../graph/graph-failure.js';
import { itemNotFound, malformedId } from '../outlook-failures.js';
import { isOutlookId } from '../outlook-ids.js';
import type { OutlookService } from '../outlook-service.js';
import { calendarOfPath, isInCalendar } from './calendar-of-path.js';
import type { EventRecord } from './event-record.js';
import { occurrenceAt } from './occurrences.js';

/** An event as a path names it: a stored one, or an occurrence of a series with its day. */
export interface FoundEvent {
  readonly record: EventRecord;
  /** Of an occurrence that is only in its series. */
  readonly day: string | undefined;
}

export function findEventOf(service: OutlookService, call: GraphCall, mailbox: Person): FoundEvent {
  const { segments } = call;
  const found = findEvent(service, mailbox, segments[segments.indexOf('events') + 1] ?? '');
  const namesCalendar = segments.includes('calendar') || segments.includes('calendars');
  if (namesCalendar && !isInCalendar(found.record, calendarOfPath(service, call, mailbox))) {
    throw itemNotFound();
  }
  return found;
}

export function findEvent(service: OutlookService, mailbox: Person, id: string): FoundEvent {
  const own = (eventId: string): EventRecord | undefined => {
    const record = service.outlook.events.get(eventId);
    return record?.mailboxId === mailbox.id ? record : undefined;
  };
  const record = own(id);
  if (record !== undefined) return { record, day: undefined };
  const found = occurrenceAt(id, own);
  if (found !== undefined) return { record: found.occurrence, day: found.day };
  throw isOutlookId(id.replace(/\.OID.*$/, '')) ? itemNotFound() : malformedId();
}

/** `startDateTime` and `endDateTime` of a view, UTC unless they say otherwise. */
export function readStretch(options: {
  readonly startDateTime: string | null | undefined;
  readonly endDateTime: string | null | undefined;
}): { readonly from: string; readonly to: string } {
  const from = readTime('StartDateTime', options.startDateTime);
  const to = readTime('EndDateTime', options.endDateTime);
  if (to >= from) return { from, to };
  throw new GraphFailure(
    400,
    'ErrorInvalidParameter',
    "The value of the parameter 'EndDateTime' is before that of 'StartDateTime'.",
  );
}

function readTime(name: string, text: string | null | undefined): string {
  if (text === null || text === undefined || text === '') {
    throw new GraphFailure(
      400,
      'ErrorInvalidParameter',
      `This request requires a time window specified by the query string parameters StartDateTime and EndDateTime; ${name} is missing.`,
    );
  }
  // A plus sign of an offset that was not encoded arrives as a space.
  const time = text.replace(' ', '+');
  const at = Date.parse(/(Z|[+-]\d{2}:\d{2})$/.test(time) ? time : `${time}Z`);
  if (!Number.isNaN(at)) return new Date(at).toISOString().slice(0, -1);
  throw new GraphFailure(
    400,
    'ErrorInvalidParameter',
    `The value '${text}' of the parameter '${name}' is invalid.`,
  );
}
