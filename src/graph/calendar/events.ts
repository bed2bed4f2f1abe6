import * as z from 'zod';
import { GraphError } from '../../domain/graph-error.js';
import type { GraphGateway } from '../gateway/graph-gateway.js';
import { graphSegment } from '../graph-segment.js';
import { readPage, type Page } from '../pages/read-page.js';
import { parseAnswer } from '../parse-answer.js';
import { withQuery } from '../query.js';
import {
  eventProperties,
  eventSchema,
  fullEventProperties,
  fullEventSchema,
  type Event,
  type FullEvent,
} from './calendar-schemas.js';

type Graph = Pick<GraphGateway, 'send'>;

/** Properties of an event as Graph takes them; none of them is read here. */
export type EventBody = Readonly<Record<string, unknown>>;

/**
 * What takes place in a stretch of time (UTC), series as their occurrences, by their start. `calendar`: `/users/{id}`, or
 * one of its calendars. https://learn.microsoft.com/graph/api/user-list-calendarview
 */
export function readCalendarView(
  graph: Graph,
  calendar: string,
  {
    from,
    to,
    ...page
  }: {
    readonly from: string;
    readonly to: string;
    readonly limit: number;
    readonly cursor?: string | undefined;
  },
): Promise<Page<Event>> {
  return readPage(graph, eventSchema, {
    path: `${calendar}/calendarView`,
    query: {
      startDateTime: from,
      endDateTime: to,
      $select: eventProperties,
      $orderby: 'start/dateTime',
    },
    ...page,
  });
}

/** https://learn.microsoft.com/graph/api/event-get */
export async function readEvent(graph: Graph, person: string, id: string): Promise<FullEvent> {
  const path = withQuery(eventPath(person, id), { $select: fullEventProperties });
  const { body } = await graph.send({ method: 'GET', path });
  return parseAnswer(fullEventSchema, body, 'no');
}

/**
 * Makes an event once for one `transactionId`, also when it is sent again because the answer was lost: Graph then refuses
 * it (409), and the one that is there is answered. https://learn.microsoft.com/graph/api/user-post-events
 */
export async function createEvent(
  graph: Graph,
  calendar: string,
  event: EventBody & { readonly transactionId: string },
): Promise<FullEvent> {
  try {
    const { body } = await graph.send({ method: 'POST', path: `${calendar}/events`, body: event });
    return parseAnswer(fullEventSchema, body, 'unknown');
  } catch (error) {
    if (!(error instanceof GraphError && error.status === 409)) throw error;
    const made = await findByTransaction(graph, calendar, event.transactionId);
    if (made === null) throw error;
    return made;
  }
}

/** https://learn.microsoft.com/graph/api/event-update */
export async function updateEvent(
  graph: Graph,
  person: string,
  { id, change }: { readonly id: string; readonly change: EventBody },
): Promise<FullEvent> {
  const { body } = await graph.send({
    method: 'PATCH',
    path: eventPath(person, id),
    body: change,
  });
  return parseAnswer(fullEventSchema, body, 'unknown');
}

/** Tells nobody: for events without attendees. https://learn.microsoft.com/graph/api/event-delete */
export async function deleteEvent(graph: Graph, person: string, id: string): Promise<void> {
  await graph.send({ method: 'DELETE', path: eventPath(person, id) });
}

/** Only its organizer can. https://learn.microsoft.com/graph/api/event-cancel */
export async function cancelEvent(
  graph: Graph,
  person: string,
  { id, comment }: { readonly id: string; readonly comment: string | undefined },
): Promise<void> {
  await graph.send({
    method: 'POST',
    path: `${eventPath(person, id)}/cancel`,
    body: comment === undefined ? {} : { comment },
  });
}

/** https://learn.microsoft.com/graph/api/event-accept, event-tentativelyaccept, event-decline */
export async function respondToEvent(
  graph: Graph,
  person: string,
  response: {
    readonly id: string;
    readonly action: 'accept' | 'tentativelyAccept' | 'decline';
    readonly body: EventBody;
  },
): Promise<void> {
  const { id, action, body } = response;
  await graph.send({ method: 'POST', path: `${eventPath(person, id)}/${action}`, body });
}

function eventPath(person: string, id: string): string {
  return `${person}/events/${graphSegment(id)}`;
}

const transactionSchema = fullEventSchema.extend({ transactionId: z.string().nullish() });

/** Newest first: what was made a moment ago is among the first. `transactionId` itself cannot be filtered by. */
async function findByTransaction(
  graph: Graph,
  calendar: string,
  transactionId: string,
): Promise<FullEvent | null> {
  const { rows } = await readPage(graph, transactionSchema, {
    path: `${calendar}/events`,
    query: {
      $select: `${fullEventProperties},transactionId`,
      $orderby: 'createdDateTime desc',
    },
    limit: 100,
  });
  return rows.find((event) => event.transactionId === transactionId) ?? null;
}
