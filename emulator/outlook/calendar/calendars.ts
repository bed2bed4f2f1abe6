import type { Person } from '../../entra/directory.js';
import type { GraphAnswer, GraphCall } from '../../graph/exchange.js';
import { GraphFailure } from '../../graph/graph-failure.js';
import { createdAnswer, entityAnswer, noContent } from '../../odata/answers.js';
import { checkBody } from '../../odata/check-body.js';
import type { Entity, EntityKind } from '../../odata/entity.js';
import { listAnswer } from '../../odata/list.js';
import { project, readSelect } from '../../odata/select.js';
import { openMailbox } from '../mailbox.js';
import { badOutlookQuery } from '../outlook-failures.js';
import { changeKeyOf, folderId } from '../outlook-ids.js';
import type { OutlookService } from '../outlook-service.js';
import { calendarOfPath, defaultCalendarOf, isDefaultCalendar } from './calendar-of-path.js';
import { readCalendarBasics, writeCalendar } from './calendar-permissions.js';
import type { CalendarRecord } from './calendar-record.js';
import { removeEventsOf } from './event-copies.js';

const calendarKind: EntityKind = { typeName: 'calendar', badQuery: badOutlookQuery };

const COLORS: Readonly<Record<string, string>> = {
  lightBlue: '#a6d1f5',
  lightGreen: '#87d28e',
  lightOrange: '#fcab73',
  lightGray: '#c0c0c0',
  lightYellow: '#f9e266',
  lightTeal: '#4adacc',
  lightPink: '#f08cc0',
  lightBrown: '#cba287',
  lightRed: '#f88c9b',
  maxColor: '#a6d1f5',
};

export function listCalendars(service: OutlookService, call: GraphCall): GraphAnswer {
  const mailbox = openMailbox(service, call, readCalendarBasics);
  const toEntity = (calendar: CalendarRecord): Entity => calendarEntity(mailbox, calendar);
  const calendars = calendarsOf(service, mailbox);
  return listAnswer<CalendarRecord>(call, calendars, {
    kind: calendarKind,
    context: `users('${mailbox.id}')/calendars`,
    top: { default: 10, max: 1000 },
    options: ['$select', '$top', '$skip', '$filter', '$orderby', '$count'],
    count: 'asked',
    paging: '$skip',
    fieldsOf: toEntity,
    toEntity,
  });
}

export function getCalendar(service: OutlookService, call: GraphCall): GraphAnswer {
  const mailbox = openMailbox(service, call, readCalendarBasics);
  const calendar = calendarOfPath(service, call, mailbox);
  const select = readSelect(call, calendarKind);
  return entityAnswer(call, contextOf(mailbox), project(calendarEntity(mailbox, calendar), select));
}

export function createCalendar(service: OutlookService, call: GraphCall): GraphAnswer {
  const mailbox = openMailbox(service, call, writeCalendar);
  const { name, color } = readCalendarBody(call);
  if (typeof name !== 'string' || name === '') {
    throw new GraphFailure(400, 'ErrorInvalidArgument', 'The calendar needs a name.');
  }
  requireFreeName(service, mailbox, name);
  const calendar: CalendarRecord = {
    id: folderId(mailbox.id, `calendar ${service.newGuid()}`),
    mailboxId: mailbox.id,
    name,
    color: typeof color === 'string' ? color : 'auto',
    changed: service.history.next(),
  };
  service.outlook.calendars.put(calendar.id, calendar);
  return createdAnswer(call, contextOf(mailbox), {
    path: `users/${mailbox.id}/calendars/${calendar.id}`,
    entity: calendarEntity(mailbox, calendar),
  });
}

export function updateCalendar(service: OutlookService, call: GraphCall): GraphAnswer {
  const mailbox = openMailbox(service, call, writeCalendar);
  const calendar = calendarOfPath(service, call, mailbox);
  const { name, color } = readCalendarBody(call);
  if (isDefaultCalendar(calendar)) throw notForDefault('changed');
  if (typeof name === 'string' && name.toLowerCase() !== calendar.name.toLowerCase()) {
    requireFreeName(service, mailbox, name);
  }
  const changed: CalendarRecord = {
    ...calendar,
    ...(typeof name === 'string' && name !== '' ? { name } : {}),
    ...(typeof color === 'string' ? { color } : {}),
    changed: service.history.next(),
  };
  service.outlook.calendars.put(changed.id, changed);
  return entityAnswer(call, contextOf(mailbox), calendarEntity(mailbox, changed));
}

/** A calendar goes with all that is in it; everybody’s first one stays. */
export function deleteCalendar(service: OutlookService, call: GraphCall): GraphAnswer {
  const mailbox = openMailbox(service, call, writeCalendar);
  const calendar = calendarOfPath(service, call, mailbox);
  if (isDefaultCalendar(calendar)) throw notForDefault('deleted');
  removeEventsOf(service, calendar);
  service.outlook.calendars.remove(calendar.id);
  return noContent;
}

function calendarsOf(service: OutlookService, mailbox: Person): CalendarRecord[] {
  return [defaultCalendarOf(mailbox.id), ...service.outlook.calendarsOf.recordsOf(mailbox.id)];
}

function readCalendarBody(call: GraphCall): Entity {
  return checkBody(call.body, {
    typeName: 'calendar',
    writable: ['color', 'name'],
    code: 'RequestBodyRead',
  });
}

function requireFreeName(service: OutlookService, mailbox: Person, name: string): void {
  const wanted = name.toLowerCase();
  if (!calendarsOf(service, mailbox).some((each) => each.name.toLowerCase() === wanted)) return;
  throw new GraphFailure(
    409,
    'ErrorFolderExists',
    'A folder with the specified name already exists.',
  );
}

function notForDefault(what: string): GraphFailure {
  return new GraphFailure(400, 'ErrorInvalidRequest', `The default calendar cannot be ${what}.`);
}

function calendarEntity({ displayName, mail }: Person, calendar: CalendarRecord): Entity {
  const isDefault = isDefaultCalendar(calendar);
  return {
    id: calendar.id,
    name: calendar.name,
    color: calendar.color,
    hexColor: COLORS[calendar.color] ?? '',
    isDefaultCalendar: isDefault,
    changeKey: changeKeyOf(calendar.mailboxId, calendar.changed),
    canShare: true,
    canViewPrivateItems: true,
    canEdit: true,
    allowedOnlineMeetingProviders: ['teamsForBusiness'],
    defaultOnlineMeetingProvider: 'teamsForBusiness',
    isTallyingResponses: isDefault,
    isRemovable: !isDefault,
    owner: { name: displayName, address: mail },
  };
}

function contextOf(mailbox: Person): string {
  return `users('${mailbox.id}')/calendars/$entity`;
}
