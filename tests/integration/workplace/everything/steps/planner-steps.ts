import { from } from '../reference.js';
import type { Step } from '../step.js';

const plan = from('planner_create_plan', 'plan.id');
const bucket = from('planner_create_bucket', 'bucket.id');
const id = from('planner_create_task', 'task.id');
const approval = from('planner_bulk_update_tasks', 'approval.id');

/** A plan from its making to its end. */
export const plannerSteps: readonly Step[] = [
  { operation: 'planner_list_plans', input: { limit: 3 } },
  { operation: 'planner_create_plan', input: { title: 'Trade fair', group: 'Product team' } },
  {
    operation: 'planner_update_plan',
    input: { plan, title: 'Trade fair 2031', labels: [{ label: 'category1', name: 'Urgent' }] },
  },
  { operation: 'planner_create_bucket', input: { plan, name: 'Booth' } },
  { operation: 'planner_update_bucket', input: { plan, bucket, name: 'Booth and wall' } },
  { operation: 'planner_list_buckets', input: { plan } },
  { operation: 'planner_get_plan', input: { plan } },
  {
    operation: 'planner_create_task',
    input: {
      plan,
      bucket,
      title: 'Book the booth',
      assignees: ['Maya Okafor'],
      dueAt: '2031-03-07',
      priority: 'important',
      labels: ['Urgent'],
      description: 'Near the entrance, if there is one left',
      checklist: ['Ask for a quote'],
    },
  },
  { operation: 'planner_update_task', input: { id, percentComplete: 50 } },
  { operation: 'planner_assign_task', input: { id, assign: ['Jonas Lindqvist'] } },
  { operation: 'planner_add_checklist_item', input: { id, title: 'Sign the contract' } },
  {
    operation: 'planner_update_checklist_item',
    input: { id, item: 'Ask for a quote', checked: true },
  },
  { operation: 'planner_remove_checklist_item', input: { id, item: 'Ask for a quote' } },
  {
    operation: 'planner_add_reference',
    input: { id, url: 'https://example.com/fair', title: 'The fair' },
  },
  { operation: 'planner_get_task', input: { id } },
  { operation: 'planner_remove_reference', input: { id, url: 'https://example.com/fair' } },
  { operation: 'planner_list_tasks', input: { plan, progress: ['inProgress'] } },
  { operation: 'planner_list_my_tasks', input: { limit: 2 } },
  { operation: 'planner_search_tasks', input: { query: 'booth', limit: 2 } },
  {
    operation: 'planner_create_bucket',
    name: 'another bucket',
    input: { plan, name: 'Travel' },
    isExtra: true,
  },
  { operation: 'planner_move_task', input: { id, bucket: 'Travel' } },
  { operation: 'planner_complete_task', input: { id } },
  { operation: 'planner_reopen_task', input: { id } },
  { operation: 'planner_add_comment', input: { id, text: 'The quote has come.' } },
  { operation: 'planner_list_comments', input: { id } },
  {
    operation: 'planner_bulk_update_tasks',
    input: { where: { plan, bucket: 'Travel' }, set: { dueAt: '2031-03-10' } },
  },
  { operation: 'approvals_list', input: { state: 'open' } },
  { operation: 'approvals_get', input: { id: approval } },
  {
    operation: 'approvals_decide',
    byOther: true,
    input: { id: approval, decision: 'approve', comment: 'Go on' },
  },
  {
    operation: 'approvals_wait',
    before: { kind: 'approval is done', id: approval },
    input: { id: approval, timeoutSeconds: 20 },
  },
  { operation: 'actions_list', input: { limit: 2 } },
  {
    operation: 'planner_update_task',
    name: 'a change to take back',
    input: { id, title: 'Book the large booth' },
    isExtra: true,
  },
  { operation: 'actions_undo', input: { actionId: from('a change to take back', 'actionId') } },
  { operation: 'work_list', input: { limit: 3 } },
  { operation: 'planner_delete_task', input: { id } },
  { operation: 'planner_delete_bucket', input: { plan, bucket } },
  { operation: 'planner_delete_plan', input: { plan } },
];
