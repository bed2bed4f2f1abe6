import * as z from 'zod';
import type { DateTimeTimeZone } from '../../domain/time/graph-date-time.js';
import type { GraphGateway } from '../gateway/graph-gateway.js';
import { parseAnswer } from '../parse-answer.js';
import {
  scheduleSchema,
  suggestionsSchema,
  type Schedule,
  type Suggestions,
} from './calendar-schemas.js';

type Graph = Pick<GraphGateway, 'send'>;

export interface ScheduleRequest {
  /** Mail addresses. */
  readonly addresses: readonly string[];
  readonly start: DateTimeTimeZone;
  readonly end: DateTimeTimeZone;
}

/** Of each digit of an `availabilityView`. */
export const viewMinutes = 30;

/** When people are free or busy, as the person of the path may see it. https://learn.microsoft.com/graph/api/calendar-getschedule */
export async function readSchedules(
  graph: Graph,
  person: string,
  { addresses, start, end }: ScheduleRequest,
): Promise<readonly Schedule[]> {
  const { body } = await graph.send({
    method: 'POST',
    path: `${person}/calendar/getSchedule`,
    body: {
      schedules: addresses,
      startTime: start,
      endTime: end,
      availabilityViewInterval: viewMinutes,
    },
  });
  return parseAnswer(z.object({ value: z.array(scheduleSchema) }), body, 'no').value;
}

export interface MeetingRequest extends ScheduleRequest {
  /** Of the addresses, those whose owners need not come. */
  readonly optional: ReadonlySet<string>;
  readonly minutes: number;
  readonly most: number;
}

/** For people only, in their own name. https://learn.microsoft.com/graph/api/user-findmeetingtimes */
export async function suggestMeetingTimes(
  graph: Graph,
  person: string,
  { addresses, optional, start, end, minutes, most }: MeetingRequest,
): Promise<Suggestions> {
  const { body } = await graph.send({
    method: 'POST',
    path: `${person}/findMeetingTimes`,
    body: {
      attendees: addresses.map((address) => ({
        type: optional.has(address) ? 'optional' : 'required',
        emailAddress: { address },
      })),
      timeConstraint: { activityDomain: 'work', timeSlots: [{ start, end }] },
      meetingDuration: `PT${minutes}M`,
      maxCandidates: most,
      isOrganizerOptional: false,
      returnSuggestionReasons: false,
      minimumAttendeePercentage: 100,
    },
  });
  return parseAnswer(suggestionsSchema, body, 'no');
}
