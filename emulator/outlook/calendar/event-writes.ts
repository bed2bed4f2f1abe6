import type { GraphAnswer, GraphCall } from '../../graph/exchange.js';
import { GraphFailure } from '../../graph/graph-failure.js';
import { createdAnswer, entityAnswer, noContent } from '../../odata/answers.js';
import { openMailbox } from '../mailbox.js';
import { badOutlookBody } from '../outlook-failures.js';
import type { OutlookService } from '../outlook-service.js';
import { requireVersion } from '../mail/find-message.js';
import { calendarOfPath, isDefaultCalendar } from './calendar-of-path.js';
import { writeCalendar } from './calendar-permissions.js';
import { readEventPatch, readNewEvent } from './event-body.js';
import { eventEntity, eventViewOf, preferenceApplied } from './event-entity.js';
import type { EventRecord } from './event-record.js';
import { eventContext } from './events.js';
import { findEventOf } from './find-event.js';
import { cancelMeeting, changeMeeting, scheduleMeeting } from './meetings.js';

export function createEvent(service: OutlookService, call: GraphCall): GraphAnswer {
  const mailbox = openMailbox(service, call, writeCalendar);
  const calendar = calendarOfPath(service, call, mailbox);
  const view = eventViewOf(call);
  const given = readNewEvent(service, call.body);
  const { start, end } = given;
  if (start === undefined || end === undefined) throw badOutlookBody('An event needs its times.');
  const repeated = findTransaction(service, mailbox.id, given.transactionId);
  if (repeated !== undefined && service.settings().repeatedTransactionId === 'refused') {
    throw new GraphFailure(
      409,
      'ErrorDuplicateTransactionId',
      "Your request can't be completed. The TransactionId specified in the request has already been used to create a different event.",
    );
  }
  const place = isDefaultCalendar(calendar) ? {} : { calendarId: calendar.id };
  const record = repeated ?? scheduleMeeting(service, mailbox, { ...given, start, end }, place);
  const answer = createdAnswer(call, eventContext(mailbox), {
    path: `users/${mailbox.id}/events/${record.id}`,
    entity: eventEntity(record, view),
  });
  return { ...answer, headers: { ...answer.headers, ...preferenceApplied(call, view) } };
}

export function updateEvent(service: OutlookService, call: GraphCall): GraphAnswer {
  const mailbox = openMailbox(service, call, writeCalendar);
  const view = eventViewOf(call);
  const found = findEventOf(service, call, mailbox);
  requireVersion(call, mailbox.id, found.record.changed);
  const change = readEventPatch(service, call.body, found.record.item);
  const changed = changeMeeting(service, mailbox, found, change);
  const answer = entityAnswer(call, eventContext(mailbox), eventEntity(changed, view));
  return { ...answer, headers: preferenceApplied(call, view) };
}

export function deleteEvent(service: OutlookService, call: GraphCall): GraphAnswer {
  const mailbox = openMailbox(service, call, writeCalendar);
  const found = findEventOf(service, call, mailbox);
  requireVersion(call, mailbox.id, found.record.changed);
  cancelMeeting(service, mailbox, found);
  return noContent;
}

function findTransaction(
  service: OutlookService,
  mailboxId: string,
  transactionId: string | null | undefined,
): EventRecord | undefined {
  if (transactionId === null || transactionId === undefined) return undefined;
  return service.outlook.eventsOf
    .recordsOf(mailboxId)
    .find(({ item }) => item.transactionId === transactionId);
}
