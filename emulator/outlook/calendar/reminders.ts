import type { GraphAnswer, GraphCall } from '../../graph/exchange.js';
import { accepted, entityAnswer } from '../../odata/answers.js';
import type { Entity } from '../../odata/entity.js';
import { parametersOf } from '../action-parameters.js';
import { openMailbox } from '../mailbox.js';
import { badOutlookBody } from '../outlook-failures.js';
import { changeKeyOf } from '../outlook-ids.js';
import type { OutlookService } from '../outlook-service.js';
import { readCalendar, writeCalendar } from './calendar-permissions.js';
import {
  eventViewOf,
  eventWebLink,
  preferenceApplied,
  shownTime,
  type EventView,
} from './event-entity.js';
import type { EventRecord } from './event-record.js';
import { replaceEvent } from './event-store.js';
import { findEventOf, readStretch } from './find-event.js';
import { utcOf } from './meeting-actions.js';
import { eventsIn } from './occurrences.js';
import { toMs, toUtcText } from '../utc-times.js';

const MINUTE_MS = 60_000;
/** Reminders come before their events, which may begin after the stretch that is asked for. */
const EARLIEST_MINUTES = 14 * 24 * 60;
const DISMISSED = 'dismissed';

/** `reminderView(startDateTime='…',endDateTime='…')`: what is reminded of in a stretch of time. */
export function reminderView(service: OutlookService, call: GraphCall): GraphAnswer {
  const mailbox = openMailbox(service, call, readCalendar);
  const view = eventViewOf(call);
  const given = call.segments.at(-1) ?? '';
  const { from, to } = readStretch({
    startDateTime: /startDateTime='([^']*)'/i.exec(given)?.[1],
    endDateTime: /endDateTime='([^']*)'/i.exec(given)?.[1],
  });
  const value = eventsIn(service.outlook.eventsOf.recordsOf(mailbox.id), {
    from,
    to: shifted(to, EARLIEST_MINUTES),
  })
    .filter(({ item, reminder }) => item.isReminderOn && reminder !== DISMISSED)
    .map((event) => ({ event, firesAt: firingTime(event) }))
    .filter(({ firesAt }) => firesAt >= from && firesAt <= to)
    .map(({ event, firesAt }) => reminderEntity(event, firesAt, view));
  const context = 'Collection(microsoft.graph.reminder)';
  return { ...entityAnswer(call, context, { value }), headers: preferenceApplied(call, view) };
}

export function snoozeReminder(service: OutlookService, call: GraphCall): GraphAnswer {
  const mailbox = openMailbox(service, call, writeCalendar);
  const { record } = findEventOf(service, call, mailbox);
  const at = utcOf(parametersOf(call.body).get('newremindertime'));
  if (at === undefined) throw badOutlookBody("The parameter 'NewReminderTime' is required.");
  remind(service, record, at);
  return accepted;
}

export function dismissReminder(service: OutlookService, call: GraphCall): GraphAnswer {
  const mailbox = openMailbox(service, call, writeCalendar);
  const { record } = findEventOf(service, call, mailbox);
  remind(service, record, DISMISSED);
  return accepted;
}

/** The reminder of a series is one, whichever occurrence it is about. */
function remind(service: OutlookService, record: EventRecord, reminder: string): void {
  const stored = service.outlook.events.get(record.id);
  const series = service.outlook.events.get(record.seriesMasterId ?? '');
  const holder = stored ?? series;
  if (holder !== undefined) replaceEvent(service, holder, { reminder });
}

function firingTime({ item, reminder }: EventRecord): string {
  return reminder ?? shifted(item.start, -item.reminderMinutesBeforeStart);
}

function reminderEntity(event: EventRecord, firesAt: string, view: EventView): Entity {
  const { item } = event;
  return {
    eventId: event.id,
    changeKey: changeKeyOf(event.mailboxId, event.changed),
    eventSubject: item.subject,
    eventStartTime: shownTime(item.start, item, view),
    eventEndTime: shownTime(item.end, item, view),
    eventLocation: item.location,
    eventWebLink: eventWebLink(event),
    reminderFireTime: shownTime(firesAt, { isAllDay: false }, view),
  };
}

function shifted(utc: string, minutes: number): string {
  return toUtcText(toMs(utc) + minutes * MINUTE_MS);
}
