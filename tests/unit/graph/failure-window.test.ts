import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import {
  createFailureWindow,
  type FailureWindow,
} from '../../../src/graph/gateway/access/failure-window.js';

let window: FailureWindow;
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: 1_800_000_000_000 });
  window = createFailureWindow();
});
afterEach(() => {
  vi.useRealTimers();
});

/** The verdict on the last of so many exchanges. */
function after(count: number, everyMs: number, health: 'well' | 'failed'): 'fine' | 'failing' {
  let verdict: 'fine' | 'failing' = 'fine';
  for (let at = 0; at < count; at += 1) {
    vi.setSystemTime(Date.now() + everyMs);
    verdict = window.note(health);
  }
  return verdict;
}

describe('the failures of half a minute', () => {
  it('are no verdict as long as they are fewer than five', () => {
    expect(after(4, 100, 'failed')).toBe('fine');
    expect(after(1, 100, 'failed')).toBe('failing');
  });

  it('are too many when they are more than half', () => {
    after(6, 1_000, 'well');
    expect(after(6, 1_000, 'failed')).toBe('fine');
    expect(after(1, 1_000, 'failed')).toBe('failing');
  });

  it('are not outweighed by what went well before, however seldom something is asked', () => {
    after(30, 5_000, 'well');
    expect(after(5, 5_000, 'failed')).toBe('failing');
  });

  it('are not added to those of the time before', () => {
    expect(after(20, 10_000, 'failed')).toBe('fine');
  });
});
