import type { WatchedPlan } from './contract.js';

/** What the next run has to know of a plan; the rest follows from it. */
export type CarriedPlan = Pick<WatchedPlan, 'planId' | 'nextAt' | 'quietSince'> & {
  readonly notBefore?: number;
};

/**
 * One line a plan, numbers to the base 36 and as distances from `at`, which stands in the first line: 10,000 plans are
 * less than 450 kB, and Temporal takes two megabytes.
 */
export function encodeCarried(plans: Iterable<CarriedPlan>, at: number): string {
  const lines = [at.toString(36)];
  for (const { planId, nextAt, quietSince, notBefore } of plans) {
    const numbers = [nextAt - at, at - quietSince];
    if (notBefore !== undefined) numbers.push(notBefore - at);
    lines.push([planId, ...numbers.map((number) => number.toString(36))].join(' '));
  }
  return lines.join('\n');
}

export function decodeCarried(text: string): readonly CarriedPlan[] {
  const [first = '', ...lines] = text.split('\n');
  const at = Number.parseInt(first, 36);
  return lines.map((line) => {
    const [planId = '', next = '', quiet = '', notBefore] = line.split(' ');
    return {
      planId,
      nextAt: at + Number.parseInt(next, 36),
      quietSince: at - Number.parseInt(quiet, 36),
      ...(notBefore !== undefined && { notBefore: at + Number.parseInt(notBefore, 36) }),
    };
  });
}
