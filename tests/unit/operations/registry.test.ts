import { describe, expect, it } from 'vitest';
import { operations } from '../../../src/operations/registry.js';

describe('the registry of operations', () => {
  it('marks what a dry run and an approval tell as text that others may have written', () => {
    const unmarked = operations
      .filter(({ action }) => action !== undefined)
      .filter(({ outsideText = [] }) => !outsideText.includes('dryRun.effect'))
      .map(({ name }) => name);
    expect(unmarked).toEqual([]);
  });

  it('holds the operations in the order in which they are shown', () => {
    const names = operations.map(({ name }) => name);
    expect(names.slice(0, names.indexOf('get_user_profile') + 1)).toEqual([
      'task_create',
      'task_get',
      'task_list',
      'task_update',
      'task_delete',
      'task_events_since',
      'metadata_get',
      'task_wait_for_change',
      'sync_get_status',
      'sync_explain_task',
      'sync_history',
      'sync_undo',
      'sync_list_conflicts',
      'sync_resolve_conflict',
      'sync_list_failures',
      'sync_retry_failure',
      'sync_pause',
      'sync_resume',
      'sync_run_now',
      'sync_add_plan',
      'sync_preview',
      'sync_remove_plan',
      'sync_confirm_deletions',
      'webhook_list_subscriptions',
      'webhook_subscribe',
      'webhook_unsubscribe',
      'webhook_renew_now',
      'webhook_get_health',
      'sync_reset_circuit',
      'audit_list',
      'server_get_health',
      'auth_list_permissions',
      'auth_start_login',
      'auth_start_device_login',
      'auth_get_login_status',
      'auth_list_accounts',
      'auth_get_status',
      'auth_logout',
      'authenticate_account',
      'wait_for_callback',
      'complete_authentication',
      'get_user_profile',
    ]);
  });

  it('has names that every host accepts', () => {
    for (const { name } of operations) expect(name).toMatch(/^[a-z][a-z0-9_]{0,47}$/);
    expect(new Set(operations.map(({ name }) => name)).size).toBe(operations.length);
  });

  it('has one operation per method and path', () => {
    const routes = operations.map(({ http }) => `${http.method} ${http.path}`);
    expect(new Set(routes).size).toBe(routes.length);
  });

  it.each(operations.map((operation) => [operation.name, operation] as const))(
    '%s has a scope that fits, tells when to use it, and keeps its promises about reading',
    (_name, operation) => {
      const [, kind] = operation.scope?.split(':') ?? [];
      if (kind !== undefined) expect(kind === 'read').toBe(operation.annotations.readOnly);
      expect(operation.title.length).toBeGreaterThan(3);
      expect(operation.description).toMatch(/\bUse it\b/);
      expect(operation.annotations.readOnly).toBe(operation.http.method === 'GET');
      if (operation.annotations.readOnly) expect(operation.annotations.destructive).toBe(false);
    },
  );
});
