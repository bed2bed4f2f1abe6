import type { GraphAnswer, GraphCall } from '../../graph/exchange.js';
import { GraphFailure } from '../../graph/graph-failure.js';
import type { Operation } from '../../graph/routes-of.js';
import { accepted, entityAnswer } from '../../odata/answers.js';
import { isObject } from '../../schema/check-value.js';
import { parametersOf } from '../action-parameters.js';
import { findMessageOf } from '../mail/find-message.js';
import { readMail } from '../mail/mail-permissions.js';
import { toRecipients } from '../mail/message-body.js';
import { openMailbox } from '../mailbox.js';
import { badOutlookBody, itemNotFound } from '../outlook-failures.js';
import type { OutlookService } from '../outlook-service.js';
import { toUtc } from '../time-zones.js';
import type { Response } from './answer-invitation.js';
import { readCalendar, writeCalendar } from './calendar-permissions.js';
import { eventEntity, eventViewOf, preferenceApplied } from './event-entity.js';
import { eventOfMeeting } from './event-of-meeting.js';
import { eventContext } from './events.js';
import { findEventOf } from './find-event.js';
import { answerMeeting, cancelMeeting, forwardMeeting, type InvitationAnswer } from './meetings.js';

/** The organizer calls a meeting off: it leaves her calendar and is shown as cancelled to the others. */
export function cancelEvent(service: OutlookService, call: GraphCall): GraphAnswer {
  const mailbox = openMailbox(service, call, writeCalendar);
  const found = findEventOf(service, call, mailbox);
  if (!found.record.item.isOrganizer) {
    throw invalidRequest('You need to be an organizer to cancel a meeting.');
  }
  const parameters = parametersOf(call.body);
  requireOnly(parameters, ['comment']);
  cancelMeeting(service, mailbox, found, commentIn(parameters));
  return accepted;
}

/** `accept`, `tentativelyAccept` and `decline`; another time can be proposed with the last two. */
export function respondWith(response: Response): Operation<OutlookService> {
  return (service, call) => {
    const mailbox = openMailbox(service, call, writeCalendar);
    const found = findEventOf(service, call, mailbox);
    const parameters = parametersOf(call.body);
    requireOnly(parameters, [
      'comment',
      'sendresponse',
      ...(response === 'accepted' ? [] : ['proposednewtime']),
    ]);
    const { item } = found.record;
    if (item.isOrganizer) {
      throw invalidRequest(
        "You can't respond to this meeting because you're the meeting organizer.",
      );
    }
    const sendResponse = parameters.get('sendresponse') ?? true;
    if (typeof sendResponse !== 'boolean') {
      throw badOutlookBody("The parameter 'SendResponse' must be true or false.");
    }
    const proposedNewTime = proposalIn(parameters);
    if (proposedNewTime !== null && !item.allowNewTimeProposals) {
      throw invalidRequest('The organizer of this meeting does not allow new time proposals.');
    }
    if (proposedNewTime !== null && !sendResponse) {
      throw invalidRequest('A new time is proposed with a response only.');
    }
    if (sendResponse && !item.responseRequested) {
      throw invalidRequest('The organizer of this meeting has not requested a response.');
    }
    answerMeeting(service, mailbox, found, {
      response,
      comment: commentIn(parameters),
      sendsMail: sendResponse,
      proposedNewTime,
    });
    return accepted;
  };
}

/** Passes an invitation on. https://learn.microsoft.com/graph/api/event-forward */
export function forwardEvent(service: OutlookService, call: GraphCall): GraphAnswer {
  const mailbox = openMailbox(service, call, readCalendar);
  const { record } = findEventOf(service, call, mailbox);
  const parameters = parametersOf(call.body);
  requireOnly(parameters, ['comment', 'torecipients']);
  const to = toRecipients(service, parameters.get('torecipients') ?? []);
  if (to.length === 0) {
    throw new GraphFailure(
      400,
      'ErrorInvalidRecipients',
      'At least one recipient is not valid., A recipient must be specified.',
    );
  }
  forwardMeeting(service, mailbox, record, { to, comment: commentIn(parameters) });
  return accepted;
}

/** The event that an invitation is about: `messages/{id}/microsoft.graph.eventMessage/event`. */
export function eventOfMessage(service: OutlookService, call: GraphCall): GraphAnswer {
  const mailbox = openMailbox(service, call, readMail);
  const event = eventOfMeeting(service, findMessageOf(service, call, mailbox));
  if (event === undefined) throw itemNotFound();
  const view = eventViewOf(call);
  const shown = { ...view, hidesBodies: false };
  const answer = entityAnswer(call, eventContext(mailbox), eventEntity(event, shown));
  return { ...answer, headers: preferenceApplied(call, view) };
}

function requireOnly(parameters: ReadonlyMap<string, unknown>, known: readonly string[]): void {
  const unknown = [...parameters.keys()].find((name) => !known.includes(name));
  if (unknown !== undefined) throw badOutlookBody(`The parameter '${unknown}' is not known here.`);
}

function commentIn(parameters: ReadonlyMap<string, unknown>): string {
  const comment = parameters.get('comment') ?? '';
  if (typeof comment !== 'string')
    throw badOutlookBody("The parameter 'Comment' must be a string.");
  return comment;
}

function proposalIn(parameters: ReadonlyMap<string, unknown>): InvitationAnswer['proposedNewTime'] {
  const slot = parameters.get('proposednewtime') ?? null;
  if (slot === null) return null;
  if (!isObject(slot)) throw badOutlookBody("The parameter 'ProposedNewTime' must be an object.");
  const [start, end] = [utcOf(slot['start']), utcOf(slot['end'])];
  if (start === undefined || end === undefined || end <= start) {
    throw badOutlookBody("The parameter 'ProposedNewTime' needs a 'start' and an 'end' after it.");
  }
  return { start, end };
}

/** A `dateTimeTimeZone` as UTC without zone. */
export function utcOf(time: unknown): string | undefined {
  if (!isObject(time)) return undefined;
  const { dateTime, timeZone } = time;
  if (typeof dateTime !== 'string') return undefined;
  return toUtc(dateTime, typeof timeZone === 'string' && timeZone !== '' ? timeZone : 'UTC');
}

function invalidRequest(message: string): GraphFailure {
  return new GraphFailure(
    400,
    'ErrorInvalidRequest',
    `Your request can't be completed. ${message}`,
  );
}
