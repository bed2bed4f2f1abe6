import { describe, expect, it } from 'vitest';
import { keepGraphUsage, readGraphUsage } from '../../../src/tasks/graph-usage.js';
import { aTaskStore, silent } from './task-store-fixture.js';

const hourMs = 3_600_000;

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
});
