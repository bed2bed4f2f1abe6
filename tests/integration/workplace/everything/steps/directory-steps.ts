import type { Step } from '../step.js';

const file = { path: 'Launch/Launch plan.docx' };

/** People, groups and files. */
export const directorySteps: readonly Step[] = [
  { operation: 'people_get_me' },
  { operation: 'people_search', input: { query: 'Emma' } },
  { operation: 'people_get', input: { person: 'Jonas Lindqvist' } },
  { operation: 'people_get_manager', input: { account: 'app', person: 'Maya Okafor' } },
  { operation: 'people_list_reports' },
  { operation: 'people_get_presence', input: { people: ['Karim Haddad'] } },
  { operation: 'groups_list_mine' },
  { operation: 'groups_get', input: { group: 'Product team' } },
  { operation: 'groups_list_members', input: { group: 'Product team', limit: 3 } },
  { operation: 'files_list_drives' },
  { operation: 'files_list', input: { path: '/Launch', limit: 3 } },
  { operation: 'files_search', input: { query: 'nordlicht' } },
  { operation: 'files_get_link', input: file },
  { operation: 'files_read_text', input: { ...file, limit: 400 } },
];
