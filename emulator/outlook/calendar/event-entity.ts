import type { GraphCall } from '../../graph/exchange.js';
import type { Entity, EntityKind } from '../../odata/entity.js';
import { previewOf, textOfHtml } from '../mail/mail-text.js';
import { badOutlookQuery } from '../outlook-failures.js';
import { changeKeyOf, etagOf } from '../outlook-ids.js';
import { fromUtc, toIanaZone } from '../time-zones.js';
import { READERS_OF_BODIES } from './calendar-permissions.js';
import { joinUrlOf } from './online-meeting.js';
import type { EventRecord } from './event-record.js';

export const eventKind: EntityKind = { typeName: 'event', badQuery: badOutlookQuery };

/** How a caller sees events: in which zone, and whether with their bodies. */
export interface EventView {
  /** As the caller named it. */
  readonly timeZone: string;
  readonly prefersText: boolean;
  readonly hidesBodies: boolean;
}

export const plainEventView: EventView = {
  timeZone: 'UTC',
  prefersText: false,
  hidesBodies: false,
};

/** `Prefer: outlook.timezone="Pacific Standard Time"`; UTC without it. */
export function eventViewOf(call: GraphCall): EventView {
  const prefer = call.header('prefer') ?? '';
  const timeZone = /outlook\.timezone\s*=\s*"([^"]+)"/i.exec(prefer)?.[1] ?? 'UTC';
  toIanaZone(timeZone);
  return {
    timeZone,
    prefersText: /outlook\.body-content-type\s*=\s*"?text"?/i.test(prefer),
    hidesBodies: !READERS_OF_BODIES.some((name) => call.caller.permissions.has(name)),
  };
}

/** Graph says which zone an answer is in when it was asked for one. */
export function preferenceApplied(call: GraphCall, view: EventView): Record<string, string> {
  return /outlook\.timezone/i.test(call.header('prefer') ?? '')
    ? { 'Preference-Applied': `outlook.timezone="${view.timeZone}"` }
    : {};
}

export function eventEntity(record: EventRecord, view: EventView): Entity {
  const { item, mailboxId } = record;
  const changeKey = changeKeyOf(mailboxId, record.changed);
  const body =
    view.prefersText && item.body.contentType === 'html'
      ? { contentType: 'text', content: textOfHtml(item.body.content) }
      : item.body;
  return {
    '@odata.etag': etagOf(changeKey),
    id: record.id,
    createdDateTime: item.createdDateTime,
    lastModifiedDateTime: item.lastModifiedDateTime,
    changeKey,
    categories: item.categories,
    transactionId: item.transactionId,
    originalStartTimeZone: item.originalStartTimeZone,
    originalEndTimeZone: item.originalEndTimeZone,
    iCalUId: record.iCalUId,
    reminderMinutesBeforeStart: item.reminderMinutesBeforeStart,
    isReminderOn: item.isReminderOn,
    hasAttachments: item.hasAttachments ?? false,
    subject: item.subject,
    importance: item.importance,
    sensitivity: item.sensitivity,
    isAllDay: item.isAllDay,
    isCancelled: item.isCancelled,
    isDraft: false,
    isOrganizer: item.isOrganizer,
    responseRequested: item.responseRequested,
    seriesMasterId: record.seriesMasterId,
    showAs: item.showAs,
    type: eventType(record),
    webLink: eventWebLink(record),
    onlineMeetingUrl: null,
    isOnlineMeeting: item.isOnlineMeeting,
    onlineMeetingProvider: item.isOnlineMeeting ? 'teamsForBusiness' : 'unknown',
    allowNewTimeProposals: item.allowNewTimeProposals,
    hideAttendees: item.hideAttendees,
    responseStatus: item.responseStatus,
    ...(view.hidesBodies ? {} : { bodyPreview: previewOf(item.body), body }),
    start: shownTime(item.start, item, view),
    end: shownTime(item.end, item, view),
    location: item.location,
    locations: item.locations,
    recurrence: item.recurrence,
    attendees: item.attendees,
    organizer: item.organizer,
    onlineMeeting: item.isOnlineMeeting
      ? {
          joinUrl: joinUrlOf(record.iCalUId),
        }
      : null,
    ...(record.originalDay === null
      ? {}
      : { originalStart: `${record.originalDay}${item.start.slice(10, 19)}Z` }),
  };
}

export function eventWebLink({ id }: EventRecord): string {
  return `https://outlook.office365.com/owa/?itemid=${encodeURIComponent(id)}&exvsurl=1&path=/calendar/item`;
}

/** What filters and orders look at; times are UTC there. */
export function eventFields(record: EventRecord): Entity {
  const { item } = record;
  return {
    ...item,
    id: record.id,
    iCalUId: record.iCalUId,
    seriesMasterId: record.seriesMasterId,
    type: eventType(record),
    start: { dateTime: item.start, timeZone: 'UTC' },
    end: { dateTime: item.end, timeZone: 'UTC' },
  };
}

/** An occurrence is never stored: it is made from its series for a view. */
export function eventType({ item, seriesMasterId, originalDay }: EventRecord): string {
  if (seriesMasterId === null) return item.recurrence === null ? 'singleInstance' : 'seriesMaster';
  return originalDay === null ? 'occurrence' : 'exception';
}

/** A whole day has no zone: it is midnight everywhere. */
export function shownTime(
  utc: string,
  { isAllDay }: Pick<EventRecord['item'], 'isAllDay'>,
  { timeZone }: EventView,
): Entity {
  const local = isAllDay || timeZone === 'UTC' ? utc : fromUtc(utc, timeZone);
  return { dateTime: `${local.slice(0, 19)}.0000000`, timeZone };
}
