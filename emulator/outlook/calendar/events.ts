import type { Person } from '../../entra/directory.js';
import type { GraphAnswer, GraphCall } from '../../graph/exchange.js';
import { GraphFailure } from '../../graph/graph-failure.js';
import { entityAnswer } from '../../odata/answers.js';
import { deltaAnswer } from '../../odata/delta.js';
import { listAnswer } from '../../odata/list.js';
import { project, readSelect } from '../../odata/select.js';
import { openMailbox } from '../mailbox.js';
import type { OutlookService } from '../outlook-service.js';
import { refuseHardSort } from '../sort-rule.js';
import { calendarOfPath, defaultCalendarOf, isInCalendar } from './calendar-of-path.js';
import { readCalendarBasics } from './calendar-permissions.js';
import {
  eventEntity,
  eventFields,
  eventKind,
  eventViewOf,
  preferenceApplied,
} from './event-entity.js';
import type { EventRecord } from './event-record.js';
import { scopeOfCalendar } from './event-store.js';
import { findEventOf, readStretch } from './find-event.js';
import { eventsIn } from './occurrences.js';

/** https://learn.microsoft.com/graph/api/user-list-events */
const PAGE = { default: 10, max: 1000 };

export function getEvent(service: OutlookService, call: GraphCall): GraphAnswer {
  const mailbox = openMailbox(service, call, readCalendarBasics);
  const view = eventViewOf(call);
  const select = readSelect(call, eventKind);
  const { record } = findEventOf(service, call, mailbox);
  const answer = entityAnswer(
    call,
    eventContext(mailbox),
    project(eventEntity(record, view), select),
  );
  return { ...answer, headers: preferenceApplied(call, view) };
}

/** Single events and series, without their occurrences. */
export function listEvents(service: OutlookService, call: GraphCall): GraphAnswer {
  const mailbox = openMailbox(service, call, readCalendarBasics);
  const calendar = calendarOfPath(service, call, mailbox);
  const records = service.outlook.eventsOf
    .recordsOf(mailbox.id)
    .filter((event) => event.seriesMasterId === null && isInCalendar(event, calendar));
  return eventPage(call, records, `users('${mailbox.id}')/events`);
}

/** What happens in a stretch of time, series as their occurrences. */
export function listCalendarView(service: OutlookService, call: GraphCall): GraphAnswer {
  const mailbox = openMailbox(service, call, readCalendarBasics);
  const calendar = calendarOfPath(service, call, mailbox);
  const stretch = stretchOf(call);
  const all = service.outlook.eventsOf.recordsOf(mailbox.id);
  const records = eventsIn(
    all.filter((event) => isInCalendar(event, calendar)),
    stretch,
  );
  return eventPage(call, records, `users('${mailbox.id}')/calendarView`, 'start/dateTime');
}

/** The occurrences and exceptions of one series. https://learn.microsoft.com/graph/api/event-list-instances */
export function listInstances(service: OutlookService, call: GraphCall): GraphAnswer {
  const mailbox = openMailbox(service, call, readCalendarBasics);
  const { record } = findEventOf(service, call, mailbox);
  const stretch = stretchOf(call);
  if (record.item.recurrence === null) {
    throw new GraphFailure(
      400,
      'ErrorInvalidRequest',
      "Your request can't be completed. Only the master of a series has instances.",
    );
  }
  const own = service.outlook.eventsOf
    .recordsOf(mailbox.id)
    .filter((event) => event.id === record.id || event.seriesMasterId === record.id);
  const context = `users('${mailbox.id}')/events('${encodeURIComponent(record.id)}')/instances`;
  return eventPage(call, eventsIn(own, stretch), context, 'start/dateTime');
}

/**
 * Changes in a stretch of time. A series is told as its master, whose occurrences a client then reads.
 * https://learn.microsoft.com/graph/api/event-delta
 */
export function deltaOfCalendarView(service: OutlookService, call: GraphCall): GraphAnswer {
  const mailbox = openMailbox(service, call, readCalendarBasics);
  const view = eventViewOf(call);
  const isContinued = call.query.has('$deltatoken') || call.query.has('$skiptoken');
  if (!isContinued) readStretch(stretchOptions(Object.fromEntries(call.query)));
  const standard = defaultCalendarOf(mailbox.id);
  const records = service.outlook.eventsOf
    .recordsOf(mailbox.id)
    .filter((event) => isInCalendar(event, standard));
  const answer = deltaAnswer<EventRecord>(call, records, {
    kind: eventKind,
    context: 'Collection(event)',
    pageSize: PAGE,
    history: service.history,
    scope: scopeOfCalendar(mailbox.id),
    fieldsOf: eventFields,
    toEntity: (record) => eventEntity(record, view),
    covers: (record, options) =>
      eventsIn([record], readStretch(stretchOptions(options))).length > 0,
    idOf: ({ id }) => id,
    keptOptions: ['startDateTime', 'endDateTime', 'startdatetime', 'enddatetime'],
  });
  return { ...answer, headers: { ...answer.headers, ...preferenceApplied(call, view) } };
}

export function eventContext(mailbox: Person): string {
  return `users('${mailbox.id}')/events/$entity`;
}

function stretchOf(call: GraphCall): ReturnType<typeof readStretch> {
  return readStretch({
    startDateTime: call.query.get('startDateTime'),
    endDateTime: call.query.get('endDateTime'),
  });
}

function stretchOptions(options: Readonly<Record<string, string>>): {
  startDateTime: string | undefined;
  endDateTime: string | undefined;
} {
  return {
    startDateTime: options['startDateTime'] ?? options['startdatetime'],
    endDateTime: options['endDateTime'] ?? options['enddatetime'],
  };
}

function eventPage(
  call: GraphCall,
  records: readonly EventRecord[],
  context: string,
  order?: string,
): GraphAnswer {
  const view = eventViewOf(call);
  const answer = listAnswer<EventRecord>(call, records, {
    kind: eventKind,
    context,
    top: PAGE,
    options: ['$select', '$top', '$skip', '$filter', '$orderby', '$count'],
    order: order ?? 'createdDateTime desc',
    count: 'asked',
    paging: '$skip',
    check: refuseHardSort,
    fieldsOf: eventFields,
    toEntity: (record) => eventEntity(record, view),
  });
  return { ...answer, headers: preferenceApplied(call, view) };
}
