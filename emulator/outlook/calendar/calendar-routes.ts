import type { GraphRoute } from '../../graph/route.js';
import { routesOf } from '../../graph/routes-of.js';
import type { OutlookService } from '../outlook-service.js';
import { getCalendar, listCalendars } from './calendars.js';
import { cancelEvent, createEvent, deleteEvent, respondWith, updateEvent } from './event-writes.js';
import { deltaOfCalendarView, getEvent, listCalendarView, listEvents } from './events.js';

/** Calendars of Graph v1.0, of the signed-in person and of anybody by id. */
export function createCalendarRoutes(service: OutlookService): readonly GraphRoute[] {
  const on = routesOf(service);
  return ['me', 'users/*'].flatMap((owner) => [
    on(`${owner}/calendars`, { GET: listCalendars }),
    on(`${owner}/calendar`, { GET: getCalendar }),
    on(`${owner}/calendars/*`, { GET: getCalendar }),
    on(`${owner}/calendarView`, { GET: listCalendarView }),
    on(`${owner}/calendarView/delta`, { GET: deltaOfCalendarView }),
    ...['calendar', 'calendars/*'].map((calendar) =>
      on(`${owner}/${calendar}/calendarView`, { GET: listCalendarView }),
    ),
    ...['events', 'calendar/events', 'calendars/*/events'].flatMap((events) => [
      on(`${owner}/${events}`, { GET: listEvents, POST: createEvent }),
      on(`${owner}/${events}/*`, { GET: getEvent, PATCH: updateEvent, DELETE: deleteEvent }),
    ]),
    on(`${owner}/events/*/cancel`, { POST: cancelEvent }),
    on(`${owner}/events/*/accept`, { POST: respondWith('accepted') }),
    on(`${owner}/events/*/tentativelyAccept`, { POST: respondWith('tentativelyAccepted') }),
    on(`${owner}/events/*/decline`, { POST: respondWith('declined') }),
  ]);
}
