import type { Operation } from '../define-operation.js';
import { calendarCancelEvent } from './calendar-cancel-event.js';
import { calendarFindTimes } from './calendar-find-times.js';
import { calendarFreeBusy } from './calendar-free-busy.js';
import { calendarListCalendars } from './calendar-list-calendars.js';
import { calendarRespond } from './calendar-respond.js';
import { calendarView } from './calendar-view.js';

export const calendarOperations: readonly Operation[] = [
  calendarListCalendars,
  calendarView,
  calendarCancelEvent,
  calendarRespond,
  calendarFreeBusy,
  calendarFindTimes,
];
