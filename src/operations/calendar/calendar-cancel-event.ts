import * as z from 'zod';
import { toShownTimes } from '../../domain/calendar/event-times.js';
import { cancelEvent, deleteEvent } from '../../graph/calendar/events.js';
import { choosePerson, personInput } from '../accounts/person-choice.js';
import { defineAction } from '../define-action.js';
import { actionInputs } from '../inputs/action-inputs.js';
import { attendeesOf, chooseEvent, eventIdInput, seriesInput, titleOf } from './choose-event.js';
import { wrongInput } from '../wrong-input.js';

export const calendarCancelEvent = defineAction({
  name: 'calendar_cancel_event',
  title: 'Cancel an event',
  description:
    'Calls an event off, and tells those who were invited. Use it for your own events; calendar_respond declines those of others.',
  input: z.strictObject({
    id: eventIdInput,
    series: seriesInput,
    message: z.string().max(4_000).optional().describe('For those who were invited.'),
    person: personInput,
    ...actionInputs,
  }),
  output: z.object({ id: z.string(), isCancelled: z.literal(true) }),
  restBody: null,
  area: 'calendar',
  features: ['writeCalendars'],
  graphCalls: [
    'GET /users/{id}/events/{id}',
    'POST /users/{id}/events/{id}/cancel',
    'DELETE /users/{id}/events/{id}',
  ],
  scope: 'calendar:write',
  annotations: { destructive: true, idempotent: true },
  http: { method: 'POST', path: '/api/calendar/events/{id}/cancel', successStatus: 200 },
  risk: 'cancel',
  prepare: async (deps, input, call) => {
    const { graph, path, isSelf } = await choosePerson(deps, call, input);
    const { target } = await chooseEvent({ graph, path }, input);
    if (target.isOrganizer !== true) {
      throw wrongInput('id', 'is an event of somebody else: call calendar_respond with decline');
    }
    const invited = attendeesOf(target);
    const { message } = input;
    const times = toShownTimes(target, deps.timeZone);
    const series = target.type === 'seriesMaster' ? 'the series ' : '';
    return {
      effect: `Cancel ${series}${titleOf(target, { isSelf })} (${times.start})`,
      details: {
        ...(invited.length > 0 && { tells: invited }),
        ...(message !== undefined && { message }),
      },
      prepared: { graph, path, id: target.id, message, tellsPeople: invited.length > 0 },
    };
  },
  perform: async (_deps, { graph, path, id, message, tellsPeople }) => {
    // Graph cancels meetings only: an appointment has nobody who is told.
    if (tellsPeople) await cancelEvent(graph, path, { id, comment: message });
    else await deleteEvent(graph, path, id);
    return { result: { id, isCancelled: true as const }, id };
  },
});
