import { z } from 'zod';
import type { Person } from '../../entra/directory.js';
import type { Attendee, EventRecord } from '../../outlook/calendar/event-record.js';
import {
  answerMeeting,
  cancelMeeting,
  changeMeeting,
  scheduleMeeting,
} from '../../outlook/calendar/meetings.js';
import { findEvent, type FoundEvent } from '../../outlook/calendar/find-event.js';
import { toRecipient } from '../../outlook/mail/message-body.js';
import type { OutlookService } from '../../outlook/outlook-service.js';
import { action, needed, numbered, type PersonActions } from './person-action.js';
import { personCalled } from './person-called.js';

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;
/** Without an id, the newest event of the calendar that the action can be done to. */
const someEvent = { eventId: z.string().optional() };

/** What people do in their calendars. */
export function createCalendarActions(service: OutlookService): PersonActions {
  const pick = (
    person: Person,
    eventId: string | undefined,
    isWanted: (event: EventRecord) => boolean,
  ): FoundEvent => {
    if (eventId !== undefined) return findEvent(service, person, eventId);
    const newest = service.outlook.eventsOf.recordsOf(person.id).findLast(isWanted);
    return { record: needed(newest, 'event'), day: undefined };
  };
  const attendeeOf = (name: string): Attendee => ({
    type: 'required',
    status: { response: 'none', time: '0001-01-01T00:00:00Z' },
    ...toRecipient(service, {
      emailAddress: { address: personCalled(service, name)?.mail ?? name },
    }),
  });

  return {
    createEvent: action(
      z.strictObject({
        subject: z.string().default('A meeting'),
        /** UTC; tomorrow at this time without it. */
        start: z.iso.datetime().optional(),
        minutes: z.int().min(1).default(30),
        attendees: z.array(z.string()).default([]),
        location: z.string().default(''),
        isOnline: z.boolean().default(false),
      }),
      (person, { subject, start, minutes, attendees, location, isOnline }, turn) => {
        const from = start === undefined ? service.now().getTime() + DAY_MS : Date.parse(start);
        const event = scheduleMeeting(service, person, {
          subject: numbered(subject, turn),
          start: timeOf(from),
          end: timeOf(from + minutes * MINUTE_MS),
          attendees: attendees.map(attendeeOf),
          location: { displayName: location, locationType: 'default' },
          isOnlineMeeting: isOnline,
        });
        return { id: event.id };
      },
    ),
    /** Later by `minutes`, or earlier by negative ones. */
    moveEvent: action(
      z.strictObject({ ...someEvent, minutes: z.int().default(60) }),
      (person, { eventId, minutes }) => {
        const found = pick(person, eventId, isOwn);
        const { start, end } = found.record.item;
        const change = { start: shifted(start, minutes), end: shifted(end, minutes) };
        return { id: changeMeeting(service, person, found, change).id };
      },
    ),
    cancelEvent: action(
      z.strictObject({ ...someEvent, comment: z.string().default('') }),
      (person, { eventId, comment }) => {
        const found = pick(person, eventId, isOwn);
        cancelMeeting(service, person, found, comment);
        return { id: found.record.id };
      },
    ),
    respondToEvent: action(
      z.strictObject({
        ...someEvent,
        response: z.enum(['accepted', 'tentativelyAccepted', 'declined']).default('accepted'),
        comment: z.string().default(''),
      }),
      (person, { eventId, response, comment }) => {
        const found = pick(
          person,
          eventId,
          ({ item }) => !item.isOrganizer && item.responseStatus.response !== response,
        );
        answerMeeting(service, person, found, {
          response,
          comment,
          sendsMail: true,
          proposedNewTime: null,
        });
        return { id: found.record.id };
      },
    ),
  };
}

function isOwn({ item }: EventRecord): boolean {
  return item.isOrganizer;
}

function timeOf(ms: number): string {
  return new Date(ms).toISOString().slice(0, -1);
}

function shifted(utc: string, minutes: number): string {
  return timeOf(Date.parse(`${utc}Z`) + minutes * MINUTE_MS);
}
