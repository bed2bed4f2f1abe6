import * as z from 'zod';
import { readEvent } from '../../graph/calendar/events.js';
import { accountInput } from '../accounts/account-choice.js';
import { choosePerson, personInput } from '../accounts/person-choice.js';
import { defineOperation } from '../define-operation.js';
import { chooseZone, timeZoneInput } from '../inputs/time-zone.js';
import { eventSchema, toEvent } from './calendar-schemas.js';
import { eventIdInput } from './choose-event.js';
import { readBody } from './event-body.js';

export const calendarGetEvent = defineOperation({
  name: 'calendar_get_event',
  title: 'Get an event',
  description:
    'Answers one event with its text, attendees and how it repeats. Use it after calendar_view.',
  input: z.strictObject({
    id: eventIdInput,
    timeZone: timeZoneInput,
    person: personInput,
    account: accountInput,
  }),
  output: z.object({ event: eventSchema, timeZone: z.string() }),
  outsideText: [
    'event.subject',
    'event.location',
    'event.body',
    'event.organizer.name',
    'event.attendees[].name',
  ],
  restBody: null,
  area: 'calendar',
  features: ['readCalendars'],
  graphCalls: ['GET /users/{id}/events/{id}'],
  scope: 'calendar:read',
  annotations: { readOnly: true, destructive: false, idempotent: true, openWorld: true },
  http: { method: 'GET', path: '/api/calendar/events/{id}', successStatus: 200 },
  handler: async (deps, input, call) => {
    const zone = chooseZone(deps, input.timeZone);
    const { graph, path, isSelf } = await choosePerson(deps, call, input);
    const found = await readEvent(graph, path, input.id);
    const event = toEvent(found, { zone, isSelf }, readBody(found));
    return { status: 200, json: JSON.stringify({ event, timeZone: zone }) };
  },
});
