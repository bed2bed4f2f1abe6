import type { Person } from '../../entra/directory.js';
import { partsOf } from '../mail/attachments/attachment-store.js';
import { sendAndKeep } from '../mail/deliver.js';
import type { MeetingMessage, MessageItem, Recipient } from '../mail/message-record.js';
import type { OutlookService } from '../outlook-service.js';
import { eventType } from './event-entity.js';
import type { Attendee, EventRecord } from './event-record.js';

/** A mail about a meeting: what it is, and what differs from the meeting itself. */
export interface MeetingNote {
  readonly type: MeetingMessage['type'];
  readonly to: readonly Recipient[];
  readonly cc?: readonly Recipient[];
  readonly subject?: string;
  /** HTML above the meeting's own text. */
  readonly comment?: string;
  readonly isUpdate?: boolean;
  readonly proposedNewTime?: MeetingMessage['proposedNewTime'];
}

/** Exchange tells everybody about meetings by mail; a copy is in the sender's Sent Items. */
export function sendMeetingMail(
  service: OutlookService,
  sender: Person,
  record: EventRecord,
  note: MeetingNote,
): void {
  if (note.to.length + (note.cc ?? []).length === 0) return;
  sendAndKeep(service, sender, {
    item: meetingItem(record, note),
    thread: { id: `meeting ${record.iCalUId}`, depth: note.type === 'meetingRequest' ? 0 : 1 },
    attachments: note.type === 'meetingRequest' ? partsOf(service, record.id) : [],
  });
}

export function meetingItem(record: EventRecord, note: MeetingNote): Partial<MessageItem> {
  const { item } = record;
  const { comment = '', subject = item.subject, cc = [] } = note;
  return {
    subject,
    body: { contentType: 'html', content: `${comment}${item.body.content}` },
    toRecipients: note.to.map(plain),
    ccRecipients: cc.map(plain),
    importance: item.importance,
    meeting: {
      type: note.type,
      iCalUId: record.iCalUId,
      start: item.start,
      end: item.end,
      isAllDay: item.isAllDay,
      eventType: eventType(record),
      location: item.location,
      recurrence: item.recurrence,
      isUpdate: note.isUpdate ?? false,
      responseRequested: item.responseRequested,
      allowNewTimeProposals: item.allowNewTimeProposals,
      proposedNewTime: note.proposedNewTime ?? null,
    },
  };
}

/** Who must come is written to, who may come gets a copy. */
export function addressedTo(
  attendees: readonly Attendee[],
  writer: Person,
): Required<Pick<MeetingNote, 'to' | 'cc'>> {
  const others = attendees.filter(({ emailAddress }) => emailAddress.address !== writer.mail);
  return {
    to: others.filter(({ type }) => type !== 'optional'),
    cc: others.filter(({ type }) => type === 'optional'),
  };
}

function plain({ emailAddress }: Recipient): Recipient {
  return { emailAddress };
}
