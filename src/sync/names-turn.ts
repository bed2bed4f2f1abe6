/** While people work in a plan, its names are read anew so often (ms). */
const busyMs = 600_000;
/** And else. */
const quietMs = 6 * 3_600_000;

/**
 * Whether a plan's title, and what else has a name there, is to be read again: they change seldom, and mostly when
 * something else does.
 */
export function isNamesTurn(plan: {
  readonly now: number;
  /** ms since the epoch; 0: never. */
  readonly readAt: number;
  /** This look found changes of people. */
  readonly isBusy: boolean;
}): boolean {
  return plan.now - plan.readAt >= (plan.isBusy ? busyMs : quietMs);
}
