import type { GraphGateway } from '../gateway/graph-gateway.js';
import { readPage, type Page } from '../pages/read-page.js';
import { calendarSchema, type Calendar } from './calendar-schemas.js';

/** `person`: `/users/{id}`. https://learn.microsoft.com/graph/api/user-list-calendars */
export function readCalendars(
  graph: Pick<GraphGateway, 'send'>,
  person: string,
  page: { readonly limit: number; readonly cursor?: string | undefined },
): Promise<Page<Calendar>> {
  return readPage(graph, calendarSchema, {
    path: `${person}/calendars`,
    query: { $select: 'id,name,isDefaultCalendar,canEdit,owner' },
    ...page,
  });
}
