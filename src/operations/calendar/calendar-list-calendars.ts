import * as z from 'zod';
import { readCalendars } from '../../graph/calendar/calendars.js';
import { accountInput } from '../accounts/account-choice.js';
import { choosePerson, personInput } from '../accounts/person-choice.js';
import { defineOperation } from '../define-operation.js';
import { pageInputs, pageOutputs } from '../inputs/page-inputs.js';
import { calendarSchema, toCalendar } from './calendar-schemas.js';

export const calendarListCalendars = defineOperation({
  name: 'calendar_list_calendars',
  title: 'List calendars',
  description:
    "Lists a person's calendars. Use it where an event belongs in another than the main one.",
  input: z.strictObject({
    person: personInput,
    ...pageInputs(100, 50),
    account: accountInput,
  }),
  output: z.object({ calendars: z.array(calendarSchema), ...pageOutputs }),
  outsideText: ['calendars[].name'],
  selectable: 'calendars',
  restBody: null,
  area: 'calendar',
  features: ['readCalendars'],
  graphCalls: ['GET /users/{id}/calendars'],
  scope: 'calendar:read',
  annotations: { readOnly: true, destructive: false, idempotent: true, openWorld: true },
  http: { method: 'GET', path: '/api/calendar/calendars', successStatus: 200 },
  handler: async (deps, { limit, cursor, ...whose }, call) => {
    const { graph, path } = await choosePerson(deps, call, whose);
    const { rows, nextCursor } = await readCalendars(graph, path, { limit, cursor });
    return { status: 200, json: JSON.stringify({ calendars: rows.map(toCalendar), nextCursor }) };
  },
});
