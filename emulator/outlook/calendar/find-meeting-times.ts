import type { Person } from '../../entra/directory.js';
import type { GraphAnswer, GraphCall } from '../../graph/exchange.js';
import { entityAnswer } from '../../odata/answers.js';
import { textIn, type Entity } from '../../odata/entity.js';
import { toRecipient } from '../mail/message-body.js';
import { findPerson, openMailbox } from '../mailbox.js';
import type { OutlookService } from '../outlook-service.js';
import { eventsOfPerson, weightIn, workingTimesOf } from './busy-times.js';
import { findTimes } from './calendar-permissions.js';
import { eventViewOf, preferenceApplied, shownTime, type EventView } from './event-entity.js';
import type { EventRecord } from './event-record.js';
import { readTimesWanted, type TimesWanted } from './meeting-times-body.js';
import type { Stretch } from './occurrences.js';
import { toMs, toUtcText } from '../utc-times.js';

const MINUTE_MS = 60_000;
const STEP_MS = 30 * MINUTE_MS;
const STATUSES = ['free', 'tentative', 'busy', 'oof'] as const;
/** The chance that somebody comes, by how her calendar is: nobody knows of those outside. */
const CHANCES: Readonly<Record<string, number>> = { free: 100, unknown: 49 };

interface Guest {
  readonly attendee: Entity;
  readonly isOptional: boolean;
  /** `undefined` of somebody outside of the tenant. */
  readonly events: readonly EventRecord[] | undefined;
}

interface Candidate {
  readonly slot: Stretch;
  readonly confidence: number;
  readonly organizer: string;
  readonly guests: readonly { readonly attendee: Entity; readonly availability: string }[];
}

/** Times that suit, likeliest first. https://learn.microsoft.com/graph/api/user-findmeetingtimes */
export function findMeetingTimes(service: OutlookService, call: GraphCall): GraphAnswer {
  const organizer = openMailbox(service, call, findTimes);
  const view = eventViewOf(call);
  const wanted = readTimesWanted(call.body, service.now());
  const { suggestions, reason } = suggest(service, organizer, wanted);
  const body = {
    emptySuggestionsReason: suggestions.length === 0 ? reason : '',
    meetingTimeSuggestions: suggestions.map((each, index) =>
      suggestionEntity(each, { order: index + 1, view, wanted }),
    ),
  };
  const context = 'microsoft.graph.meetingTimeSuggestionsResult';
  return { ...entityAnswer(call, context, body), headers: preferenceApplied(call, view) };
}

function suggest(
  service: OutlookService,
  organizer: Person,
  wanted: TimesWanted,
): { readonly suggestions: readonly Candidate[]; readonly reason: string } {
  const whole = {
    from: wanted.slots.map(({ from }) => from).toSorted((a, b) => (a < b ? -1 : 1))[0] ?? '',
    to: wanted.slots.map(({ to }) => to).toSorted((a, b) => (a > b ? -1 : 1))[0] ?? '',
  };
  const own = eventsOfPerson(service, organizer.id, whole);
  const guests = wanted.attendees.map((attendee) => guestOf(service, attendee, whole));
  const candidates = slotsOf(service, organizer, wanted).map((slot) => judge(slot, own, guests));
  const free = candidates.filter((each) => wanted.isOrganizerOptional || each.organizer === 'free');
  const likely = free.filter(({ confidence }) => confidence >= wanted.minimumAttendeePercentage);
  const sorted = likely.toSorted(
    (a, b) => b.confidence - a.confidence || (a.slot.from < b.slot.from ? -1 : 1),
  );
  const hasUnknown = guests.some(({ events }) => events === undefined);
  const attendeesReason = hasUnknown ? 'attendeesUnavailableOrUnknown' : 'attendeesUnavailable';
  return {
    suggestions: sorted.slice(0, wanted.maxCandidates),
    reason: free.length === 0 ? 'organizerUnavailable' : attendeesReason,
  };
}

/** Every half hour of the times that are asked for, as far as the kind of meeting is for it. */
function slotsOf(service: OutlookService, organizer: Person, wanted: TimesWanted): Stretch[] {
  const parts = wanted.slots.flatMap((slot) =>
    wanted.isWithinWork ? workingTimesOf(service, organizer.id, slot) : [slot],
  );
  return parts.flatMap(({ from, to }) => {
    const slots: Stretch[] = [];
    const end = toMs(to) - wanted.durationMs;
    const start = Math.ceil(toMs(from) / STEP_MS) * STEP_MS;
    for (let at = start; at <= end; at += STEP_MS) {
      slots.push({ from: toUtcText(at), to: toUtcText(at + wanted.durationMs) });
    }
    return slots;
  });
}

function guestOf(service: OutlookService, attendee: Entity, whole: Stretch): Guest {
  const recipient = toRecipient(service, attendee);
  const person = findPerson(service, recipient.emailAddress.address);
  const type = textIn(attendee, 'type', 'required');
  return {
    attendee: { type, emailAddress: recipient.emailAddress },
    isOptional: type === 'optional',
    events: person === undefined ? undefined : eventsOfPerson(service, person.id, whole),
  };
}

function judge(slot: Stretch, own: readonly EventRecord[], guests: readonly Guest[]): Candidate {
  const judged = guests.map(({ attendee, events, isOptional }) => ({
    attendee,
    isOptional,
    availability: events === undefined ? 'unknown' : statusIn(events, slot),
  }));
  const counted = judged.filter(({ isOptional }) => !isOptional);
  const chances = counted.map(({ availability }) => CHANCES[availability] ?? 0);
  const confidence =
    chances.length === 0 ? 100 : chances.reduce((sum, each) => sum + each, 0) / chances.length;
  return {
    slot,
    confidence,
    organizer: statusIn(own, slot),
    guests: judged.map(({ attendee, availability }) => ({ attendee, availability })),
  };
}

function statusIn(events: readonly EventRecord[], slot: Stretch): string {
  return STATUSES[weightIn(events, slot)] ?? 'unknown';
}

function suggestionEntity(
  { slot, confidence, organizer, guests }: Candidate,
  {
    order,
    view,
    wanted,
  }: { readonly order: number; readonly view: EventView; readonly wanted: TimesWanted },
): Entity {
  const timed = { isAllDay: false };
  const areAllFree = guests.every(({ availability }) => availability === 'free');
  return {
    confidence,
    order,
    organizerAvailability: organizer,
    suggestionReason: wanted.returnsReasons
      ? `Suggested because it is one of the nearest times when ${areAllFree ? 'all attendees are' : 'most attendees are'} available.`
      : null,
    meetingTimeSlot: {
      start: shownTime(slot.from, timed, view),
      end: shownTime(slot.to, timed, view),
    },
    attendeeAvailability: guests.map(({ attendee, availability }) => ({ attendee, availability })),
    locations: wanted.locations,
  };
}
