import type { Operation } from '../define-operation.js';
import { calendarCancelEvent } from './calendar-cancel-event.js';
import { calendarCreateEvent } from './calendar-create-event.js';
import { calendarFindTimes } from './calendar-find-times.js';
import { calendarFreeBusy } from './calendar-free-busy.js';
import { calendarGetEvent } from './calendar-get-event.js';
import { calendarListCalendars } from './calendar-list-calendars.js';
import { calendarRespond } from './calendar-respond.js';
import { calendarUpdateEvent } from './calendar-update-event.js';
import { calendarView } from './calendar-view.js';

export const calendarOperations: readonly Operation[] = [
  calendarListCalendars,
  calendarView,
  calendarGetEvent,
  calendarCreateEvent,
  calendarUpdateEvent,
  calendarCancelEvent,
  calendarRespond,
  calendarFreeBusy,
  calendarFindTimes,
];
