import { describe, expect, it } from 'vitest';
import { createHurryLooks } from '../../../src/tasks/hurried-looks.js';

function aHurry() {
  const sent: { planIds: readonly string[]; untilMs: number }[] = [];
  const lost: unknown[] = [];
  let failure: Error | null = null;
  const hurry = createHurryLooks({
    send: async (planIds, untilMs) => {
      if (failure !== null) throw failure;
      sent.push({ planIds, untilMs });
    },
    onLost: (error) => lost.push(error),
    now: () => 0,
  });
  return { hurry, sent, lost, fail: (error: Error | null) => (failure = error) };
}

describe('hurried looks', () => {
  it('are one wish for all who wait for the same plan until about the same time', () => {
    const { hurry, sent } = aHurry();
    for (let at = 0; at < 100; at += 1) hurry(['plan'], 25_000 + at);
    expect(sent).toEqual([{ planIds: ['plan'], untilMs: 25_000 }]);
  });

  it('are asked for again by who waits longer, and for other plans', () => {
    const { hurry, sent } = aHurry();
    hurry(['one'], 25_000);
    hurry(['one', 'two'], 26_000);
    hurry(['one'], 50_000);
    hurry(['one'], 30_000);
    expect(sent).toEqual([
      { planIds: ['one'], untilMs: 25_000 },
      { planIds: ['two'], untilMs: 26_000 },
      { planIds: ['one'], untilMs: 50_000 },
    ]);
  });

  it('that got lost are asked for again', async () => {
    const { hurry, sent, lost, fail } = aHurry();
    fail(new Error('Temporal is away'));
    hurry(['plan'], 25_000);
    await Promise.resolve();
    await Promise.resolve();
    fail(null);
    hurry(['plan'], 25_000);
    expect(lost).toHaveLength(1);
    expect(sent).toHaveLength(1);
  });
});
