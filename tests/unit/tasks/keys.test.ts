import { describe, expect, it } from 'vitest';
import { createKeys } from '../../../src/tasks/keys.js';

describe('the keys of a namespace', () => {
  const keys = createKeys('annika');

  it('are those of the public contract', () => {
    expect(keys.task('T')).toBe('annika:tasks:T');
    expect(keys.state('T')).toBe('annika:sync:state:T');
    expect(keys.idMap('T')).toBe('annika:planner:id_map:T');
    expect(keys.etag('P')).toBe('annika:planner:etag:P');
    expect(keys.detailsEtag('P')).toBe('annika:planner:etag:P:details');
    expect(keys.seen('P')).toBe('annika:planner:seen:P');
    expect(keys.tombstone('T')).toBe('annika:planner:tombstone:T');
    expect(keys.index).toBe('annika:tasks:index');
    expect(keys.stream).toBe('annika:tasks:stream');
    expect(keys.outbox).toBe('annika:sync:pending');
    expect(keys.inbox).toBe('annika:webhook:inbox');
    expect(keys.syncLog).toBe('annika:sync:log');
    expect(keys.conflicts).toBe('annika:sync:conflicts');
    expect(keys.linkedPlans).toBe('annika:plans:linked');
    expect(keys.planTasks('P')).toBe('annika:plans:P:tasks');
    expect(keys.updatesChannel).toBe('annika:tasks:updates');
    expect(keys.alertsChannel).toBe('annika:alerts');
    expect(keys.idempotency('agent', 'key')).toBe('annika:idempotency:agent:key');
  });

  it('keep the idempotency keys of two agents apart, whatever they are called', () => {
    expect(keys.idempotency('a:b', 'c')).not.toBe(keys.idempotency('a', 'b:c'));
    expect(keys.idempotency('a%3Ab', 'c')).not.toBe(keys.idempotency('a:b', 'c'));
  });
});
