import { DateTime } from 'luxon';

/** What somebody wants to look at. */
export interface AskedRange {
  readonly start?: string | undefined;
  readonly end?: string | undefined;
  /** `today`, `tomorrow` or a day. */
  readonly day?: string | undefined;
  /** `this`, `next` or a day in the week, which begins on Monday. */
  readonly week?: string | undefined;
}

/** A stretch of time, with the days that it touches by the clock of the zone. */
export interface ViewRange {
  readonly kind: 'range';
  /** UTC, as in 2026-11-25T23:00:00Z. */
  readonly from: string;
  readonly to: string;
  readonly firstDay: string;
  readonly lastDay: string;
}

export interface RangeProblem {
  readonly kind: 'problem';
  readonly field: keyof AskedRange;
  readonly message: string;
}

/** Left out: from the beginning of today, and for seven days. `now`: ms since 1970. */
export function readViewRange(
  asked: AskedRange,
  zone: string,
  now: number,
): ViewRange | RangeProblem {
  const today = DateTime.fromMillis(now, { zone }).startOf('day');
  const { start, end, day, week } = asked;
  const given = (['start', 'end'] as const).find((field) => asked[field] !== undefined);
  if (day !== undefined && week !== undefined) return problem('week', 'and day: send one of them');
  if ((day ?? week) !== undefined && given !== undefined) {
    return problem(given, `and ${day === undefined ? 'week' : 'day'}: send one of them`);
  }
  if (day !== undefined) {
    const from = day === 'today' ? today : day === 'tomorrow' ? today.plus({ days: 1 }) : at(day);
    if (!from.isValid) return problem('day', 'must be today, tomorrow or a day like 2026-11-26');
    return range(from.startOf('day'), from.startOf('day').plus({ days: 1 }));
  }
  if (week !== undefined) {
    const from = week === 'this' ? today : week === 'next' ? today.plus({ weeks: 1 }) : at(week);
    if (!from.isValid) return problem('week', 'must be this, next or a day in it like 2026-11-26');
    return range(from.startOf('week'), from.startOf('week').plus({ weeks: 1 }));
  }
  const from = start === undefined ? today : at(start);
  if (!from.isValid) return problem('start', 'must be a time like 2026-11-26T09:00, or a day');
  const to = end === undefined ? from.plus({ days: 7 }) : at(end);
  if (!to.isValid) return problem('end', 'must be a time like 2026-11-26T17:00, or a day');
  if (to <= from) return problem('end', 'must be after start');
  return range(from, to);

  function at(text: string): DateTime {
    return DateTime.fromISO(text.trim(), { zone });
  }
}

function range(from: DateTime, to: DateTime): ViewRange {
  return {
    kind: 'range',
    from: inUtc(from),
    to: inUtc(to),
    firstDay: dayOf(from),
    lastDay: dayOf(to.minus({ milliseconds: 1 })),
  };
}

function inUtc(time: DateTime): string {
  return time.toUTC().toFormat("yyyy-MM-dd'T'HH:mm:ss'Z'");
}

function dayOf(time: DateTime): string {
  return time.toFormat('yyyy-MM-dd');
}

function problem(field: RangeProblem['field'], message: string): RangeProblem {
  return { kind: 'problem', field, message };
}
