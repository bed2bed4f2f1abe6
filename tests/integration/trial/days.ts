const names = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];
const dayMs = 86_400_000;

type Weekday = 'monday' | 'wednesday' | 'thursday' | 'friday';

/** The calendar on a model's wall, as days like 2026-11-26. */
export interface Days {
  readonly today: string;
  after(day: string, days: number): string;
  /** The next one after today. */
  next(weekday: Weekday): string;
  /** Monday of the present week. */
  readonly monday: string;
}

export function daysFrom(now: Date, timeZone: string): Days {
  const today = new Intl.DateTimeFormat('sv-SE', { timeZone }).format(now);
  const weekday = new Date(today).getUTCDay();
  const after = (day: string, days: number): string =>
    new Date(Date.parse(day) + days * dayMs).toISOString().slice(0, 10);
  return {
    today,
    after,
    next: (wanted) => after(today, ((names.indexOf(wanted) - weekday + 6) % 7) + 1),
    monday: after(today, -((weekday + 6) % 7)),
  };
}
