import { DateTime } from 'luxon';
import type { Span } from './busy-times.js';
import { weekdays } from '../recurrence/recurrence.js';

/** When somebody works, by the clock of their zone. */
export interface WorkingHours {
  readonly days: readonly string[];
  /** 08:00 */
  readonly start: string;
  readonly end: string;
  /** IANA name. */
  readonly timeZone: string;
}

export interface Attendance {
  readonly isOptional: boolean;
  /** When they cannot come. */
  readonly busy: readonly Span[];
  /** Null: not known, so any time will do. */
  readonly workingHours: WorkingHours | null;
}

export interface SlotRequest {
  readonly range: Span;
  readonly durationMs: number;
  /** Slots begin at whole steps of the clock (UTC). */
  readonly stepMs: number;
  readonly most: number;
  readonly people: readonly Attendance[];
}

export interface Slot extends Span {
  /** Indexes of optional people who cannot come. */
  readonly without: readonly number[];
}

/**
 * Times at which everybody who is needed works and is free: those at which most of the optional people can come too first,
 * and then the earliest.
 */
export function findSlots({ range, durationMs, stepMs, most, people }: SlotRequest): Slot[] {
  const attendances = people.map((person) => ({
    ...person,
    works: person.workingHours === null ? [range] : workingSpans(person.workingHours, range),
  }));
  const slots: Slot[] = [];
  const first = Math.ceil(range.start / stepMs) * stepMs;
  for (let start = first; start + durationMs <= range.end; start += stepMs) {
    const slot = { start, end: start + durationMs };
    const absent = attendances.flatMap((one, index) => (canCome(one, slot) ? [] : [index]));
    if (absent.every((index) => attendances[index]?.isOptional === true)) {
      slots.push({ ...slot, without: absent });
    }
  }
  return slots
    .toSorted(
      (left, right) => left.without.length - right.without.length || left.start - right.start,
    )
    .slice(0, most);
}

function canCome(
  { works, busy }: { readonly works: readonly Span[]; readonly busy: readonly Span[] },
  slot: Span,
): boolean {
  return (
    works.some(({ start, end }) => start <= slot.start && slot.end <= end) &&
    !busy.some(({ start, end }) => start < slot.end && slot.start < end)
  );
}

/** Each day's, by the clock of their zone, whatever happens to the clock that day; hours over midnight end on the next day. */
export function workingSpans(hours: WorkingHours, range: Span): readonly Span[] {
  const { days, start, end, timeZone } = hours;
  const [from, to] = [minutesOf(start), minutesOf(end)];
  const spans: Span[] = [];
  let day = DateTime.fromMillis(range.start, { zone: timeZone }).startOf('day').minus({ days: 1 });
  for (; day.toMillis() < range.end; day = day.plus({ days: 1 }).startOf('day')) {
    if (!days.includes(weekdays[day.weekday - 1] ?? '')) continue;
    const last = to > from ? day : day.plus({ days: 1 });
    spans.push({ start: onClock(day, from), end: onClock(last, to) });
  }
  return joined(spans);
}

function minutesOf(time: string): number {
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  return hour * 60 + minute;
}

function onClock(day: DateTime, minutes: number): number {
  const time = { hour: Math.floor(minutes / 60), minute: minutes % 60 };
  return (minutes >= 24 * 60 ? day.plus({ days: 1 }) : day.set(time)).toMillis();
}

/** Who works around the clock can also meet over midnight. */
function joined(spans: readonly Span[]): readonly Span[] {
  const all: Span[] = [];
  for (const span of spans) {
    const last = all.at(-1);
    if (last !== undefined && span.start <= last.end) {
      all[all.length - 1] = { start: last.start, end: Math.max(last.end, span.end) };
    } else all.push(span);
  }
  return all;
}
