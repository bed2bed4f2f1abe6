import * as z from 'zod';
import { GraphError } from '../../domain/graph-error.js';
import { findSlots } from '../../domain/calendar/meeting-slots.js';
import type { ViewRange } from '../../domain/calendar/view-range.js';
import { toZoned, toZonedInstant } from '../../domain/time/graph-date-time.js';
import { suggestMeetingTimes } from '../../graph/calendar/schedules.js';
import { accountInput } from '../accounts/account-choice.js';
import { defineOperation } from '../define-operation.js';
import { chooseZone, timeInput, timeZoneInput } from '../inputs/time-zone.js';
import { chooseScheduleRange, inUtc } from './event-range.js';
import type { MailAddress } from '../../graph/mail/write-message.js';
import { nameOf } from './invitees.js';
import { chooseAsker, findPeople, readPeopleSchedules, type Asker } from './people-schedules.js';
import { wrongInput } from '../wrong-input.js';

const names = (most: number) => z.array(z.string().min(1).max(320)).max(most);

interface FoundTime {
  readonly start: string;
  readonly end: string;
  readonly without?: readonly string[];
}

interface Wanted {
  readonly range: ViewRange;
  readonly minutes: number;
  readonly most: number;
  readonly needed: readonly MailAddress[];
  readonly optional: readonly MailAddress[];
  readonly zone: string;
}

export const calendarFindTimes = defineOperation({
  name: 'calendar_find_times',
  title: 'Find times to meet',
  description:
    'Finds times at which people can meet in their working hours, you among them. Use it before calendar_create_event.',
  isCore: true,
  input: z.strictObject({
    people: names(19).min(1).describe('Who must come: names, mail addresses or ids.'),
    optionalPeople: names(19).optional().describe('Who may.'),
    durationMinutes: z.int().min(5).max(1440).default(30).describe('How long it takes.'),
    start: timeInput.optional().describe('Left out: now.'),
    end: timeInput.optional().describe('Left out: 7 days later.'),
    limit: z.int().min(1).max(50).default(10).describe('How many at most (1 to 50).'),
    timeZone: timeZoneInput,
    account: accountInput,
  }),
  output: z.object({
    times: z.array(
      z.object({
        start: z.string(),
        end: z.string(),
        without: z.array(z.string()).optional().describe('Who may come, but cannot then.'),
      }),
    ),
    method: z
      .enum(['suggested by Microsoft', 'computed'])
      .describe('computed: by us, from free/busy and working hours.'),
    reason: z.string().optional().describe('Why there are none.'),
    unknown: z.array(z.string()).optional().describe('Whose calendars could not be seen.'),
    timeZone: z.string(),
  }),
  restBody: null,
  area: 'calendar',
  features: ['findMeetingTimes', 'readCalendars', 'people'],
  graphCalls: ['POST /users/{id}/findMeetingTimes', 'POST /users/{id}/calendar/getSchedule'],
  scope: 'calendar:read',
  annotations: { readOnly: true, destructive: false, idempotent: true, openWorld: true },
  http: { method: 'GET', path: '/api/calendar/find-times', successStatus: 200 },
  handler: async (deps, input, call) => {
    const zone = chooseZone(deps, input.timeZone);
    const range = notPast(chooseScheduleRange(input, zone, Date.now()), Date.now());
    const asker = await chooseAsker(deps, call, input);
    const needed = await findPeople(deps, input.people, { field: 'people', self: asker.self });
    const others = await findPeople(deps, input.optionalPeople ?? [], {
      field: 'optionalPeople',
      self: null,
    });
    const known = new Set(needed.map(addressIn));
    const optional = others.filter((one) => !known.has(addressIn(one)));
    if (needed.length + optional.length > 20)
      throw wrongInput('optionalPeople', 'are too many: 20 people at most');
    const wanted = {
      range,
      minutes: input.durationMinutes,
      most: input.limit,
      needed,
      optional,
      zone,
    };
    const answer = (await suggested(asker, wanted)) ?? (await computed(asker, wanted));
    return { status: 200, json: JSON.stringify({ ...answer, timeZone: zone }) };
  },
});

