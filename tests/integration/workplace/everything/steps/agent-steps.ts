import { from } from '../reference.js';
import type { Step } from '../step.js';

const task = from('task_create', 'task.id');

/** Agents' tasks, and what shows and steers their way to Planner. */
export const agentSteps: readonly Step[] = [
  {
    operation: 'task_create',
    input: { title: 'Write the release notes', priority: 3, dueDateTime: '2031-03-07T15:00:00Z' },
  },
  { operation: 'task_update', input: { id: task, percentComplete: 50, title: 'Release notes' } },
  { operation: 'task_get', input: { id: task } },
  { operation: 'task_list', input: { limit: 5 } },
  { operation: 'task_events_since', input: { limit: 2 } },
  { operation: 'task_wait_for_change', input: { id: task, rev: 1, timeoutSeconds: 5 } },
  { operation: 'metadata_get', input: { type: 'user', id: from('stand', 'maya') } },
  { operation: 'sync_get_status', isOfTheMoment: true },
  { operation: 'sync_explain_task', input: { id: task }, isOfTheMoment: true },
  { operation: 'sync_history', input: { id: task, limit: 5 } },
  {
    operation: 'sync_list_conflicts',
    before: { kind: 'conflict', task },
    input: { taskId: task },
    isOfTheMoment: true,
  },
  {
    operation: 'sync_resolve_conflict',
    input: { id: from('sync_list_conflicts', 'conflicts[0].id'), take: 'person' },
  },
  { operation: 'sync_undo', input: { id: task, rev: 3 } },
  { operation: 'sync_list_failures' },
  { operation: 'sync_retry_failure', input: { planId: from('stand', 'launchPlan') } },
  { operation: 'task_delete', input: { id: task } },
];
