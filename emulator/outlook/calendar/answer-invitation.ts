import { standardFolder } from '../mail/mail-folder.js';
import { moveMessage } from '../mail/mail-store.js';
import type { OutlookService } from '../outlook-service.js';
import { addException } from './event-copies.js';
import {
  dropEvent,
  leaveOutDay,
  organizerCopyOf,
  preciseNow,
  replaceEvent,
} from './event-store.js';
import type { Attendee, EventItem, EventRecord, ResponseStatus, TimeSlot } from './event-record.js';
import type { FoundEvent } from './find-event.js';

export type Response = 'accepted' | 'tentativelyAccepted' | 'declined';

/** An attendee's answer, in her calendar and in the organizer's list. Her invitation is dealt with, and goes. */
export function respondTo(
  service: OutlookService,
  { record, day }: FoundEvent,
  response: Response,
  proposedNewTime?: TimeSlot,
): void {
  const status: ResponseStatus = { response, time: preciseNow(service) };
  if (day === undefined) respondToEvent(service, record, status);
  else respondToOccurrence(service, record, day, status);
  removeInvitation(service, record);
  // The organizer's list holds the answers to the series, not those to one of its days.
  if (day !== undefined) return;
  const mail = service.people.get(record.mailboxId)?.mail;
  const organizers = organizerCopyOf(service, record);
  if (organizers === undefined) return;
  const attendees = organizers.item.attendees.map((attendee): Attendee => {
    if (attendee.emailAddress.address !== mail) return attendee;
    const { proposedNewTime: _before, ...rest } = attendee;
    return { ...rest, status, ...(proposedNewTime === undefined ? {} : { proposedNewTime }) };
  });
  replaceEvent(service, organizers, { item: { ...organizers.item, attendees } });
}

function respondToEvent(
  service: OutlookService,
  record: EventRecord,
  status: ResponseStatus,
): void {
  if (status.response === 'declined') {
    dropEvent(service, record);
    return;
  }
  replaceEvent(service, record, { item: { ...record.item, ...answered(status) } });
}

function respondToOccurrence(
  service: OutlookService,
  occurrence: EventRecord,
  day: string,
  status: ResponseStatus,
): void {
  const series = service.outlook.events.get(occurrence.seriesMasterId ?? '');
  if (status.response !== 'declined') addException(service, occurrence, day, answered(status));
  else if (series !== undefined) leaveOutDay(service, series, day);
}

function answered(status: ResponseStatus): Pick<EventItem, 'responseStatus' | 'showAs'> {
  return {
    responseStatus: status,
    showAs: status.response === 'accepted' ? 'busy' : 'tentative',
  };
}

function removeInvitation(service: OutlookService, { mailboxId, iCalUId }: EventRecord): void {
  const inbox = standardFolder(service, mailboxId, 'inbox');
  const bin = standardFolder(service, mailboxId, 'deleteditems');
  for (const message of service.outlook.messagesIn.recordsOf(inbox.id)) {
    const { meeting } = message.item;
    if (meeting?.iCalUId !== iCalUId || meeting.type !== 'meetingRequest') continue;
    moveMessage(service, message, bin, { isRead: true });
  }
}
