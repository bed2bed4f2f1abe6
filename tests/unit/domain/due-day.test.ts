import { describe, expect, it } from 'vitest';
import { addDays, dayOf, toDueDay } from '../../../src/domain/time/due-day.js';

describe('the day of a due date', () => {
  it.each([
    ['a midnight of the clock of the zone', '2026-11-25T23:00:00', 'UTC', '2026-11-26'],
    ['a midnight of another clock', '2026-11-26T00:00:00', 'W. Europe Standard Time', '2026-11-26'],
    ['a midnight of UTC, which is that day everywhere', '2026-11-26T00:00:00', 'UTC', '2026-11-26'],
  ])('is that of %s', (_what, dateTime, timeZone, day) => {
    expect(toDueDay({ dateTime, timeZone }, 'Europe/Berlin')).toBe(day);
  });

  it('is that of UTC also where the clock shows the day before', () => {
    const midnight = { dateTime: '2026-11-26T00:00:00', timeZone: 'UTC' };
    expect(toDueDay(midnight, 'America/Los_Angeles')).toBe('2026-11-26');
  });

  it('is none where it cannot be read', () => {
    expect(toDueDay({ dateTime: 'soon', timeZone: 'UTC' }, 'UTC')).toBeNull();
    expect(toDueDay({ dateTime: '2026-11-26T00:00:00', timeZone: 'Mars' }, 'UTC')).toBeNull();
  });
});

describe('a day', () => {
  it('is that of the clock of the zone', () => {
    expect(dayOf('2026-11-25T23:30:00Z', 'Europe/Berlin')).toBe('2026-11-26');
  });

  it('comes some days after another, whatever the clock does between', () => {
    expect(addDays('2026-10-24', 2)).toBe('2026-10-26');
    expect(addDays('2026-12-31', 1)).toBe('2027-01-01');
  });
});
