import { setTimeout as sleep } from 'node:timers/promises';
import { compareSides } from '../checker/compare-sides.js';
import type { Sides } from './read-sides.js';

/**
 * Reads both sides until they are equal and say so, or the time is over: then they are judged as they are.
 * @returns what was read last, and how long it took (ms)
 */
export async function untilConverged(
  read: () => Promise<Sides>,
  options: { readonly timeoutMs: number; readonly say: (text: string) => void },
): Promise<{ readonly sides: Sides; readonly ms: number; readonly isConverged: boolean }> {
  const startedAt = Date.now();
  for (let told = 0; ;) {
    const sides = await read();
    const differences = compareSides(sides.documents, sides.board);
    const ms = Date.now() - startedAt;
    if (differences.length === 0) return { sides, ms, isConverged: true };
    if (ms > options.timeoutMs) return { sides, ms, isConverged: false };
    if (Date.now() - told > 5_000) {
      const [first] = differences;
      options.say(
        `${differences.length} differences, for instance t${String(first?.task)} ${first?.what ?? ''}`,
      );
      told = Date.now();
    }
    await sleep(1_000);
  }
}
