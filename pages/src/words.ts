import type { SyncStatus } from './read-overview.js';

type PlanStatus = SyncStatus['plans'][number];

export const planStates: Readonly<Record<PlanStatus['state'], string>> = {
  watching: 'in step',
  starting: 'starting',
  stopped: 'stopped',
  failing: 'failing',
  paused: 'paused',
  preview: 'preview only',
  reauth_required: 'sign-in needed',
};

export const statuses: Readonly<Record<SyncStatus['status'], string>> = {
  healthy: 'Changes travel both ways.',
  degraded: 'Changes are safe, and travel later.',
  unhealthy: 'Nothing can be written now.',
};

/** How far behind a plan is. */
export function behind({ lag, pending }: Pick<PlanStatus, 'lag' | 'pending'>): string {
  if (pending === 0) return 'nothing waits';
  const tasks = pending === 1 ? '1 task' : `${String(pending)} tasks`;
  return lag === null ? tasks : `${tasks}, ${duration(lag)}`;
}

/** Tasks that cannot be synced. */
export function failing({ failing: count }: Pick<PlanStatus, 'failing'>): string {
  return count === 1 ? '1 task cannot be synced' : `${String(count)} tasks cannot be synced`;
}

function duration(ms: number): string {
  const seconds = Math.round(ms / 1_000);
  if (seconds < 60) return `${String(seconds)} s`;
  const minutes = Math.round(seconds / 60);
  return minutes < 60 ? `${String(minutes)} min` : `${String(Math.round(minutes / 60))} h`;
}
