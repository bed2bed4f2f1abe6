/** Has plans looked at faster until a time (ms since the epoch). */
export type HurryLooks = (planIds: readonly string[], untilMs: number) => void;

/** Waits that end so close together count as one (ms). */
const closeMs = 2_000;
const mostRemembered = 1_000;

/**
 * Many who wait for the same plan are one wish: it is sent on when nothing that was sent lasts as long. A wish that got
 * lost is no harm, the plan is then looked at in its own rhythm.
 */
export function createHurryLooks(deps: {
  readonly send: (planIds: readonly string[], untilMs: number) => Promise<void>;
  readonly onLost: (error: unknown) => void;
  readonly now: () => number;
}): HurryLooks {
  const sent = new Map<string, number>();
  return (planIds, untilMs) => {
    const wanted = planIds.filter((planId) => (sent.get(planId) ?? 0) < untilMs - closeMs);
    if (wanted.length === 0) return;
    if (sent.size > mostRemembered) forgetPast(sent, deps.now());
    for (const planId of wanted) sent.set(planId, untilMs);
    deps.send(wanted, untilMs).catch((error: unknown) => {
      for (const planId of wanted) sent.delete(planId);
      deps.onLost(error);
    });
  };
}

function forgetPast(sent: Map<string, number>, now: number): void {
  for (const [planId, untilMs] of sent) if (untilMs <= now) sent.delete(planId);
}
