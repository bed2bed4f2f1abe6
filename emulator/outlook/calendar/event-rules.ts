import { GraphFailure } from '../../graph/graph-failure.js';
import { fromUtc } from '../time-zones.js';
import type { EventItem } from './event-record.js';

/** What Exchange refuses of an event as a whole, new or changed. */
export function checkEvent(item: EventItem): void {
  if (item.end < item.start) {
    throw invalidProperty("The 'start' must be before the 'end'.");
  }
  if (item.isAllDay) checkWholeDays(item);
  if (item.recurrence === null) return;
  const firstDay = fromUtc(item.start, item.isAllDay ? 'UTC' : item.originalStartTimeZone);
  if (item.recurrence.range.startDate !== firstDay.slice(0, 10)) {
    throw invalidProperty(
      "The 'startDate' of the recurrence must be the day of the event's 'start'.",
    );
  }
}

/** https://learn.microsoft.com/graph/api/resources/event: from midnight to midnight, in one zone. */
function checkWholeDays({ start, end, ...item }: EventItem): void {
  for (const [name, time] of [
    ['Start', start],
    ['End', end],
  ] as const) {
    if (time.slice(11, 19) === '00:00:00') continue;
    throw invalidProperty(
      `The Event.${name} property for an all-day event needs to be set to midnight.`,
    );
  }
  if (start === end)
    throw invalidProperty('The duration of an all-day event must be at least a day.');
  if (item.originalStartTimeZone !== item.originalEndTimeZone) {
    throw invalidProperty('The start and end of an all-day event must be in the same time zone.');
  }
}

function invalidProperty(message: string): GraphFailure {
  return new GraphFailure(
    400,
    'ErrorPropertyValidationFailure',
    `At least one property failed validation. Property: ${message}`,
  );
}
