import { expect, test } from 'vitest';
import { shortestHistory } from '../chaos/report/history.js';
import { runChaos } from '../chaos/run-chaos.js';

/** A short run of `npm run test:chaos`: three plans, every process killed once or more. */
test('nothing is lost, doubled or overwritten while everything is killed and broken', async () => {
  const { violations, evidence, figures } = await runChaos({
    seed: 20_261,
    minutes: 0.4,
    tasks: 120,
    plans: 3,
    keepFolder: false,
    say: () => {},
  });
  const history = shortestHistory(violations, evidence).join('\n');
  expect(violations, history).toEqual([]);
  // It was a run worth judging, on a busy machine too.
  expect(figures.damage.kills.size).toBeGreaterThanOrEqual(5);
  expect(figures.writesMeanwhile).toBeGreaterThan(5);
}, 240_000);
