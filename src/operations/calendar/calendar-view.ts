import * as z from 'zod';
import type { ViewRange } from '../../domain/calendar/view-range.js';
import { readCalendarView } from '../../graph/calendar/events.js';
import { accountInput } from '../accounts/account-choice.js';
import { choosePerson, personInput } from '../accounts/person-choice.js';
import { defineOperation } from '../define-operation.js';
import { pageInputs, pageOutputs } from '../inputs/page-inputs.js';
import { chooseZone, timeInput, timeZoneInput } from '../inputs/time-zone.js';
import { eventRowSchema, toEventRow, type EventRow } from './calendar-schemas.js';
import { calendarInput, chooseCalendar } from './choose-calendar.js';
import { chooseRange } from './event-range.js';

export const calendarView = defineOperation({
  name: 'calendar_view',
  title: 'View a calendar',
  description:
    'Lists what takes place in a stretch of time, series as single events, the earliest first. Use it to see a day or a week. Without times: from today for 7 days.',
  isCore: true,
  input: z.strictObject({
    day: z.string().max(40).optional().describe('today, tomorrow or a day (2026-11-26).'),
    week: z.string().max(40).optional().describe('this, next or a day in it; begins on Monday.'),
    start: timeInput.optional().describe('Instead: from when.'),
    end: timeInput.optional().describe('Until when.'),
    timeZone: timeZoneInput,
    calendar: calendarInput,
    person: personInput,
    ...pageInputs(200, 50),
    account: accountInput,
  }),
  output: z.object({
    events: z.array(eventRowSchema),
    timeZone: z.string(),
    ...pageOutputs,
  }),
  outsideText: ['events[].subject', 'events[].location', 'events[].organizer.name'],
  selectable: 'events',
  restBody: null,
  area: 'calendar',
  features: ['readCalendars'],
  graphCalls: ['GET /users/{id}/calendarView', 'GET /users/{id}/calendars/{id}/calendarView'],
  scope: 'calendar:read',
  annotations: { readOnly: true, destructive: false, idempotent: true, openWorld: true },
  http: { method: 'GET', path: '/api/calendar/view', successStatus: 200 },
  alsoKnownAs: [{ tool: 'list_my_calendar' }],
  handler: async (deps, input, call) => {
    const zone = chooseZone(deps, input.timeZone);
    const range = chooseRange(input, zone, Date.now());
    const whose = await choosePerson(deps, call, input);
    const calendar = await chooseCalendar(whose, input.calendar);
    const { limit, cursor } = input;
    const { from, to } = range;
    const { rows, nextCursor } = await readCalendarView(whose.graph, calendar, {
      from,
      to,
      limit,
      cursor,
    });
    const events = rows
      .map((event) => toEventRow(event, { zone, isSelf: whose.isSelf }))
      .filter((event) => isIn(event, range));
    return { status: 200, json: JSON.stringify({ events, timeZone: zone, nextCursor }) };
  },
});

/** Graph takes a whole day for one of UTC, so that those of the days beside it come along. */
function isIn({ isAllDay, start, end }: EventRow, { firstDay, lastDay }: ViewRange): boolean {
  return !isAllDay || (start <= lastDay && end >= firstDay);
}
