import * as z from 'zod';
import { toShownTimes } from '../../domain/calendar/event-times.js';
import { fromGraphRecurrence } from '../../domain/recurrence/graph-recurrence.js';
import type { Calendar, Event, FullEvent } from '../../graph/calendar/calendar-schemas.js';
import { recurrenceSchema } from '../inputs/recurrence.js';

const whoSchema = z.object({ name: z.string().optional(), address: z.string().optional() });

export const calendarSchema = z.object({
  id: z.string(),
  name: z.string(),
  isDefault: z.boolean(),
  canEdit: z.boolean(),
  owner: whoSchema.optional(),
});

export function toCalendar(calendar: Calendar): z.infer<typeof calendarSchema> {
  return {
    id: calendar.id,
    name: calendar.name ?? '',
    isDefault: calendar.isDefaultCalendar === true,
    canEdit: calendar.canEdit === true,
    ...optionally('owner', toWho(calendar.owner)),
  };
}

/** An event as lists show it. */
export const eventRowSchema = z.object({
  id: z.string(),
  subject: z.string().optional(),
  start: z.string().describe('With offset; a day where isAllDay.'),
  end: z.string().describe('With offset; the last day where isAllDay.'),
  isAllDay: z.boolean(),
  showAs: z.string().optional(),
  location: z.string().optional(),
  organizer: whoSchema.optional(),
  myResponse: z.string().optional().describe('organizer, accepted, declined, notResponded, …'),
  joinUrl: z.string().optional().describe('Of the online meeting.'),
  isCancelled: z.boolean().optional(),
  isPrivate: z.boolean().optional().describe('Of somebody else, so only its time is shown.'),
  seriesId: z.string().optional().describe('It repeats: the id of the whole series.'),
});

export type EventRow = z.infer<typeof eventRowSchema>;

/** Whose eyes see it, and by which clock. */
export interface EventView {
  /** IANA name. */
  readonly zone: string;
  /** The calendar is the caller's own. */
  readonly isSelf: boolean;
}

/** A private event of somebody else is not more than a time, however much the app could read of it. */
export function isHidden({ sensitivity }: Event, { isSelf }: EventView): boolean {
  return !isSelf && (sensitivity === 'private' || sensitivity === 'confidential');
}

export function toEventRow(event: Event, view: EventView): EventRow {
  const { id, showAs } = event;
  const times = { id, ...toShownTimes(event, view.zone), ...optionally('showAs', showAs) };
  if (isHidden(event, view)) return { ...times, isPrivate: true };
  const joinUrl = event.onlineMeeting?.joinUrl ?? event.onlineMeetingUrl;
  return {
    ...times,
    subject: event.subject ?? '',
    ...optionally('location', event.location?.displayName),
    ...optionally('organizer', toWho(event.organizer?.emailAddress)),
    ...optionally('myResponse', event.responseStatus?.response),
    ...optionally('joinUrl', joinUrl),
    ...(event.isCancelled === true && { isCancelled: true }),
    ...optionally('seriesId', event.type === 'seriesMaster' ? id : event.seriesMasterId),
  };
}

/** An event with everything. */
export const eventSchema = eventRowSchema.extend({
  body: z.string().optional().describe('Markdown.'),
  isBodyCut: z.boolean().optional().describe('The body is longer.'),
  attendees: z
    .array(
      whoSchema.extend({
        type: z.string().optional(),
        response: z.string().optional(),
      }),
    )
    .optional(),
  recurrence: recurrenceSchema.optional().describe('Of a series.'),
  reminderMinutes: z.number().optional().describe('Before its start.'),
  webUrl: z.string().optional(),
});

export interface BodyText {
  readonly text: string;
  readonly isCut: boolean;
}

export function toEvent(
  event: FullEvent,
  view: EventView,
  body: BodyText | null,
): z.input<typeof eventSchema> {
  const row = toEventRow(event, view);
  if (isHidden(event, view)) return row;
  const { recurrence, isReminderOn, reminderMinutesBeforeStart } = event;
  return {
    ...row,
    ...(body !== null && body.text !== '' && { body: body.text }),
    ...(body?.isCut === true && { isBodyCut: true }),
    ...(event.attendees != null &&
      event.attendees.length > 0 && {
        attendees: event.attendees.map(({ emailAddress, type, status }) => ({
          ...toWho(emailAddress),
          ...optionally('type', type),
          ...optionally('response', status?.response),
        })),
      }),
    ...optionally('recurrence', recurrence == null ? null : fromGraphRecurrence(recurrence)),
    ...optionally('reminderMinutes', isReminderOn === true ? reminderMinutesBeforeStart : null),
    ...optionally('webUrl', event.webLink),
  };
}

function toWho(
  who:
    | { readonly name?: string | null | undefined; readonly address?: string | null | undefined }
    | null
    | undefined,
): z.infer<typeof whoSchema> | null {
  if (who == null) return null;
  return { ...optionally('name', who.name), ...optionally('address', who.address) };
}

/** Left out where there is nothing. */
function optionally<Name extends string, Value>(
  name: Name,
  value: Value | null | undefined,
): Partial<Record<Name, NonNullable<Value>>> {
  const isThere = value != null && value !== '';
  const member: Partial<Record<Name, NonNullable<Value>>> = {};
  if (isThere) Object.assign(member, { [name]: value });
  return member;
}
