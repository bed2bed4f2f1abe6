import type { Person } from '../../entra/directory.js';
import type { GraphAnswer, GraphCall } from '../../graph/exchange.js';
import { entityAnswer } from '../../odata/answers.js';
import type { Entity, EntityKind } from '../../odata/entity.js';
import { listAnswer } from '../../odata/list.js';
import { project, readSelect } from '../../odata/select.js';
import { openMailbox } from '../mailbox.js';
import { badOutlookQuery } from '../outlook-failures.js';
import { changeKeyOf } from '../outlook-ids.js';
import type { OutlookService } from '../outlook-service.js';
import { readCalendarBasics } from './calendar-permissions.js';
import { calendarIdOf, requireCalendar } from './find-event.js';

const calendarKind: EntityKind = { typeName: 'calendar', badQuery: badOutlookQuery };

export function listCalendars(service: OutlookService, call: GraphCall): GraphAnswer {
  const mailbox = openMailbox(service, call, readCalendarBasics);
  const calendar = calendarEntity(mailbox);
  return listAnswer<Entity>(call, [calendar], {
    kind: calendarKind,
    context: `users('${mailbox.id}')/calendars`,
    top: { default: 10, max: 1000 },
    options: ['$select', '$top', '$skip', '$filter', '$orderby', '$count'],
    count: 'asked',
    paging: '$skip',
    fieldsOf: (each) => each,
    toEntity: (each) => each,
  });
}

export function getCalendar(service: OutlookService, call: GraphCall): GraphAnswer {
  const mailbox = openMailbox(service, call, readCalendarBasics);
  requireCalendar(call, mailbox);
  const select = readSelect(call, calendarKind);
  const context = `users('${mailbox.id}')/calendars/$entity`;
  return entityAnswer(call, context, project(calendarEntity(mailbox), select));
}

/** The one calendar of a mailbox. */
function calendarEntity({ id, displayName, mail }: Person): Entity {
  return {
    id: calendarIdOf(id),
    name: 'Calendar',
    color: 'auto',
    hexColor: '',
    isDefaultCalendar: true,
    changeKey: changeKeyOf(id, 0),
    canShare: true,
    canViewPrivateItems: true,
    canEdit: true,
    allowedOnlineMeetingProviders: ['teamsForBusiness'],
    defaultOnlineMeetingProvider: 'teamsForBusiness',
    isTallyingResponses: true,
    isRemovable: false,
    owner: { name: displayName, address: mail },
  };
}
