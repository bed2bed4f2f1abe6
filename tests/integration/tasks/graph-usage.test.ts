import { afterEach, describe, expect, it, vi } from 'vitest';
import { keepGraphUsage, readGraphUsage } from '../../../src/tasks/graph-usage.js';
import { aTaskStore, silent } from './task-store-fixture.js';

const hourMs = 3_600_000;

afterEach(() => {
  vi.useRealTimers();
});

describe('what was asked of Graph', () => {
  it('is added up over all processes, by the hour', async () => {
    const fixture = await aTaskStore();
    let nowMs = 100 * hourMs;
    const asked = {
      one: { httpRequests: 0, subrequests: 0 },
      other: { httpRequests: 0, subrequests: 0 },
    };
    const keep = (name: keyof typeof asked) =>
      keepGraphUsage({ ...fixture, stats: () => asked[name], logger: silent, now: () => nowMs });
    const stops = [keep('one'), keep('other')];
    asked.one = { httpRequests: 3, subrequests: 40 };
    asked.other = { httpRequests: 2, subrequests: 0 };
    for (const stop of stops) await stop();
    const stopLater = keep('one');
    nowMs += hourMs;
    asked.one = { httpRequests: 4, subrequests: 41 };
    await stopLater();

    expect(await readGraphUsage(fixture, nowMs)).toEqual({
      lastHour: { httpRequests: 5, subrequests: 40 },
      thisHour: { httpRequests: 4, subrequests: 41 },
    });
    fixture.close();
  });

  it('is written down every ten seconds, for whoever is killed', async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
    const fixture = await aTaskStore();
    const now = () => 100 * hourMs;
    let asked = { httpRequests: 0, subrequests: 0 };
    const stop = keepGraphUsage({ ...fixture, stats: () => asked, logger: silent, now });
    const booked = async () => (await readGraphUsage(fixture, now())).thisHour;
    asked = { httpRequests: 3, subrequests: 40 };
    vi.advanceTimersByTime(10_000);
    await vi.waitFor(async () => expect(await booked()).toEqual(asked), { timeout: 5_000 });
    asked = { httpRequests: 4, subrequests: 40 };
    vi.advanceTimersByTime(10_000);
    await vi.waitFor(async () => expect(await booked()).toEqual(asked), { timeout: 5_000 });
    await stop();
    expect(await booked()).toEqual(asked);
    fixture.close();
  });
});
