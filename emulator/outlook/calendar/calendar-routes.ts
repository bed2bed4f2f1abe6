import type { GraphRoute } from '../../graph/route.js';
import { routesOf } from '../../graph/routes-of.js';
import type { OutlookService } from '../outlook-service.js';
import {
  createCalendar,
  deleteCalendar,
  getCalendar,
  listCalendars,
  updateCalendar,
} from './calendars.js';
import { createEvent, deleteEvent, updateEvent } from './event-writes.js';
import {
  deltaOfCalendarView,
  getEvent,
  listCalendarView,
  listEvents,
  listInstances,
} from './events.js';
import { findMeetingTimes } from './find-meeting-times.js';
import { getSchedule } from './get-schedule.js';
import { cancelEvent, eventOfMessage, forwardEvent, respondWith } from './meeting-actions.js';
import { dismissReminder, reminderView, snoozeReminder } from './reminders.js';

/** Calendars of Graph v1.0, of the signed-in person and of anybody by id. */
export function createCalendarRoutes(service: OutlookService): readonly GraphRoute[] {
  const on = routesOf(service);
  return ['me', 'users/*'].flatMap((owner) => [
    on(`${owner}/calendars`, { GET: listCalendars, POST: createCalendar }),
    on(`${owner}/calendar`, { GET: getCalendar, PATCH: updateCalendar }),
    on(`${owner}/calendars/*`, {
      GET: getCalendar,
      PATCH: updateCalendar,
      DELETE: deleteCalendar,
    }),
    on(`${owner}/calendarView`, { GET: listCalendarView }),
    on(`${owner}/calendarView/delta`, { GET: deltaOfCalendarView }),
    ...['calendar', 'calendars/*'].map((calendar) =>
      on(`${owner}/${calendar}/calendarView`, { GET: listCalendarView }),
    ),
    ...['calendar', 'calendars/*'].map((calendar) =>
      on(`${owner}/${calendar}/getSchedule`, { POST: getSchedule }),
    ),
    on(`${owner}/findMeetingTimes`, { POST: findMeetingTimes }),
    on(`${owner}/reminderView/*`, { GET: reminderView }),
    on(`${owner}/messages/*/microsoft.graph.eventMessage/event`, { GET: eventOfMessage }),
    ...['events', 'calendar/events', 'calendars/*/events'].flatMap((events) => [
      on(`${owner}/${events}`, { GET: listEvents, POST: createEvent }),
      on(`${owner}/${events}/*`, { GET: getEvent, PATCH: updateEvent, DELETE: deleteEvent }),
      on(`${owner}/${events}/*/instances`, { GET: listInstances }),
      on(`${owner}/${events}/*/cancel`, { POST: cancelEvent }),
      on(`${owner}/${events}/*/forward`, { POST: forwardEvent }),
      on(`${owner}/${events}/*/accept`, { POST: respondWith('accepted') }),
      on(`${owner}/${events}/*/tentativelyAccept`, { POST: respondWith('tentativelyAccepted') }),
      on(`${owner}/${events}/*/decline`, { POST: respondWith('declined') }),
      on(`${owner}/${events}/*/snoozeReminder`, { POST: snoozeReminder }),
      on(`${owner}/${events}/*/dismissReminder`, { POST: dismissReminder }),
    ]),
  ]);
}
