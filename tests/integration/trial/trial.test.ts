import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { jobs } from './all-jobs.js';
import { daysFrom } from './days.js';
import type { Job } from './job.js';
import { openModel } from './open-model.js';
import { startTrialStand, type TrialStand } from './trial-stand.js';

let stand: TrialStand;

beforeAll(async () => {
  stand = await startTrialStand();
});
afterAll(() => stand.close());

/** Hosts of both eras take turns. */
const eras = ['legacy', { pin: '2026-07-28' }] as const;

async function work(job: Job, era: (typeof eras)[number]) {
  await job.start?.(stand);
  const client = await stand.connect(job, era);
  try {
    let said = job.words;
    const model = await openModel(client, () => said);
    const told = await job.solve({
      model,
      days: daysFrom(new Date(), 'Europe/Berlin'),
      ask(question) {
        const answer = job.answer?.(question);
        if (answer === undefined) throw new Error(`Nobody answers "${question}"`);
        said += `\n${answer}`;
        return answer;
      },
      pause: async () => job.meanwhile?.(stand),
    });
    return { told, calls: model.calls, wrongCalls: model.wrongCalls };
  } finally {
    await client.close();
  }
}

describe('a model that has only the tools, their descriptions and what they answer', () => {
  const numbered = jobs.map((job, index) => ({ ...job, index }));
  it.each(numbered)('does "$words" by $profile in $calls calls', async ({ index, ...job }) => {
    const { told, calls, wrongCalls } = await work(job, eras[index % 2] ?? 'legacy');
    await job.check(stand, told);
    expect({ calls, wrongCalls }).toEqual({ calls: job.calls, wrongCalls: job.wrongCalls });
  });

  it('does at least 25 jobs, and learns from a mistake in each', () => {
    expect(jobs.length).toBeGreaterThanOrEqual(25);
    expect(jobs.filter(({ wrongCalls }) => wrongCalls === 0)).toEqual([]);
    expect(new Set(jobs.map(({ words }) => words)).size).toBe(jobs.length);
  });
});
