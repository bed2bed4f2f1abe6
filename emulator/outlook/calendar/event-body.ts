import { GraphFailure } from '../../graph/graph-failure.js';
import { checkBody } from '../../odata/check-body.js';
import { textIn, type Entity } from '../../odata/entity.js';
import { toItemBody, toRecipient } from '../mail/message-body.js';
import { badOutlookBody } from '../outlook-failures.js';
import type { OutlookService } from '../outlook-service.js';
import { toUtc } from '../time-zones.js';
import type { Attendee, EventItem, Location } from './event-record.js';
import type { Recurrence } from './recurrence.js';

const WRITABLE = [
  'allowNewTimeProposals',
  'attendees',
  'body',
  'categories',
  'end',
  'hideAttendees',
  'importance',
  'isAllDay',
  'isOnlineMeeting',
  'isReminderOn',
  'location',
  'locations',
  'onlineMeetingProvider',
  'recurrence',
  'reminderMinutesBeforeStart',
  'responseRequested',
  'sensitivity',
  'showAs',
  'start',
  'subject',
];

const nobodyAnswered = { response: 'none', time: '0001-01-01T00:00:00Z' };
const noLocation: Location = {
  displayName: '',
  locationType: 'default',
  uniqueIdType: 'unknown',
  address: {},
  coordinates: {},
};

/** The properties of a new event that a request body gives, in the form they are stored in. */
export function readNewEvent(service: OutlookService, body: unknown): Partial<EventItem> {
  const checked = readProperties(service, body, [...WRITABLE, 'transactionId']);
  if (checked.start === undefined || checked.end === undefined) {
    throw badOutlookBody("The properties 'start' and 'end' are required.");
  }
  return checked;
}

export function readEventPatch(
  service: OutlookService,
  body: unknown,
  { isAllDay }: Pick<EventItem, 'isAllDay'>,
): Partial<EventItem> {
  return readProperties(service, body, WRITABLE, isAllDay);
}

function readProperties(
  service: OutlookService,
  body: unknown,
  writable: readonly string[],
  wasAllDay = false,
): Partial<EventItem> {
  const checked = checkBody(body, { typeName: 'event', writable, code: 'RequestBodyRead' });
  const given = checked['isAllDay'];
  const isAllDay = typeof given === 'boolean' ? given : wasAllDay;
  return Object.fromEntries(
    Object.entries(checked).flatMap(([name, value]) => stored(service, name, { value, isAllDay })),
  );
}

function stored(
  service: OutlookService,
  name: string,
  { value, isAllDay }: { readonly value: unknown; readonly isAllDay: boolean },
): [string, unknown][] {
  switch (name) {
    case 'body':
      return [[name, toItemBody(value as Entity | null)]];
    case 'start':
      return [
        [name, toStoredTime(value as Entity, name, isAllDay)],
        ['originalStartTimeZone', zoneOf(value as Entity)],
      ];
    case 'end':
      return [
        [name, toStoredTime(value as Entity, name, isAllDay)],
        ['originalEndTimeZone', zoneOf(value as Entity)],
      ];
    case 'location': {
      const location = toLocation(value as Entity | null);
      return [
        [name, location],
        ['locations', location.displayName === '' ? [] : [location]],
      ];
    }
    case 'locations': {
      const locations = ((value ?? []) as readonly Entity[]).map(toLocation);
      return [
        [name, locations],
        ['location', locations[0] ?? noLocation],
      ];
    }
    case 'attendees':
      return [
        [name, ((value ?? []) as readonly Entity[]).map((each) => toAttendee(service, each))],
      ];
    case 'recurrence':
      return [[name, value === null ? null : toRecurrence(value as Entity)]];
    case 'onlineMeetingProvider':
      return providerOf(value);
    case 'subject':
      return [[name, value ?? '']];
    case 'categories':
      return [[name, value ?? []]];
    default:
      return value === null ? [] : [[name, value]];
  }
}

/** Naming the provider makes a meeting of it: https://learn.microsoft.com/graph/outlook-calendar-online-meetings */
function providerOf(value: unknown): [string, unknown][] {
  if (value === null || value === 'unknown') return [];
  if (value === 'teamsForBusiness') return [['isOnlineMeeting', true]];
  throw new GraphFailure(
    400,
    'ErrorInvalidRequest',
    'The online meeting provider is not among those that the calendar allows.',
  );
}

function toStoredTime(time: Entity | null, name: string, isAllDay: boolean): string {
  const utc = toUtc(textIn(time, 'dateTime', ''), isAllDay ? 'UTC' : zoneOf(time));
  if (utc === undefined)
    throw badOutlookBody(`The value of '${name}' is not a valid date and time.`);
  return utc;
}

function zoneOf(time: Entity | null): string {
  const zone = time?.['timeZone'];
  return typeof zone === 'string' && zone !== '' ? zone : 'UTC';
}

function toLocation(location: Entity | null): Location {
  return { ...noLocation, ...location, displayName: textIn(location, 'displayName', '') };
}

function toAttendee(service: OutlookService, attendee: Entity): Attendee {
  return {
    type: textIn(attendee, 'type', 'required'),
    status: nobodyAnswered,
    ...toRecipient(service, attendee),
  };
}

function toRecurrence(value: Entity): Recurrence {
  const { pattern, range } = value as Partial<Recurrence>;
  if (pattern?.type === undefined || range?.type === undefined || range.startDate === undefined) {
    throw badOutlookBody("A recurrence needs a pattern and a range with 'type' and 'startDate'.");
  }
  if (!Number.isInteger(pattern.interval) || pattern.interval < 1) {
    throw badOutlookBody("The recurrence pattern needs an 'interval' of 1 or more.");
  }
  const needsDays = ['weekly', 'relativeMonthly', 'relativeYearly'].includes(pattern.type);
  if (needsDays && (pattern.daysOfWeek ?? []).length === 0) {
    throw badOutlookBody("The recurrence pattern needs 'daysOfWeek'.");
  }
  if (range.type === 'numbered' && (range.numberOfOccurrences ?? 0) < 1) {
    throw badOutlookBody("The recurrence range needs 'numberOfOccurrences'.");
  }
  return { pattern, range: { recurrenceTimeZone: 'UTC', ...range } };
}

/** What an event has that its maker did not say. */
export function eventDefaults(at: string): Omit<EventItem, 'start' | 'end' | 'organizer'> {
  return {
    createdDateTime: at,
    lastModifiedDateTime: at,
    transactionId: null,
    originalStartTimeZone: 'UTC',
    originalEndTimeZone: 'UTC',
    subject: '',
    body: { contentType: 'html', content: '' },
    isAllDay: false,
    recurrence: null,
    location: noLocation,
    locations: [],
    attendees: [],
    isOrganizer: true,
    isCancelled: false,
    responseStatus: { response: 'organizer', time: '0001-01-01T00:00:00Z' },
    responseRequested: true,
    allowNewTimeProposals: true,
    hideAttendees: false,
    showAs: 'busy',
    sensitivity: 'normal',
    importance: 'normal',
    categories: [],
    isReminderOn: true,
    reminderMinutesBeforeStart: 15,
    isOnlineMeeting: false,
  };
}
