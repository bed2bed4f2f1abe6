import type { MessageRecord } from '../mail/message-record.js';
import type { OutlookService } from '../outlook-service.js';
import type { EventRecord } from './event-record.js';

/** The event in the reader's calendar that an invitation or an answer is about, while it is there. */
export function eventOfMeeting(
  service: OutlookService,
  { mailboxId, item }: MessageRecord,
): EventRecord | undefined {
  const { meeting } = item;
  if (meeting === undefined) return undefined;
  return service.outlook.eventsOf
    .recordsOf(mailboxId)
    .find((event) => event.iCalUId === meeting.iCalUId && event.seriesMasterId === null);
}
