import { afterEach, describe, expect, it, vi } from 'vitest';
import { createSignalSoon, type SignalSoon } from '../../../src/notifications/signal-soon.js';

const wait = { timeout: 5_000, interval: 2 };
let signals: SignalSoon;
afterEach(() => signals.stop());

describe('a signal', () => {
  it('goes at once, and again only after a gap, however often it is wanted', async () => {
    const sent: number[] = [];
    signals = createSignalSoon({
      signal: async () => void sent.push(performance.now()),
      onFailure: () => {},
    });
    for (let at = 0; at < 50; at += 1) signals.want('one', 100);
    await vi.waitFor(() => expect(sent).toHaveLength(1), wait);
    for (let at = 0; at < 50; at += 1) signals.want('one', 100);
    await vi.waitFor(() => expect(sent).toHaveLength(2), wait);
    expect((sent[1] ?? 0) - (sent[0] ?? 0)).toBeGreaterThanOrEqual(80);
  });

  it('that is wanted while one is under way goes once more', async () => {
    let count = 0;
    let goOn = () => {};
    const isHeldUp = new Promise<void>((resolve) => {
      goOn = resolve;
    });
    signals = createSignalSoon({
      signal: async () => {
        count += 1;
        if (count === 1) await isHeldUp;
      },
      onFailure: () => {},
    });
    signals.want('one', 0);
    await vi.waitFor(() => expect(count).toBe(1), wait);
    signals.want('one', 0);
    signals.want('one', 0);
    goOn();
    await vi.waitFor(() => expect(count).toBe(2), wait);
  });

  it('that fails is sent again until it is taken, and holds up no other', async () => {
    const taken: string[] = [];
    const failures: unknown[] = [];
    let isAway = true;
    signals = createSignalSoon({
      signal: async (name) => {
        if (isAway && name === 'one') throw new Error('away');
        taken.push(name);
      },
      onFailure: (error) => failures.push(error),
    });
    signals.want('one', 0);
    signals.want('two', 0);
    await vi.waitFor(() => expect(failures.length).toBeGreaterThan(1), wait);
    expect(taken).toEqual(['two']);
    isAway = false;
    await vi.waitFor(() => expect(taken).toEqual(['two', 'one']), wait);
  });
});
