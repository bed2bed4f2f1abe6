import type { Person } from '../../entra/directory.js';
import { respondTo } from '../../outlook/calendar/answer-invitation.js';
import type { Attendee, EventRecord } from '../../outlook/calendar/event-record.js';
import { addEvent, type NewEvent } from '../../outlook/calendar/event-copies.js';
import { addressedTo, meetingItem } from '../../outlook/calendar/meeting-mail.js';
import { standardFolder } from '../../outlook/mail/mail-folder.js';
import { addMessage } from '../../outlook/mail/mail-store.js';
import { recipientOf } from '../../outlook/mail/message-body.js';
import { newMessage } from '../../outlook/mail/new-message.js';
import { secondTime, type OutlookService } from '../../outlook/outlook-service.js';
import { settingsOf } from '../../outlook/settings/mailbox-settings-of.js';
import { toUtc } from '../../outlook/time-zones.js';
import { toMs, toUtcText } from '../../outlook/utc-times.js';
import { COMPANY_WEEK } from './company-week.js';
import type { SampleEvent } from './sample-event.js';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;
/** Series of the first content end: who plays with a far year finds it empty. */
const SERIES_WEEKS = 26;

/** Fills the calendars of the week of the first start and the one after it. */
export function seedCalendars(service: OutlookService): void {
  const people = new Map([...service.people.values()].map((each) => [each.displayName, each]));
  for (const [index, event] of COMPANY_WEEK.entries()) putEvent(service, people, { event, index });
}

function putEvent(
  service: OutlookService,
  people: ReadonlyMap<string, Person>,
  { event, index }: { readonly event: SampleEvent; readonly index: number },
): void {
  const organizer = people.get(event.organizer);
  if (organizer === undefined) return;
  const zone = settingsOf(service, organizer.id).timeZone;
  const unique = `sample ${event.subject} ${organizer.id}`;
  const attendees = [
    ...event.attendees.map((name) => attendeeOf(people, name, 'required')),
    ...(event.optional ?? []).map((name) => attendeeOf(people, name, 'optional')),
  ];
  const record = addEvent(
    service,
    organizer,
    {
      ...timesOf(service, event, zone),
      subject: event.subject,
      body: { contentType: 'html', content: event.text ?? '' },
      attendees,
      ...placeOf(event),
      sensitivity: event.sensitivity ?? 'normal',
      showAs: event.showAs ?? 'busy',
      categories: event.categories ?? [],
      isReminderOn: event.time !== undefined,
    },
    { unique },
  );
  for (const name of [...event.attendees, ...(event.optional ?? [])]) {
    const person = people.get(name);
    if (person === undefined) continue;
    const answer = event.answers?.[name] ?? 'accepted';
    if (answer === 'notResponded') {
      invite(service, { record, organizer, person, hoursAgo: 30 - (index % 5) * 6 });
      continue;
    }
    const copy = service.outlook.eventsOf
      .recordsOf(person.id)
      .find(({ iCalUId }) => iCalUId === record.iCalUId);
    if (copy !== undefined) respondTo(service, { record: copy, day: undefined }, answer);
  }
}

/** An invitation that nobody has looked at yet. */
function invite(
  service: OutlookService,
  of: {
    readonly record: EventRecord;
    readonly organizer: Person;
    readonly person: Person;
    readonly hoursAgo: number;
  },
): void {
  const { record, organizer, person, hoursAgo } = of;
  const at = secondTime(new Date(service.now().getTime() - hoursAgo * HOUR_MS));
  const thread = { id: `meeting ${record.iCalUId}`, depth: 0 };
  const note = {
    type: 'meetingRequest',
    ...addressedTo(record.item.attendees, organizer),
  } as const;
  const item = newMessage(service, person, thread, {
    ...meetingItem(record, note),
    from: recipientOf(organizer),
    sender: recipientOf(organizer),
    createdDateTime: at,
    lastModifiedDateTime: at,
    receivedDateTime: at,
    sentDateTime: at,
    internetMessageId: `<meeting.${record.iCalUId}@${organizer.mail.split('@')[1]}>`,
    isDraft: false,
    isRead: false,
  });
  const inbox = standardFolder(service, person.id, 'inbox');
  addMessage(service, inbox, { item, thread }, `sample invitation ${record.iCalUId}`);
}

function timesOf(service: OutlookService, event: SampleEvent, zone: string): NewEvent {
  const day = toUtcText(mondayOf(service.now()) + event.day * DAY_MS).slice(0, 10);
  const zones = { originalStartTimeZone: zone, originalEndTimeZone: zone };
  if (event.time === undefined) {
    const start = `${day}T00:00:00.000`;
    const end = toUtcText(toMs(start) + (event.days ?? 1) * DAY_MS);
    return { ...zones, start, end, isAllDay: true };
  }
  const start = toUtc(`${day}T${event.time}:00`, zone) ?? `${day}T${event.time}:00.000`;
  const end = toUtcText(toMs(start) + (event.minutes ?? 30) * MINUTE_MS);
  if (event.weekly === undefined) return { ...zones, start, end };
  const lastDay = toUtcText(toMs(`${day}T00:00:00`) + SERIES_WEEKS * 7 * DAY_MS).slice(0, 10);
  return {
    ...zones,
    start,
    end,
    recurrence: {
      pattern: {
        type: 'weekly',
        interval: event.interval ?? 1,
        month: 0,
        dayOfMonth: 0,
        daysOfWeek: event.weekly,
        firstDayOfWeek: 'monday',
        index: 'first',
      },
      range: {
        type: 'endDate',
        startDate: day,
        endDate: lastDay,
        recurrenceTimeZone: zone,
        numberOfOccurrences: 0,
      },
    },
  };
}

function placeOf({ place }: SampleEvent): Partial<NewEvent> {
  if (place === undefined) return {};
  if (place === 'Teams') return { isOnlineMeeting: true };
  const location = { displayName: place, locationType: 'default', uniqueIdType: 'private' };
  return { location, locations: [location] };
}

function attendeeOf(
  people: ReadonlyMap<string, Person>,
  name: string,
  type: 'required' | 'optional',
): Attendee {
  const status = { response: 'none', time: '0001-01-01T00:00:00Z' };
  const person = people.get(name);
  if (person !== undefined) return { type, status, ...recipientOf(person) };
  const [, displayName = name, address = name] = /^(.*) <(.*)>$/.exec(name) ?? [];
  return { type, status, emailAddress: { name: displayName, address } };
}

/** Midnight, UTC, of the Monday of a time's week; at the weekend that of the next one. */
function mondayOf(at: Date): number {
  const today = Math.floor(at.getTime() / DAY_MS) * DAY_MS;
  const weekday = (at.getUTCDay() + 6) % 7;
  return today - weekday * DAY_MS + (weekday > 4 ? 7 * DAY_MS : 0);
}
