import * as z from 'zod';
import { readEventTimes, toShownTimes } from '../../domain/calendar/event-times.js';
import { createEvent } from '../../graph/calendar/events.js';
import { choosePerson, personInput } from '../accounts/person-choice.js';
import { defineAction } from '../define-action.js';
import { actionInputs } from '../inputs/action-inputs.js';
import { recurrenceSchema } from '../inputs/recurrence.js';
import { chooseZone, timeInput, timeZoneInput } from '../inputs/time-zone.js';
import { eventRowSchema, toEventRow } from './calendar-schemas.js';
import { calendarInput, chooseCalendar } from './choose-calendar.js';
import { writeBody } from './event-body.js';
import { eventInputs, peopleInput, toEventBody } from './event-inputs.js';
import { readEventRecurrence } from './event-recurrence.js';
import { namesOf, resolveRecipients } from '../mail/recipients.js';
import { nameOf, toAttendee } from './invitees.js';
import { transactionIdOf } from './transaction-id.js';
import { wrongInput } from '../wrong-input.js';

export const calendarCreateEvent = defineAction({
  name: 'calendar_create_event',
  title: 'Create an event',
  description:
    'Creates an event and invites people. Use it for meetings and appointments; calendar_find_times finds a time.',
  isCore: true,
  input: z.strictObject({
    subject: z.string().trim().min(1).max(255).describe('What it is about.'),
    start: timeInput.describe('2026-11-26T09:00; whole days: 2026-11-26.'),
    end: timeInput.optional().describe('Left out: 30 minutes, or one day. Whole days: the last.'),
    timeZone: timeZoneInput,
    attendees: peopleInput().describe('Who must come: names, mail addresses or ids.'),
    optionalAttendees: peopleInput().describe('Who may.'),
    ...eventInputs,
    recurrence: recurrenceSchema.optional().describe('How it repeats.'),
    calendar: calendarInput,
    person: personInput,
    ...actionInputs,
  }),
  output: z.object({ event: eventRowSchema }),
  restBody: null,
  area: 'calendar',
  features: ['writeCalendars', 'people'],
  graphCalls: ['POST /users/{id}/events', 'POST /users/{id}/calendars/{id}/events'],
  scope: 'calendar:write',
  annotations: { destructive: false, idempotent: false },
  http: { method: 'POST', path: '/api/calendar/events', successStatus: 201 },
  isDeduplicated: true,
  prepare: async (deps, input, call) => {
    const zone = chooseZone(deps, input.timeZone);
    const times = readEventTimes(input, null, zone);
    if (times.kind === 'problem') throw wrongInput(times.field, times.message);
    const first = { day: times.day, timeZone: times.start.timeZone };
    const { recurrence: asked } = input;
    const recurrence = asked === undefined ? undefined : readEventRecurrence(asked, first);
    const { graph, path, personId, isSelf } = await choosePerson(deps, call, input);
    const calendar = await chooseCalendar({ graph, path }, input.calendar);
    const { attendees: required = [], optionalAttendees: optional = [] } = await resolveRecipients(
      deps,
      { attendees: input.attendees, optionalAttendees: input.optionalAttendees },
    );
    const invited = [...required, ...optional];
    const { start, end } = toShownTimes(times, zone);
    const invites = invited.length === 0 ? '' : `, and invite ${namesOf(invited)}`;
    return {
      effect: `Create "${input.subject}" (${start} to ${end})${invites}`,
      details: {
        start,
        end,
        ...(invited.length > 0 && { invites: invited.map(nameOf) }),
        ...(asked !== undefined && { recurrence: asked }),
        ...(input.location !== undefined && { location: input.location }),
        ...(input.onlineMeeting === true && { onlineMeeting: true }),
        ...(input.body !== undefined && { body: input.body }),
      },
      prepared: {
        graph,
        path,
        personId,
        isSelf,
        calendar,
        zone,
        account: input.account,
        event: {
          ...toEventBody(input),
          ...(input.body !== undefined && { body: writeBody(input.body) }),
          start: times.start,
          end: times.end,
          isAllDay: times.isAllDay,
          ...(invited.length > 0 && {
            attendees: [
              ...required.map((one) => toAttendee(one, 'required')),
              ...optional.map((one) => toAttendee(one, 'optional')),
            ],
          }),
          ...(recurrence !== undefined && { recurrence }),
          transactionId: transactionIdOf(call.idempotencyKey ?? input.idempotencyKey, {
            actor: call.actor,
            personId,
          }),
        },
      },
    };
  },
  perform: async (_deps, { graph, calendar, event, zone, isSelf, personId, account }) => {
    const made = await createEvent(graph, calendar, event);
    return {
      result: { event: toEventRow(made, { zone, isSelf }) },
      id: made.id,
      undo: {
        operation: 'calendar_cancel_event',
        input: { id: made.id, person: personId, ...(account !== undefined && { account }) },
      },
    };
  },
});
