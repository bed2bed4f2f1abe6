/**
 * Planner means days, Graph stores moments. Planner's own pages write 10:00 UTC, which is the same day nearly
 * everywhere; so a moment is shown as its day in UTC.
 */

/** `2026-12-01` of `2026-12-01T10:00:00Z`. */
export function toDay(moment: string): string {
  return moment.slice(0, 10);
}

/** The moment Planner's own pages write for a day; an empty day is no date. */
export function fromDay(day: string): string | null {
  return day === '' ? null : `${day}T10:00:00Z`;
}

function pad(part: number): string {
  return String(part).padStart(2, '0');
}

/** The visitor's own day now. */
function today(now: Date): string {
  return `${now.getFullYear()}-${pad(now.getMonth() + 1)}-${pad(now.getDate())}`;
}

export function isOverdue(dueDateTime: string | null, percentComplete: number, now: Date): boolean {
  return dueDateTime !== null && percentComplete < 100 && toDay(dueDateTime) < today(now);
}

/** "Today", "Tomorrow", "Yesterday", "1 Dec", or with the year when it is another one. */
export function formatDay(moment: string, now: Date, locale: string): string {
  const day = toDay(moment);
  const distance = Math.round((Date.parse(day) - Date.parse(today(now))) / 86_400_000);
  if (distance === 0) return 'Today';
  if (distance === 1) return 'Tomorrow';
  if (distance === -1) return 'Yesterday';
  const isThisYear = day.slice(0, 4) === today(now).slice(0, 4);
  return new Intl.DateTimeFormat(locale, {
    day: 'numeric',
    month: 'short',
    timeZone: 'UTC',
    ...(isThisYear ? {} : { year: 'numeric' }),
  }).format(Date.parse(day));
}

/** "just now", "5 min ago", "3 h ago", then the day. */
export function formatAge(at: string, now: Date, locale: string): string {
  const seconds = Math.max(0, (now.getTime() - Date.parse(at)) / 1_000);
  if (seconds < 60) return 'just now';
  if (seconds < 3_600) return `${Math.floor(seconds / 60)} min ago`;
  if (seconds < 86_400) return `${Math.floor(seconds / 3_600)} h ago`;
  return new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short' }).format(Date.parse(at));
}
