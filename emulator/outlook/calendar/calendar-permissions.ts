import type { OutlookPermissions } from '../mailbox.js';

const alike = (...names: string[]): OutlookPermissions => ({ app: names, person: names });

export const readCalendarBasics = alike(
  'Calendars.ReadBasic',
  'Calendars.ReadBasic.All',
  'Calendars.Read',
  'Calendars.ReadWrite',
);
export const readCalendar = alike('Calendars.Read', 'Calendars.ReadWrite');
export const writeCalendar = alike('Calendars.ReadWrite');
/** https://learn.microsoft.com/graph/api/user-findmeetingtimes: for people only. */
export const findTimes: OutlookPermissions = {
  app: [],
  person: ['Calendars.Read.Shared', 'Calendars.ReadWrite.Shared'],
};
/** `Calendars.ReadBasic` shows no bodies. */
export const READERS_OF_BODIES = ['Calendars.Read', 'Calendars.ReadWrite'];
