import {
  instantOf,
  readEventTimes,
  toShownTimes,
  type EventTimes,
} from '../../domain/calendar/event-times.js';
import { toIanaZone } from '../../domain/time/time-zone.js';
import type { FullEvent } from '../../graph/calendar/calendar-schemas.js';
import { wrongInput } from '../wrong-input.js';
import type { ChosenEvent } from './choose-event.js';

interface AskedChange {
  readonly start?: string | undefined;
  readonly end?: string | undefined;
  readonly isAllDay?: boolean | undefined;
}

/** In which the series was made: its repetition goes by that clock. */
export function zoneOfSeries({ originalStartTimeZone }: FullEvent, zone: string): string {
  return toIanaZone(originalStartTimeZone ?? '') ?? zone;
}

/**
 * When the event will be; null: nothing is said of it. Of a series only the time of the day can be moved alone: it is read
 * off the event that was named, and holds for all. ProblemError invalid_input.
 */
export function changeTimes(
  { named, target }: ChosenEvent,
  asked: AskedChange & { readonly newRecurrence: boolean },
  zone: string,
): EventTimes | null {
  const { start, end, isAllDay } = asked;
  if (start === undefined && end === undefined && isAllDay === undefined) return null;
  const before = toShownTimes(named, zone);
  const times = readEventTimes({ start, end, isAllDay }, before, zone);
  if (times.kind === 'problem') throw wrongInput(times.field, times.message);
  if (target.type !== 'seriesMaster' || asked.newRecurrence) return times;
  return ofSeries({ named, target }, times, zone);
}

function ofSeries({ named, target }: ChosenEvent, times: EventTimes, zone: string): EventTimes {
  if (times.isAllDay !== (target.isAllDay === true)) {
    throw wrongInput('isAllDay', 'of a series changes only with recurrence beside it');
  }
  const clock = zoneOfSeries(target, zone);
  const [from, was, first] = [times.start, named.start, target.start].map((time) =>
    instantOf(time).setZone(clock),
  );
  if (from === undefined || was === undefined || first === undefined) return times;
  const dayNamed = named.isAllDay === true ? named.start.dateTime.slice(0, 10) : was.toISODate();
  if ((times.isAllDay ? times.day : from.toISODate()) !== dayNamed) {
    throw wrongInput('start', 'moves a series to other days: send recurrence beside it');
  }
  if (times.isAllDay) {
    const length = instantOf(times.end).diff(instantOf(times.start), 'days');
    const day = instantOf(target.start).toISODate() ?? '';
    const last = instantOf(target.start).plus(length).toISODate() ?? '';
    const midnight = (date: string) => ({
      dateTime: `${date}T00:00:00`,
      timeZone: times.start.timeZone,
    });
    return { ...times, start: midnight(day), end: midnight(last), day };
  }
  const begins = first.set({ hour: from.hour, minute: from.minute, second: from.second });
  const ends = begins.plus(instantOf(times.end).diff(instantOf(times.start)));
  const read = readEventTimes(
    { start: begins.toISO() ?? '', end: ends.toISO() ?? '', isAllDay: false },
    null,
    clock,
  );
  if (read.kind === 'problem') throw wrongInput(read.field, read.message);
  return read;
}
