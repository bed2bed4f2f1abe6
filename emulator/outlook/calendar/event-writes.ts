import type { GraphAnswer, GraphCall } from '../../graph/exchange.js';
import { GraphFailure } from '../../graph/graph-failure.js';
import { accepted, createdAnswer, entityAnswer, noContent } from '../../odata/answers.js';
import { openMailbox } from '../mailbox.js';
import { badOutlookBody } from '../outlook-failures.js';
import type { OutlookService } from '../outlook-service.js';
import { requireVersion } from '../mail/find-message.js';
import type { Operation } from '../../graph/routes-of.js';
import { writeCalendar } from './calendar-permissions.js';
import { readEventPatch, readNewEvent } from './event-body.js';
import { eventEntity, eventViewOf, preferenceApplied } from './event-entity.js';
import type { EventRecord } from './event-record.js';
import {
  addEvent,
  addException,
  changeEvent,
  leaveOutDay,
  removeEvent,
  respondTo,
} from './event-store.js';
import { eventContext } from './events.js';
import { findEventOf, requireCalendar } from './find-event.js';

export function createEvent(service: OutlookService, call: GraphCall): GraphAnswer {
  const mailbox = openMailbox(service, call, writeCalendar);
  requireCalendar(call, mailbox);
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
  const record = repeated ?? addEvent(service, mailbox, { ...given, start, end });
  const answer = createdAnswer(call, eventContext(mailbox), {
    path: `users/${mailbox.id}/events/${record.id}`,
    entity: eventEntity(record, view),
  });
  return { ...answer, headers: { ...answer.headers, ...preferenceApplied(call, view) } };
}

export function updateEvent(service: OutlookService, call: GraphCall): GraphAnswer {
  const mailbox = openMailbox(service, call, writeCalendar);
  requireCalendar(call, mailbox);
  const view = eventViewOf(call);
  const { record, day } = findEventOf(service, call, mailbox);
  requireVersion(call, mailbox.id, record.changed);
  const change = readEventPatch(service, call.body);
  const changed =
    day === undefined
      ? changeEvent(service, record, change)
      : addException(service, record, day, change);
  const answer = entityAnswer(call, eventContext(mailbox), eventEntity(changed, view));
  return { ...answer, headers: preferenceApplied(call, view) };
}

export function deleteEvent(service: OutlookService, call: GraphCall): GraphAnswer {
  const mailbox = openMailbox(service, call, writeCalendar);
  requireCalendar(call, mailbox);
  const { record, day } = findEventOf(service, call, mailbox);
  requireVersion(call, mailbox.id, record.changed);
  const series = service.outlook.events.get(record.seriesMasterId ?? '');
  if (day !== undefined && series !== undefined) leaveOutDay(service, series, day);
  else removeEvent(service, record);
  return noContent;
}

/** The organizer calls a meeting off: it leaves her calendar and is shown as cancelled to the others. */
export function cancelEvent(service: OutlookService, call: GraphCall): GraphAnswer {
  const mailbox = openMailbox(service, call, writeCalendar);
  const { record } = findEventOf(service, call, mailbox);
  if (!record.item.isOrganizer) {
    throw new GraphFailure(
      400,
      'ErrorInvalidRequest',
      "Your request can't be completed. You need to be an organizer to cancel a meeting.",
    );
  }
  removeEvent(service, record);
  return accepted;
}

/** `accept`, `tentativelyAccept` and `decline`. */
export function respondWith(response: string): Operation<OutlookService> {
  return (service, call) => {
    const mailbox = openMailbox(service, call, writeCalendar);
    const { record } = findEventOf(service, call, mailbox);
    if (record.item.isOrganizer) {
      throw new GraphFailure(
        400,
        'ErrorInvalidRequest',
        "Your request can't be completed. You can't respond to this meeting because you're the meeting organizer.",
      );
    }
    respondTo(service, record, response);
    return accepted;
  };
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
