const plannerPrefix = 'planner:';

/** Names a Planner task that has no task id yet, where otherwise a task id stands. */
export function plannerRef(plannerId: string): string {
  return `${plannerPrefix}${plannerId}`;
}
