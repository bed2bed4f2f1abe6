import type { Person } from '../../entra/directory.js';
import type { MeetingMessage, Recipient } from '../mail/message-record.js';
import { findPerson } from '../mailbox.js';
import type { OutlookService } from '../outlook-service.js';
import { respondTo, type Response } from './answer-invitation.js';
import type { Attendee, EventItem, EventRecord, TimeSlot } from './event-record.js';
import {
  addCopy,
  addEvent,
  addException,
  changeEvent,
  removeEvent,
  removeOccurrence,
  type NewEvent,
} from './event-copies.js';
import { organizerCopyOf, replaceEvent } from './event-store.js';
import type { FoundEvent } from './find-event.js';
import { addressedTo, sendMeetingMail } from './meeting-mail.js';
import { inUtc } from '../utc-times.js';

/** Makes an event and invites its attendees. */
export function scheduleMeeting(
  service: OutlookService,
  organizer: Person,
  given: NewEvent,
  place: { unique?: string; calendarId?: string } = {},
): EventRecord {
  const record = addEvent(service, organizer, given, place);
  sendMeetingMail(service, organizer, record, {
    type: 'meetingRequest',
    ...addressedTo(record.item.attendees, organizer),
  });
  return record;
}

/** Changes what belongs to the reader alone, which nobody is told of. */
const SILENT = [
  'categories',
  'isReminderOn',
  'reminderMinutesBeforeStart',
  'sensitivity',
  'showAs',
];

/** Changes an event; as its organizer, with a mail to those whom the change is about. */
export function changeMeeting(
  service: OutlookService,
  writer: Person,
  { record, day }: FoundEvent,
  change: Partial<EventItem>,
): EventRecord {
  const changed =
    day === undefined
      ? changeEvent(service, record, change)
      : addException(service, record, day, change);
  if (!record.item.isOrganizer) return changed;
  const names = Object.keys(change).filter((name) => !SILENT.includes(name));
  const isAboutAll = names.some((name) => name !== 'attendees');
  const [before, after] = [record.item.attendees, changed.item.attendees];
  const told = isAboutAll ? after : without(after, before);
  const tell = { isUpdate: isAboutAll, ...addressedTo(told, writer) };
  if (names.length > 0) {
    sendMeetingMail(service, writer, changed, { type: 'meetingRequest', ...tell });
  }
  sendMeetingMail(service, writer, changed, {
    type: 'meetingCancelled',
    subject: `Canceled: ${changed.item.subject}`,
    ...addressedTo(without(before, after), writer),
  });
  return changed;
}

/** Takes an event out of a calendar; an organizer calls the meeting off. */
export function cancelMeeting(
  service: OutlookService,
  writer: Person,
  { record, day }: FoundEvent,
  comment = '',
): void {
  if (record.item.isOrganizer) {
    sendMeetingMail(service, writer, record, {
      type: 'meetingCancelled',
      subject: `Canceled: ${record.item.subject}`,
      comment: comment === '' ? '' : `<p>${comment}</p>`,
      ...addressedTo(record.item.attendees, writer),
    });
  }
  const series = service.outlook.events.get(record.seriesMasterId ?? '');
  if (day !== undefined && series !== undefined) removeOccurrence(service, series, day);
  else removeEvent(service, record);
}

/** What an attendee says to an invitation. */
export interface InvitationAnswer {
  readonly response: Response;
  readonly comment: string;
  /** Whether the organizer gets a mail. */
  readonly sendsMail: boolean;
  /** UTC. */
  readonly proposedNewTime: MeetingMessage['proposedNewTime'];
}

const ANSWERS = {
  accepted: ['meetingAccepted', 'Accepted'],
  tentativelyAccepted: ['meetingTenativelyAccepted', 'Tentative'],
  declined: ['meetingDeclined', 'Declined'],
} as const satisfies Record<Response, readonly [MeetingMessage['type'], string]>;

export function answerMeeting(
  service: OutlookService,
  writer: Person,
  found: FoundEvent,
  { response, comment, sendsMail, proposedNewTime }: InvitationAnswer,
): void {
  respondTo(
    service,
    found,
    response,
    proposedNewTime === null ? undefined : slotOf(proposedNewTime),
  );
  if (!sendsMail) return;
  const [type, word] = ANSWERS[response];
  const isOther = proposedNewTime !== null;
  const { item } = found.record;
  sendMeetingMail(
    service,
    writer,
    { ...found.record, item: { ...item, body: { contentType: 'html', content: '' } } },
    {
      type,
      subject: `${isOther ? 'New Time Proposed' : word}: ${item.subject}`,
      comment: comment === '' ? '' : `<p>${comment}</p>`,
      to: [item.organizer],
      proposedNewTime,
    },
  );
}

/** Invites others to a meeting: they get its invitation, and the organizer finds them among the attendees. */
export function forwardMeeting(
  service: OutlookService,
  writer: Person,
  record: EventRecord,
  { to, comment }: { readonly to: readonly Recipient[]; readonly comment: string },
): void {
  const organizers = organizerCopyOf(service, record) ?? record;
  const known = new Set(organizers.item.attendees.map(({ emailAddress }) => emailAddress.address));
  const fresh = to.filter(
    ({ emailAddress }) =>
      !known.has(emailAddress.address) &&
      emailAddress.address !== organizers.item.organizer.emailAddress.address,
  );
  const attendees = [...organizers.item.attendees, ...fresh.map(asAttendee)];
  const changed = replaceEvent(service, organizers, { item: { ...organizers.item, attendees } });
  for (const { emailAddress } of fresh) {
    const person = findPerson(service, emailAddress.address);
    if (person !== undefined) addCopy(service, changed, person);
  }
  sendMeetingMail(service, writer, changed, {
    type: 'meetingRequest',
    subject: `FW: ${changed.item.subject}`,
    comment: comment === '' ? '' : `<p>${comment}</p>`,
    to,
  });
}

function asAttendee(recipient: Recipient): Attendee {
  const status = { response: 'none', time: '0001-01-01T00:00:00Z' };
  return { type: 'required', status, ...recipient };
}

function without(some: readonly Attendee[], others: readonly Attendee[]): Attendee[] {
  const known = new Set(others.map(({ emailAddress }) => emailAddress.address));
  return some.filter(({ emailAddress }) => !known.has(emailAddress.address));
}

function slotOf({ start, end }: { readonly start: string; readonly end: string }): TimeSlot {
  return { start: inUtc(start), end: inUtc(end) };
}
