import { from } from '../reference.js';
import type { Step } from '../step.js';

const origin = from('stand', 'origin');

/** Accounts and their sign-ins, what waits for people, and what was done. */
export const accountSteps: readonly Step[] = [
  { operation: 'server_get_health', isOfTheMoment: true },
  { operation: 'auth_list_permissions' },
  { operation: 'auth_start_login', input: { callbackBaseUrl: origin } },
  {
    operation: 'auth_get_login_status',
    input: { loginId: from('auth_start_login', 'loginId') },
  },
  { operation: 'auth_start_device_login' },
  { operation: 'authenticate_account', input: { callback_base_url: origin } },
  {
    operation: 'wait_for_callback',
    before: { kind: 'person signs in', authUrl: from('authenticate_account', 'auth_url') },
    input: { state: from('authenticate_account', 'state'), timeout: 20 },
  },
  {
    operation: 'complete_authentication',
    input: {
      auth_code: from('wait_for_callback', 'auth_code'),
      callback_base_url: origin,
    },
  },
  {
    operation: 'get_user_profile',
    input: { access_token: from('complete_authentication', 'access_token') },
  },
  { operation: 'auth_list_accounts', isOfTheMoment: true },
  { operation: 'auth_get_status', input: { account: from('stand', 'mayasAccount') } },
  { operation: 'auth_logout', input: { account: from('stand', 'signersAccount') } },
  { operation: 'tools_search', input: { query: 'send mail', limit: 2 } },
  { operation: 'tools_call', input: { name: 'people_get_me', arguments: {} } },
  { operation: 'audit_list', input: { limit: 3 }, isOfTheMoment: true },
];
