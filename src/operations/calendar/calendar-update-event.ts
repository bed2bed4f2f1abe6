import * as z from 'zod';
import { toShownTimes, type EventTimes } from '../../domain/calendar/event-times.js';
import {
  fromGraphRecurrence,
  type GraphRecurrence,
} from '../../domain/recurrence/graph-recurrence.js';
import { toWindowsZone } from '../../domain/time/time-zone.js';
import type { FullEvent } from '../../graph/calendar/calendar-schemas.js';
import { updateEvent } from '../../graph/calendar/events.js';
import { choosePerson, personInput } from '../accounts/person-choice.js';
import { defineAction, type ActionDeps } from '../define-action.js';
import { actionInputs } from '../inputs/action-inputs.js';
import { chooseZone, timeInput, timeZoneInput } from '../inputs/time-zone.js';
import { eventRowSchema, toEventRow } from './calendar-schemas.js';
import { changeAttendees, type ChangedAttendees } from './changed-attendees.js';
import { changeTimes, zoneOfSeries } from './changed-times.js';
import {
  chooseEvent,
  eventIdInput,
  seriesInput,
  titleOf,
  type ChosenEvent,
} from './choose-event.js';
import { keepMeetingPart, writeBody } from './event-body.js';
import { eventInputs, peopleInput, toEventBody } from './event-inputs.js';
import { resolveRecipients } from '../mail/recipients.js';
import { recurrenceSchema } from '../inputs/recurrence.js';
import { readEventRecurrence } from './event-recurrence.js';
import { wrongInput } from '../wrong-input.js';

const input = z.strictObject({
  id: eventIdInput,
  series: seriesInput,
  subject: z.string().trim().max(255).optional().describe('Its new name.'),
  start: timeInput.optional().describe('As in calendar_create_event.'),
  end: timeInput.optional().describe('Left out: as long as it was.'),
  timeZone: timeZoneInput,
  addAttendees: peopleInput().describe('Names, mail addresses or ids.'),
  addOptionalAttendees: peopleInput().describe('Who may come.'),
  removeAttendees: peopleInput().describe('Who is invited no longer.'),
  ...eventInputs,
  reminderMinutes: eventInputs.reminderMinutes.nullable().describe('Before its start; null: none.'),
  bodyFormat: z.enum(['markdown', 'html']).optional().describe('Of body.'),
  recurrence: recurrenceSchema.nullable().optional().describe('Null: it repeats no longer.'),
  person: personInput,
  ...actionInputs,
});

type UpdateInput = z.output<typeof input>;

export const calendarUpdateEvent = defineAction({
  name: 'calendar_update_event',
  title: 'Change an event',
  description:
    'Changes an event, or one time of a series, and tells those who are invited. Use it to move, rename or invite; what is left out stays.',
  input,
  output: z.object({ event: eventRowSchema }),
  restBody: null,
  area: 'calendar',
  features: ['writeCalendars', 'people'],
  graphCalls: ['GET /users/{id}/events/{id}', 'PATCH /users/{id}/events/{id}'],
  scope: 'calendar:write',
  annotations: { destructive: true, idempotent: true },
  http: { method: 'PATCH', path: '/api/calendar/events/{id}', successStatus: 200 },
  prepare: async (deps, asked, call) => {
    const zone = chooseZone(deps, asked.timeZone);
    const { graph, path, personId, isSelf } = await choosePerson(deps, call, asked);
    const chosen = await chooseEvent({ graph, path }, asked);
    const { target } = chosen;
    const attendees = await changedAttendees(deps, asked, target);
    const { times, recurrence } = changedTimes(chosen, asked, zone);
    const change = {
      ...toEventBody(asked),
      ...(asked.body !== undefined && { body: newBody(asked, target) }),
      ...(times !== null && { start: times.start, end: times.end, isAllDay: times.isAllDay }),
      ...(recurrence !== undefined && { recurrence }),
      ...(attendees !== null && { attendees: attendees.attendees }),
    };
    if (Object.keys(change).length === 0) {
      throw wrongInput('id', 'is all that was sent: say what is to be changed');
    }
    const shown = times === null ? null : toShownTimes(times, zone);
    const when = shown === null ? '' : `, to ${shown.start}`;
    const earlier = earlierValues(asked, target, { times, recurrence, attendees });
    return {
      effect: `Change ${titleOf(target, { isSelf })} (${Object.keys(change).join(', ')})${when}`,
      details: {
        event: titleOf(target, { isSelf }),
        ...(shown !== null && { start: shown.start, end: shown.end }),
        ...(asked.body !== undefined && { body: asked.body }),
      },
      prepared: {
        graph,
        path,
        isSelf,
        zone,
        id: target.id,
        change,
        undo: {
          id: target.id,
          person: personId,
          ...(asked.account !== undefined && { account: asked.account }),
          ...earlier,
        },
      },
    };
  },
  perform: async (_deps, { graph, path, id, change, zone, isSelf, undo }) => {
    const event = await updateEvent(graph, path, { id, change });
    return {
      result: { event: toEventRow(event, { zone, isSelf }) },
      id: event.id,
      // A single time that was changed for the first time has an id of its own from then on.
      undo: { operation: 'calendar_update_event', input: { ...undo, id: event.id } },
    };
  },
});