/** Null: not for this account. Apps may not ask it, and people only where they consented to it. */
async function suggested({ graph, path, self }: Asker, wanted: Wanted) {
  if (self === null) return null;
  const { range, minutes, most, needed, optional, zone } = wanted;
  // The first of those who are needed is the one who asks, and comes anyway.
  const invited = [...needed.slice(1), ...optional];
  const optionalOnes = new Set(optional.map(({ address }) => address));
  try {
    const { meetingTimeSuggestions, emptySuggestionsReason } = await suggestMeetingTimes(
      graph,
      path,
      {
        addresses: invited.map(({ address }) => address),
        optional: optionalOnes,
        start: inUtc(range.from),
        end: inUtc(range.to),
        minutes,
        most,
      },
    );
    const times = meetingTimeSuggestions.flatMap(
      ({ meetingTimeSlot, attendeeAvailability }): FoundTime | readonly FoundTime[] => {
        if (meetingTimeSlot == null) return [];
        const absent = (attendeeAvailability ?? [])
          .filter(({ availability }) => availability === 'busy' || availability === 'oof')
          .map(({ attendee }) => attendee?.emailAddress?.address?.toLowerCase() ?? '');
        const without = optional.filter((one) => absent.includes(addressIn(one))).map(nameOf);
        return {
          start: toZoned(meetingTimeSlot.start, zone) ?? meetingTimeSlot.start.dateTime,
          end: toZoned(meetingTimeSlot.end, zone) ?? meetingTimeSlot.end.dateTime,
          ...(without.length > 0 && { without }),
        };
      },
    );
    const reason = emptySuggestionsReason ?? '';
    return {
      times,
      method: 'suggested by Microsoft',
      ...(times.length === 0 && reason !== '' && { reason }),
    };
  } catch (error) {
    if (!(error instanceof GraphError)) throw error;
    if (error.code === 'forbidden' || error.code === 'not_supported') return null;
    throw error;
  }
}

async function computed(asker: Asker, wanted: Wanted) {
  const { range, minutes, most, needed, optional, zone } = wanted;
  const schedules = await readPeopleSchedules(asker, [...needed, ...optional], range);
  const slots = findSlots({
    range: { start: Date.parse(range.from), end: Date.parse(range.to) },
    durationMs: minutes * 60_000,
    stepMs: 30 * 60_000,
    most,
    people: schedules.map(({ busy, workingHours }, index) => ({
      isOptional: index >= needed.length,
      busy: busy.filter(({ status }) => status !== 'workingElsewhere'),
      workingHours,
    })),
  });
  const times = slots.map(({ start, end, without }): FoundTime => {
    const absent = without.flatMap((index) => schedules[index]?.person ?? []).map(nameOf);
    return {
      start: inZone(start, zone),
      end: inZone(end, zone),
      ...(absent.length > 0 && { without: absent }),
    };
  });
  const unknown = schedules.filter(({ problem }) => problem !== null);
  return {
    times,
    method: 'computed',
    ...(times.length === 0 && {
      reason: 'There is no time at which everybody who must come works and is free',
    }),
    ...(unknown.length > 0 && { unknown: unknown.map(({ person }) => nameOf(person)) }),
  };
}

/** ProblemError invalid_input where all of it is over. */
function notPast(range: ViewRange, now: number): ViewRange {
  if (Date.parse(range.to) <= now) throw wrongInput('end', 'is over');
  if (Date.parse(range.from) >= now) return range;
  return {
    ...range,
    from: new Date(Math.ceil(now / 1_000) * 1_000).toISOString().replace('.000', ''),
  };
}

function addressIn({ address }: MailAddress): string {
  return address.toLowerCase();
}

function inZone(ms: number, zone: string): string {
  const instant = new Date(ms).toISOString();
  return toZonedInstant(instant, zone) ?? instant;
}
