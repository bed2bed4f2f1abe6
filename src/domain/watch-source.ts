/**
 * How changes that people make in a plan are noticed, the best first:
 * - `notification`: Graph tells of them; complete looks only confirm
 * - `delta`: Graph is asked what changed (beta); complete looks beside it, because it does not tell everything
 * - `sweep`: complete looks
 */
export const watchSources = ['notification', 'delta', 'sweep'] as const;
export type WatchSource = (typeof watchSources)[number];

/** What Graph said when a source was tried: `refused` for good, `failed` for now, `not_tried` for a reason of ours. */
export const probeAnswers = ['accepted', 'refused', 'failed', 'not_tried'] as const;

/** The outcome of one try, with a sentence for people. */
export interface ProbeAnswer {
  readonly answer: (typeof probeAnswers)[number];
  readonly reason: string;
}

/** Which sources Graph offers to an account. */
export interface SourceCapabilities {
  /** UTC. */
  readonly probedAt: string;
  readonly notification: ProbeAnswer;
  readonly delta: ProbeAnswer;
}

/** The resource of a subscription that would tell of changes of a plan's tasks. Graph refuses it to this day. */
export function planTasksResource(planId: string): string {
  return `planner/plans/${planId}/tasks`;
}
