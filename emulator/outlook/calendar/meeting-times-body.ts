import { GraphFailure } from '../../graph/graph-failure.js';
import type { Entity } from '../../odata/entity.js';
import { findTypeProblem, isObject } from '../../schema/check-value.js';
import { parametersOf } from '../action-parameters.js';
import { badOutlookBody } from '../outlook-failures.js';
import { utcOf } from './meeting-actions.js';
import type { Stretch } from './occurrences.js';
import { toUtcText } from '../utc-times.js';

const MINUTE_MS = 60_000;
const WEEK_MS = 7 * 24 * 60 * MINUTE_MS;
const DURATION = /^P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/;

/** The parameters and their types in the schema. */
const PARAMETERS: Readonly<Record<string, string>> = {
  attendees: 'Collection(attendeeBase)',
  isorganizeroptional: 'Edm.Boolean',
  locationconstraint: 'locationConstraint',
  maxcandidates: 'Edm.Int32',
  meetingduration: 'Edm.String',
  minimumattendeepercentage: 'Edm.Double',
  returnsuggestionreasons: 'Edm.Boolean',
  timeconstraint: 'timeConstraint',
};

/** What is looked for. */
export interface TimesWanted {
  readonly attendees: readonly Entity[];
  readonly slots: readonly Stretch[];
  /** Whether only the organizer's working hours count. */
  readonly isWithinWork: boolean;
  readonly durationMs: number;
  readonly maxCandidates: number;
  readonly isOrganizerOptional: boolean;
  readonly returnsReasons: boolean;
  readonly minimumAttendeePercentage: number;
  readonly locations: readonly unknown[];
}

/** Everything has a default: half an hour for the organizer alone within the coming week. */
export function readTimesWanted(body: unknown, now: Date): TimesWanted {
  const parameters = parametersOf(body);
  for (const [name, value] of parameters) {
    const type = PARAMETERS[name];
    if (type === undefined) throw badOutlookBody(`The parameter '${name}' is not known here.`);
    const problem = findTypeProblem(type, true, value);
    if (problem !== undefined) throw badOutlookBody(`The parameter '${name}' ${problem}.`);
  }
  const constraint = parameters.get('timeconstraint');
  const { activityDomain = 'work', timeSlots } = isObject(constraint) ? constraint : {};
  const location = parameters.get('locationconstraint');
  return {
    attendees: entitiesIn(parameters.get('attendees')),
    slots: slotsIn(timeSlots, now),
    isWithinWork: activityDomain === 'work' || activityDomain === 'unknown',
    durationMs: durationOf(parameters.get('meetingduration') ?? 'PT30M'),
    maxCandidates: numberIn(parameters, 'maxcandidates', 20),
    isOrganizerOptional: parameters.get('isorganizeroptional') === true,
    returnsReasons: parameters.get('returnsuggestionreasons') === true,
    minimumAttendeePercentage: numberIn(parameters, 'minimumattendeepercentage', 50),
    locations: isObject(location) ? entitiesIn(location['locations']) : [],
  };
}

function slotsIn(timeSlots: unknown, now: Date): Stretch[] {
  const given = entitiesIn(timeSlots);
  if (given.length === 0) {
    return [{ from: toUtcText(now.getTime()), to: toUtcText(now.getTime() + WEEK_MS) }];
  }
  return given.map((slot) => {
    const [from, to] = [utcOf(slot['start']), utcOf(slot['end'])];
    if (from !== undefined && to !== undefined && from < to) return { from, to };
    throw new GraphFailure(
      400,
      'ErrorInvalidTimeInterval',
      "A time slot needs a 'start' and an 'end' after it.",
    );
  });
}

/** ISO 8601, as in `PT1H30M`. */
function durationOf(text: unknown): number {
  const [whole, days, hours, minutes, seconds] = DURATION.exec(String(text)) ?? [];
  const ms =
    (((Number(days ?? 0) * 24 + Number(hours ?? 0)) * 60 + Number(minutes ?? 0)) * 60 +
      Number(seconds ?? 0)) *
    1000;
  if (whole !== undefined && ms > 0) return ms;
  throw badOutlookBody(`The value '${String(text)}' of 'meetingDuration' is not a duration.`);
}

function entitiesIn(value: unknown): Entity[] {
  return Array.isArray(value) ? value.filter((each: unknown) => isObject(each)) : [];
}

function numberIn(
  parameters: ReadonlyMap<string, unknown>,
  name: string,
  fallback: number,
): number {
  const value = parameters.get(name);
  return typeof value === 'number' ? value : fallback;
}
