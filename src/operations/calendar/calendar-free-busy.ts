import * as z from 'zod';
import { busyStatuses } from '../../domain/calendar/busy-times.js';
import { toZonedInstant } from '../../domain/time/graph-date-time.js';
import { accountInput } from '../accounts/account-choice.js';
import { defineOperation } from '../define-operation.js';
import { chooseZone, timeInput, timeZoneInput } from '../inputs/time-zone.js';
import { chooseScheduleRange } from './event-range.js';
import { chooseAsker, findPeople, readPeopleSchedules } from './people-schedules.js';
import { nameOf } from './invitees.js';

export const calendarFreeBusy = defineOperation({
  name: 'calendar_free_busy',
  title: 'See when people are busy',
  description:
    'Answers when people are busy, without what they do, and their working hours. Use it to see who is free; calendar_find_times looks for a common time.',
  input: z.strictObject({
    people: z
      .array(z.string().min(1).max(320))
      .min(1)
      .max(20)
      .describe('Names, mail addresses or ids.'),
    start: timeInput.optional().describe('Left out: the beginning of today.'),
    end: timeInput.optional().describe('Left out: 7 days later. At most 62.'),
    timeZone: timeZoneInput,
    account: accountInput,
  }),
  output: z.object({
    people: z.array(
      z.object({
        name: z.string(),
        address: z.string(),
        busy: z.array(
          z.object({ start: z.string(), end: z.string(), status: z.enum(busyStatuses) }),
        ),
        workingHours: z
          .object({
            days: z.array(z.string()),
            start: z.string(),
            end: z.string(),
            timeZone: z.string(),
          })
          .optional()
          .describe('By the clock of their own zone.'),
        problem: z.string().optional().describe('Why nothing is known of them.'),
      }),
    ),
    timeZone: z.string(),
  }),
  restBody: null,
  area: 'calendar',
  features: ['readCalendars', 'people'],
  graphCalls: ['POST /users/{id}/calendar/getSchedule'],
  scope: 'calendar:read',
  annotations: { readOnly: true, destructive: false, idempotent: true, openWorld: true },
  http: { method: 'GET', path: '/api/calendar/free-busy', successStatus: 200 },
  handler: async (deps, input, call) => {
    const zone = chooseZone(deps, input.timeZone);
    const range = chooseScheduleRange(input, zone, Date.now());
    const asker = await chooseAsker(deps, call, input);
    const people = await findPeople(deps, input.people, { field: 'people', self: null });
    const schedules = await readPeopleSchedules(asker, people, range);
    const answer = schedules.map(({ person, busy, workingHours, problem }) => ({
      name: nameOf(person),
      address: person.address,
      busy: busy.map(({ start, end, status }) => ({
        start: inZone(start, zone),
        end: inZone(end, zone),
        status,
      })),
      ...(workingHours !== null && { workingHours }),
      ...(problem !== null && { problem }),
    }));
    return { status: 200, json: JSON.stringify({ people: answer, timeZone: zone }) };
  },
});

function inZone(ms: number, zone: string): string {
  const instant = new Date(ms).toISOString();
  return toZonedInstant(instant, zone) ?? instant;
}
