import { from } from '../reference.js';
import type { Step } from '../step.js';

const id = from('calendar_create_event', 'event.id');
const hours = { start: '2031-03-04T08:00:00+01:00', end: '2031-03-04T18:00:00+01:00' };

/** Calendars of the one who signed in and of others. */
export const calendarSteps: readonly Step[] = [
  { operation: 'calendar_list_calendars' },
  {
    operation: 'calendar_create_event',
    input: {
      subject: 'Visit of the fair',
      start: '2031-03-04T10:00:00',
      end: '2031-03-04T11:00:00',
      timeZone: 'Europe/Berlin',
      attendees: ['Jonas Lindqvist'],
      location: 'Hall 4',
    },
  },
  { operation: 'calendar_view', input: { day: '2031-03-04', timeZone: 'Europe/Berlin' } },
  { operation: 'calendar_get_event', input: { id } },
  { operation: 'calendar_update_event', input: { id, location: 'Hall 5' } },
  { operation: 'calendar_free_busy', input: { people: ['Jonas Lindqvist'], ...hours } },
  {
    operation: 'calendar_find_times',
    input: { people: ['Jonas Lindqvist'], durationMinutes: 30, limit: 2, ...hours },
  },
  {
    operation: 'calendar_respond',
    input: { id: from('stand', 'invitation'), response: 'accept', comment: 'I will be there' },
  },
  { operation: 'calendar_cancel_event', input: { id, message: 'The fair is put off' } },
];
