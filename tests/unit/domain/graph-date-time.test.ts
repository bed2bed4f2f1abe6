import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  toGraphDateTime,
  toZoned,
  toZonedInstant,
} from '../../../src/domain/time/graph-date-time.js';
import { toIanaZone, toWindowsZone } from '../../../src/domain/time/time-zone.js';

describe('time zones', () => {
  it.each([
    ['W. Europe Standard Time', 'Europe/Berlin'],
    ['Europe/Berlin', 'Europe/Berlin'],
    ['Pacific Standard Time', 'America/Los_Angeles'],
    ['UTC', 'Etc/UTC'],
    ['America/New_York', 'America/New_York'],
    // As Exchange has it in events that came from elsewhere.
    ['tzone://Microsoft/Utc', 'Etc/UTC'],
  ])('%s is %s', (name, iana) => {
    expect(toIanaZone(name)).toBe(iana);
  });

  it('know no others', () => {
    for (const name of ['', 'Mars/Olympus', 'Berlin', '+25:00', 'tzone://Microsoft/Custom'])
      expect(toIanaZone(name)).toBeNull();
  });

  it('have a Windows name where Windows knows them', () => {
    expect(toWindowsZone('Asia/Kolkata')).toBe('India Standard Time');
    expect(toWindowsZone('Europe/Berlin')).toBe('W. Europe Standard Time');
  });
});

describe('times', () => {
  it('of Graph are told with their offset, in the zone that was asked for', () => {
    const time = { dateTime: '2026-11-26T09:00:00.0000000', timeZone: 'UTC' };
    expect(toZoned(time, 'Europe/Berlin')).toBe('2026-11-26T10:00:00+01:00');
    const summer = { dateTime: '2026-07-01T09:00:00', timeZone: 'Pacific Standard Time' };
    expect(toZoned(summer, 'Europe/Berlin')).toBe('2026-07-01T18:00:00+02:00');
    expect(toZonedInstant('2026-11-26T09:00:00Z', 'Asia/Kolkata')).toBe(
      '2026-11-26T14:30:00+05:30',
    );
    expect(toZoned({ dateTime: 'soon', timeZone: 'UTC' }, 'UTC')).toBeNull();
    expect(toZoned({ dateTime: '2026-11-26T09:00:00', timeZone: 'Nowhere' }, 'UTC')).toBeNull();
  });

  it('that a caller wrote are a clock’s time in the zone, unless they say their offset', () => {
    expect(toGraphDateTime('2026-11-26T09:00', 'Europe/Berlin')).toEqual({
      dateTime: '2026-11-26T09:00:00',
      timeZone: 'Europe/Berlin',
    });
    expect(toGraphDateTime('2026-11-26T09:00:00Z', 'Europe/Berlin')).toEqual({
      dateTime: '2026-11-26T10:00:00',
      timeZone: 'Europe/Berlin',
    });
    expect(toGraphDateTime('tomorrow', 'Europe/Berlin')).toBeNull();
  });

  it('come back from Graph as the moment that was meant', () => {
    const zones = fc.constantFrom(
      'Europe/Berlin',
      'America/Los_Angeles',
      'Asia/Kolkata',
      'Etc/UTC',
    );
    const moments = fc.integer({ min: 1_600_000_000, max: 2_000_000_000 });
    fc.assert(
      fc.property(moments, zones, zones, (seconds, sent, asked) => {
        const instant = new Date(seconds * 1_000).toISOString();
        const written = toGraphDateTime(instant, sent);
        const back = written === null ? null : toZoned(written, asked);
        // In the hour that a clock has twice, the earlier one is meant.
        const drift = Math.abs(Date.parse(back ?? '') - seconds * 1_000);
        expect([0, 3_600_000]).toContain(drift);
      }),
    );
  });
});
