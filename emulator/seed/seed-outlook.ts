import type { Person } from '../entra/directory.js';
import { addEvent } from '../outlook/calendar/event-store.js';
import type { Attendee } from '../outlook/calendar/event-record.js';
import { ensureFolders, standardFolder } from '../outlook/mail/mail-folder.js';
import { addMessage } from '../outlook/mail/mail-store.js';
import { recipientOf } from '../outlook/mail/message-body.js';
import type { MessageItem } from '../outlook/mail/message-record.js';
import { conversationOf, newMessage } from '../outlook/mail/new-message.js';
import { secondTime, type OutlookService } from '../outlook/outlook-service.js';
import { SAMPLE_EVENTS, type SampleEvent } from './sample-events.js';
import { SAMPLE_MAILS, type SampleMail } from './sample-mails.js';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** Gives every person a mailbox with its folders; the first start fills them with mail and appointments. */
export function seedOutlook(service: OutlookService): void {
  const isFirst = service.outlook.folders.size === 0;
  for (const { id } of service.people.values()) ensureFolders(service, id);
  service.people.observe((id, _before, after) => {
    if (after !== undefined) ensureFolders(service, id);
  });
  if (!isFirst) return;
  for (const [index, mail] of SAMPLE_MAILS.entries()) putMail(service, mail, index);
  for (const event of SAMPLE_EVENTS) putEvent(service, event);
}

function putMail(service: OutlookService, mail: SampleMail, index: number): void {
  const sender = personOf(service, mail.from);
  const recipients = mail.to.flatMap((name) => personOf(service, name) ?? []);
  if (sender === undefined || recipients.length === 0) return;
  const at = secondTime(new Date(service.now().getTime() - mail.hoursAgo * HOUR_MS));
  const thread = { id: `sample ${mail.subject.replace(/^RE: /, '')}`, depth: mail.depth ?? 0 };
  const sent: MessageItem = newMessage(service, sender, thread, {
    createdDateTime: at,
    lastModifiedDateTime: at,
    receivedDateTime: at,
    sentDateTime: at,
    internetMessageId: `<sample-${index}@${sender.mail.split('@')[1]}>`,
    subject: mail.subject,
    body: { contentType: 'html', content: `<html><body>${mail.body}</body></html>` },
    toRecipients: recipients.map(recipientOf),
    importance: mail.importance ?? 'normal',
    isDraft: false,
  });
  const unique = `sample ${index}`;
  const sentItems = standardFolder(service, sender.id, 'sentitems');
  addMessage(service, sentItems, { item: sent, thread }, unique);
  for (const person of recipients) {
    const received: MessageItem = {
      ...sent,
      ...conversationOf(person.id, thread),
      isRead: mail.isRead ?? true,
      flag: { flagStatus: mail.isFlagged === true ? 'flagged' : 'notFlagged' },
      categories: mail.categories ?? [],
    };
    addMessage(
      service,
      standardFolder(service, person.id, 'inbox'),
      { item: received, thread },
      unique,
    );
  }
}

function putEvent(service: OutlookService, event: SampleEvent): void {
  const organizer = personOf(service, event.organizer);
  if (organizer === undefined) return;
  const monday = mondayOf(service.now());
  const start = monday + event.day * DAY_MS + event.hour * HOUR_MS;
  const attendees = event.attendees.flatMap((name): Attendee[] => {
    const person = personOf(service, name);
    if (person === undefined) return [];
    const status = { response: 'accepted', time: '0001-01-01T00:00:00Z' };
    return [{ type: 'required', status, ...recipientOf(person) }];
  });
  const given = {
    subject: event.subject,
    start: new Date(start).toISOString().slice(0, -1),
    end: new Date(start + event.minutes * 60_000).toISOString().slice(0, -1),
    attendees,
    location: { displayName: event.place, locationType: 'default' },
    isOnlineMeeting: event.place === 'Microsoft Teams Meeting',
    recurrence:
      event.weekly === undefined
        ? null
        : {
            pattern: {
              type: 'weekly',
              interval: 1,
              daysOfWeek: event.weekly,
              firstDayOfWeek: 'monday',
            },
            range: {
              type: 'noEnd',
              startDate: new Date(start).toISOString().slice(0, 10),
              endDate: '0001-01-01',
              recurrenceTimeZone: 'UTC',
              numberOfOccurrences: 0,
            },
          },
  };
  addEvent(service, organizer, given, { unique: `sample ${event.subject}` });
}

function personOf(service: OutlookService, name: string): Person | undefined {
  return [...service.people.values()].find((person) => person.displayName === name);
}

/** Midnight, UTC, of the Monday of a time's week. */
function mondayOf(at: Date): number {
  const today = Math.floor(at.getTime() / DAY_MS) * DAY_MS;
  return today - ((at.getUTCDay() + 6) % 7) * DAY_MS;
}
