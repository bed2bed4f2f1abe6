export interface ReconcileInput {
  /** Changes that wait for longer (ms) are handed over again; half a minute without it. */
  readonly olderThanMs?: number;
}

export const reconcileWorkflow = 'reconcile';

export function reconcileId(namespace: string): string {
  return `${namespace}/reconcile`;
}
