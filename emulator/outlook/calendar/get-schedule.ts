import type { Person } from '../../entra/directory.js';
import type { GraphAnswer, GraphCall } from '../../graph/exchange.js';
import { GraphFailure } from '../../graph/graph-failure.js';
import { entityAnswer } from '../../odata/answers.js';
import type { Entity } from '../../odata/entity.js';
import { parametersOf } from '../action-parameters.js';
import { findPerson, openMailbox } from '../mailbox.js';
import { badOutlookBody } from '../outlook-failures.js';
import type { OutlookService } from '../outlook-service.js';
import { settingsOf } from '../settings/mailbox-settings-of.js';
import { eventsOfPerson, weightIn } from './busy-times.js';
import { calendarOfPath } from './calendar-of-path.js';
import { readCalendarBasics } from './calendar-permissions.js';
import { eventViewOf, preferenceApplied, shownTime, type EventView } from './event-entity.js';
import type { EventRecord } from './event-record.js';
import { utcOf } from './meeting-actions.js';
import type { Stretch } from './occurrences.js';
import { toMs, toUtcText } from '../utc-times.js';

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;
/** https://learn.microsoft.com/graph/api/calendar-getschedule */
const SCHEDULES_MAX = 20;
const DAYS_MAX = 62;
const INTERVAL = { default: 30, min: 5, max: 1440 };
const ITEMS_MAX = 1000;

interface Wanted extends Stretch {
  readonly schedules: readonly string[];
  readonly intervalMinutes: number;
}

/** When people are free and busy; what an address that is nobody's has is an error of its own. */
export function getSchedule(service: OutlookService, call: GraphCall): GraphAnswer {
  const mailbox = openMailbox(service, call, readCalendarBasics);
  calendarOfPath(service, call, mailbox);
  const view = eventViewOf(call);
  const wanted = readWanted(call);
  const value = wanted.schedules.map((address) => {
    const person = findPerson(service, address);
    if (person === undefined) return unknownSchedule(address);
    // A person sees no more of the others than whether they are busy; an app may read every calendar.
    const seesAll = call.caller.kind === 'app' || person.id === mailbox.id;
    return scheduleOf(service, { address, person, wanted, view, seesAll });
  });
  const context = 'Collection(microsoft.graph.scheduleInformation)';
  return { ...entityAnswer(call, context, { value }), headers: preferenceApplied(call, view) };
}

function readWanted(call: GraphCall): Wanted {
  const parameters = parametersOf(call.body);
  const schedules = parameters.get('schedules');
  if (!Array.isArray(schedules) || schedules.length === 0) {
    throw badOutlookBody("The parameter 'Schedules' must be a collection of addresses.");
  }
  const addresses = schedules.map((each: unknown) => {
    if (typeof each === 'string' && each !== '') return each;
    throw badOutlookBody("The parameter 'Schedules' must be a collection of addresses.");
  });
  if (addresses.length > SCHEDULES_MAX) {
    throw new GraphFailure(
      400,
      'ErrorExceededMaxRecipientLimit',
      `The number of schedules is ${addresses.length}; at most ${SCHEDULES_MAX} can be asked for.`,
    );
  }
  const [from, to] = [utcOf(parameters.get('starttime')), utcOf(parameters.get('endtime'))];
  if (from === undefined || to === undefined) {
    throw badOutlookBody("The parameters 'StartTime' and 'EndTime' are required.");
  }
  const length = toMs(to) - toMs(from);
  if (length <= 0) {
    throw new GraphFailure(
      400,
      'ErrorInvalidTimeInterval',
      'The time interval is invalid: the end must be after the start.',
    );
  }
  if (length >= DAYS_MAX * DAY_MS) {
    throw new GraphFailure(
      400,
      'ErrorTimeIntervalTooBig',
      `The requested time duration specified for FreeBusyViewOptions.TimeWindow is too long. The allowed limit = ${DAYS_MAX} days.`,
    );
  }
  const interval = parameters.get('availabilityviewinterval') ?? INTERVAL.default;
  const isServed =
    typeof interval === 'number' &&
    Number.isInteger(interval) &&
    interval >= INTERVAL.min &&
    interval <= INTERVAL.max;
  if (!isServed || interval * MINUTE_MS > length) {
    throw new GraphFailure(
      400,
      'ErrorInvalidMergedFreeBusyInterval',
      `The interval for the availability view must be from ${INTERVAL.min} to ${INTERVAL.max} minutes, and fit into the time asked for.`,
    );
  }
  return { schedules: addresses, from, to, intervalMinutes: interval };
}

function scheduleOf(
  service: OutlookService,
  of: {
    readonly address: string;
    readonly person: Person;
    readonly wanted: Wanted;
    readonly view: EventView;
    readonly seesAll: boolean;
  },
): Entity {
  const { address, person, wanted, view, seesAll } = of;
  const events = eventsOfPerson(service, person.id, wanted);
  if (events.length > ITEMS_MAX) {
    return failedSchedule(
      address,
      '5006',
      `The result set contains too many calendar entries. The allowed size = ${ITEMS_MAX}; the actual size = ${events.length}.`,
    );
  }
  const { workingHours } = settingsOf(service, person.id);
  return {
    scheduleId: address,
    availabilityView: availabilityView(events, wanted),
    scheduleItems: events.map((event) => scheduleItem(event, view, seesAll)),
    workingHours,
  };
}

function availabilityView(events: readonly EventRecord[], wanted: Wanted): string {
  const [start, end] = [toMs(wanted.from), toMs(wanted.to)];
  const step = wanted.intervalMinutes * MINUTE_MS;
  let digits = '';
  for (let at = start; at < end; at += step) {
    const to = Math.min(at + step, end);
    digits += String(weightIn(events, { from: toUtcText(at), to: toUtcText(to) }));
  }
  return digits;
}

function scheduleItem({ item }: EventRecord, view: EventView, seesAll: boolean): Entity {
  const isPrivate = item.sensitivity === 'private';
  return {
    ...(seesAll
      ? {
          isPrivate,
          ...(isPrivate ? {} : { subject: item.subject, location: item.location.displayName }),
        }
      : {}),
    status: item.showAs,
    start: shownTime(item.start, item, view),
    end: shownTime(item.end, item, view),
  };
}

function unknownSchedule(address: string): Entity {
  return failedSchedule(
    address,
    'ErrorMailRecipientNotFound',
    `Unable to resolve e-mail address ${address} to an Active Directory object.`,
  );
}

function failedSchedule(scheduleId: string, responseCode: string, message: string): Entity {
  return { scheduleId, availabilityView: '', scheduleItems: [], error: { message, responseCode } };
}
