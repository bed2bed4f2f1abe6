import { from } from '../reference.js';
import type { Step } from '../step.js';

const list = from('todo_create_list', 'list.id');
const id = from('todo_create_task', 'task.id');

/** A list of To Do from its making to its end. */
export const todoSteps: readonly Step[] = [
  { operation: 'todo_create_list', input: { name: from('stand', 'listName') } },
  { operation: 'todo_update_list', input: { list, name: from('stand', 'newListName') } },
  { operation: 'todo_list_lists', input: { limit: 3 } },
  {
    operation: 'todo_create_task',
    input: { list, title: 'Pack the samples', dueAt: '2031-03-07', importance: 'high' },
  },
  { operation: 'todo_update_task', input: { id, list, body: 'Two of each colour' } },
  { operation: 'todo_add_checklist_item', input: { id, list, title: 'Blue ones' } },
  {
    operation: 'todo_update_checklist_item',
    input: { id, list, itemId: from('todo_add_checklist_item', 'item.id'), isChecked: true },
  },
  {
    operation: 'todo_add_linked_resource',
    input: { id, list, url: 'https://example.com/samples', title: 'The samples' },
  },
  { operation: 'todo_get_task', input: { id, list } },
  {
    operation: 'todo_remove_linked_resource',
    input: { id, list, linkId: from('todo_add_linked_resource', 'link.id') },
  },
  {
    operation: 'todo_remove_checklist_item',
    input: { id, list, itemId: from('todo_add_checklist_item', 'item.id') },
  },
  { operation: 'todo_complete_task', input: { id, list } },
  { operation: 'todo_list_tasks', input: { list, status: 'all' } },
  { operation: 'todo_delete_task', input: { id, list } },
  { operation: 'todo_delete_list', input: { list } },
];
