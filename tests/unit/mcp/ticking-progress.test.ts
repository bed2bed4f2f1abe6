import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { startTicking, type ProgressReport } from '../../../src/mcp/calls/ticking-progress.js';

beforeEach(
  () => void vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval', 'performance'] }),
);
afterEach(() => void vi.useRealTimers());

it('a call ticks every two seconds until it tells of its progress itself, which never goes back', () => {
  const told: ProgressReport[] = [];
  const ticking = startTicking((report) => void told.push(report));
  vi.advanceTimersByTime(4_100);
  for (const progress of [1, 9, 3]) ticking.report({ progress, total: 10, message: 'Working' });
  vi.advanceTimersByTime(10_000);
  expect(told.map(({ progress }) => progress)).toEqual([2, 4, 9]);
});

it('a call that is over ticks no more', () => {
  const told: ProgressReport[] = [];
  const ticking = startTicking((report) => void told.push(report));
  vi.advanceTimersByTime(2_100);
  ticking.stop();
  vi.advanceTimersByTime(10_000);
  expect(told).toHaveLength(1);
});
