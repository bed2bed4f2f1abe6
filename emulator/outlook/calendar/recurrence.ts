/** A repetition as Graph describes it. https://learn.microsoft.com/graph/api/resources/patternedrecurrence */
export type Recurrence = {
  readonly pattern: RecurrencePattern;
  readonly range: RecurrenceRange;
};

export type RecurrencePattern = {
  readonly type: string;
  readonly interval: number;
  readonly month?: number;
  readonly dayOfMonth?: number;
  readonly daysOfWeek?: readonly string[];
  readonly firstDayOfWeek?: string;
  readonly index?: string;
};

export type RecurrenceRange = {
  readonly type: string;
  /** 2026-11-26 */
  readonly startDate: string;
  readonly endDate?: string;
  readonly numberOfOccurrences?: number;
  readonly recurrenceTimeZone?: string;
};

const DAY_MS = 86_400_000;
const DAYS = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];
const WEEK_INDEXES = ['first', 'second', 'third', 'fourth'];
/** A series without end is followed this far from its start. */
const MAX_DAYS = 366 * 50;

/** The days of a series, in order, up to and with `lastDay`. */
export function* daysOf({ pattern, range }: Recurrence, lastDay: string): Generator<string> {
  const first = Date.parse(`${range.startDate}T00:00:00Z`);
  const end = range.type === 'endDate' && range.endDate !== undefined ? range.endDate : lastDay;
  const last = Date.parse(`${end < lastDay ? end : lastDay}T00:00:00Z`);
  const most = range.type === 'numbered' ? (range.numberOfOccurrences ?? 1) : Infinity;
  let count = 0;
  for (let at = first, days = 0; at <= last && count < most; at += DAY_MS, days += 1) {
    if (days > MAX_DAYS) return;
    if (!fits(pattern, new Date(first), new Date(at))) continue;
    count += 1;
    yield new Date(at).toISOString().slice(0, 10);
  }
}

function fits(pattern: RecurrencePattern, first: Date, day: Date): boolean {
  const { interval } = pattern;
  switch (pattern.type) {
    case 'daily':
      return daysBetween(first, day) % interval === 0;
    case 'weekly':
      return isNamed(pattern, day) && weeksBetween(pattern, first, day) % interval === 0;
    case 'absoluteMonthly':
      return isDayOfMonth(pattern, first, day) && monthsBetween(first, day) % interval === 0;
    case 'relativeMonthly':
      return isNth(pattern, day) && monthsBetween(first, day) % interval === 0;
    case 'absoluteYearly':
      return (
        isMonth(pattern, first, day) &&
        isDayOfMonth(pattern, first, day) &&
        yearsBetween(first, day) % interval === 0
      );
    case 'relativeYearly':
      return (
        isMonth(pattern, first, day) &&
        isNth(pattern, day) &&
        yearsBetween(first, day) % interval === 0
      );
    default:
      return false;
  }
}

function isNamed({ daysOfWeek = [] }: RecurrencePattern, day: Date): boolean {
  return daysOfWeek.includes(DAYS[day.getUTCDay()] ?? '');
}

/** A day that a month lacks is its last one. */
function isDayOfMonth({ dayOfMonth }: RecurrencePattern, first: Date, day: Date): boolean {
  const wanted = dayOfMonth ?? first.getUTCDate();
  return day.getUTCDate() === Math.min(wanted, daysInMonth(day));
}

function isMonth({ month }: RecurrencePattern, first: Date, day: Date): boolean {
  return day.getUTCMonth() + 1 === (month ?? first.getUTCMonth() + 1);
}

/** The first, …, last of the named days in the month; several names count together, so all five workdays are "weekday". */
function isNth(pattern: RecurrencePattern, day: Date): boolean {
  if (!isNamed(pattern, day)) return false;
  const [year, month] = [day.getUTCFullYear(), day.getUTCMonth()];
  const named: number[] = [];
  for (let date = 1; date <= daysInMonth(day); date += 1) {
    if (isNamed(pattern, new Date(Date.UTC(year, month, date)))) named.push(date);
  }
  const at = WEEK_INDEXES.indexOf(pattern.index ?? 'first');
  return (at < 0 ? named.at(-1) : named[at]) === day.getUTCDate();
}

function daysInMonth(day: Date): number {
  return new Date(Date.UTC(day.getUTCFullYear(), day.getUTCMonth() + 1, 0)).getUTCDate();
}

function daysBetween(first: Date, day: Date): number {
  return Math.round((day.getTime() - first.getTime()) / DAY_MS);
}

function weeksBetween({ firstDayOfWeek }: RecurrencePattern, first: Date, day: Date): number {
  const start = Math.max(0, DAYS.indexOf(firstDayOfWeek ?? 'sunday'));
  const offset = (first.getUTCDay() - start + 7) % 7;
  return Math.floor((daysBetween(first, day) + offset) / 7);
}

function monthsBetween(first: Date, day: Date): number {
  return yearsBetween(first, day) * 12 + day.getUTCMonth() - first.getUTCMonth();
}

function yearsBetween(first: Date, day: Date): number {
  return day.getUTCFullYear() - first.getUTCFullYear();
}
