import type { SweepOutcome } from '../../domain/sweep-outcome.js';
import type { PlanTraces } from '../../tasks/plan-traces.js';

export interface BrokenLookDeps {
  readonly traces: PlanTraces;
  /** Hears of an error that nobody foresaw; its message may quote what people wrote. */
  readonly onUnexpected: (error: unknown, planId: string) => void;
}

/**
 * A look at each plan, side by side. What nobody foresaw at one of them (a value in Redis that cannot be read) must not
 * keep the others from being looked at for ever, so it is an outcome of that plan. Where nothing works, it rejects.
 */
export async function lookAtPlans<Look extends { readonly planId: string }>(
  deps: BrokenLookDeps,
  looks: readonly Look[],
  lookAt: (look: Look) => Promise<SweepOutcome>,
): Promise<readonly SweepOutcome[]> {
  const results = await Promise.allSettled(looks.map(lookAt));
  const [first] = results;
  if (first?.status === 'rejected' && results.every(({ status }) => status === 'rejected')) {
    throw first.reason;
  }
  return Promise.all(
    looks.map(async ({ planId }, at): Promise<SweepOutcome> => {
      const result = results[at];
      if (result?.status === 'fulfilled') return result.value;
      deps.onUnexpected(result?.reason, planId);
      await noteBroken(deps, planId);
      return { planId, isActive: false, error: { code: 'unexpected', retryAfterMs: null } };
    }),
  );
}

/** Only people read it; what broke the look may break this as well. */
async function noteBroken({ traces }: BrokenLookDeps, planId: string): Promise<void> {
  try {
    const trace = await traces.read(planId);
    const reason = "The look broke off; the worker's log says where.";
    await traces.write(planId, { ...trace, state: 'failing', reason });
  } catch {
    // The log has it.
  }
}
