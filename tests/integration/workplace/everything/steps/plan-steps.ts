import { from } from '../reference.js';
import type { Step } from '../step.js';

const plan = from('stand', 'syncedPlan');

/** Plans that are synced, and what is heard of them. */
export const planSteps: readonly Step[] = [
  { operation: 'sync_add_plan', input: { planId: plan, mode: 'preview' } },
  {
    operation: 'task_create',
    name: 'a task to preview',
    input: { title: 'Order the boxes', planId: plan },
    isExtra: true,
  },
  { operation: 'sync_preview', input: { planId: plan, limit: 5 } },
  { operation: 'sync_add_plan', input: { planId: plan, mode: 'on' }, isExtra: true },
  { operation: 'sync_pause', input: { planId: plan } },
  { operation: 'sync_resume', input: { planId: plan } },
  { operation: 'sync_run_now', input: { planId: plan } },
  {
    operation: 'sync_confirm_deletions',
    before: { kind: 'plan stops', plan },
    input: { planId: plan },
  },
  { operation: 'sync_remove_plan', input: { planId: plan, tasks: 'keep' } },
  { operation: 'sync_reset_circuit', input: { service: 'outlook' } },
  {
    operation: 'webhook_subscribe',
    input: { resource: from('stand', 'watched'), changeTypes: ['created'] },
  },
  { operation: 'webhook_list_subscriptions' },
  { operation: 'webhook_renew_now', input: { id: from('webhook_subscribe', 'id') } },
  { operation: 'webhook_get_health', isOfTheMoment: true },
  { operation: 'webhook_unsubscribe', input: { id: from('webhook_subscribe', 'id') } },
];