async function changedAttendees(
  deps: Pick<ActionDeps, 'names' | 'metadata'>,
  { addAttendees, addOptionalAttendees, removeAttendees }: UpdateInput,
  target: FullEvent,
): Promise<ChangedAttendees | null> {
  const people = await resolveRecipients(deps, {
    addAttendees,
    addOptionalAttendees,
    removeAttendees,
  });
  return changeAttendees(target, {
    required: people.addAttendees ?? [],
    optional: people.addOptionalAttendees ?? [],
    removed: people.removeAttendees ?? [],
  });
}

interface NewTimes {
  readonly times: EventTimes | null;
  /** Undefined: as it is. */
  readonly recurrence: GraphRecurrence | null | undefined;
}

function changedTimes(chosen: ChosenEvent, asked: UpdateInput, zone: string): NewTimes {
  const { target } = chosen;
  const { recurrence } = asked;
  if (recurrence !== undefined && target.seriesMasterId != null) {
    throw wrongInput('recurrence', 'is of the whole series: send series: true');
  }
  const times = changeTimes(chosen, { ...asked, newRecurrence: recurrence != null }, zone);
  if (recurrence == null) return { times, recurrence };
  const clock = zoneOfSeries(target, zone);
  const first =
    times === null
      ? {
          day: toShownTimes(target, clock).start.slice(0, 10),
          timeZone: toWindowsZone(clock) ?? clock,
        }
      : { day: times.day, timeZone: times.start.timeZone };
  return { times, recurrence: readEventRecurrence(recurrence, first) };
}

function newBody({ body = '', bodyFormat }: UpdateInput, target: FullEvent) {
  const written = writeBody(body, bodyFormat);
  if (target.isOnlineMeeting !== true) return written;
  return { ...written, content: keepMeetingPart(target.body?.content ?? '', written.content) };
}

/** What the call would have to say so that everything is as it was. */
function earlierValues(
  asked: UpdateInput,
  target: FullEvent,
  { times, recurrence, attendees }: NewTimes & { readonly attendees: ChangedAttendees | null },
): Readonly<Record<string, unknown>> {
  const clock = zoneOfSeries(target, 'UTC');
  const before = target.recurrence == null ? null : fromGraphRecurrence(target.recurrence);
  const isOnlineAgain = asked.onlineMeeting === true && target.isOnlineMeeting !== true;
  return {
    ...(asked.subject !== undefined && { subject: target.subject ?? '' }),
    ...(asked.location !== undefined && { location: target.location?.displayName ?? '' }),
    ...(asked.showAs !== undefined && target.showAs != null && { showAs: target.showAs }),
    ...(asked.reminderMinutes !== undefined && {
      reminderMinutes: target.isReminderOn === true ? target.reminderMinutesBeforeStart : null,
    }),
    ...(asked.body !== undefined && { body: target.body?.content ?? '', bodyFormat: 'html' }),
    ...(isOnlineAgain && { onlineMeeting: false }),
    ...((times !== null || recurrence !== undefined) && {
      ...toShownTimes(target, clock),
      timeZone: clock,
    }),
    ...(recurrence !== undefined && { recurrence: before }),
    ...attendees?.undo,
  };
}
