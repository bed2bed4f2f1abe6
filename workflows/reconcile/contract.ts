export const reconcileWorkflow = 'reconcile';

export function reconcileId(namespace: string): string {
  return `${namespace}/reconcile`;
}
