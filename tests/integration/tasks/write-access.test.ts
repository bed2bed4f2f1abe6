import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writePolicies } from '../../../src/domain/access/caller.js';
import { refuseTaskWrite } from '../../../src/domain/access/task-access.js';
import { aTaskStore, fcall, plans, type TaskStoreFixture } from './task-store-fixture.js';

describe('what the writer of a task may do', () => {
  let fixture: TaskStoreFixture;
  beforeAll(async () => {
    fixture = await aTaskStore();
  });
  afterAll(() => fixture.close());

  it('is judged in Redis by the rule that TypeScript knows', async () => {
    const names = ['maker', 'other', '6E0F1C52-9F3A-4F0C-8D4E-0A1B2C3D4E5F'];
    await fc.assert(
      fc.asyncProperty(
        fc.record({
          maker: fc.constantFrom(...names),
          assigneeIds: fc.subarray(['6e0f1c52-9f3a-4f0c-8d4e-0a1b2c3d4e5f']),
          actor: fc.constantFrom(...names),
          policy: fc.constantFrom(...writePolicies),
          operation: fc.constantFrom('update', 'delete', 'restore'),
        }),
        async ({ maker, assigneeIds, actor, policy, operation }) => {
          const made = await fixture.store.write(
            { operation: 'create', body: { title: 'x', assigneeIds } },
            { actor: maker },
          );
          const task = JSON.parse(made.json);
          if (operation === 'restore') {
            await fixture.store.write({ operation: 'delete', id: made.id }, { actor: maker });
          }
          const write =
            operation === 'update'
              ? ({ operation, id: made.id, body: { title: 'y' } } as const)
              : ({
                  operation: operation === 'delete' ? 'delete' : 'restore',
                  id: made.id,
                } as const);
          const reply = await fixture.store.write(write, {
            actor,
            access: { plans: null, policy },
          });
          const refusal = refuseTaskWrite(task, { policy }, actor);
          expect(reply.status < 400).toBe(refusal === null);
          if (refusal !== null) {
            expect(JSON.parse(reply.json)).toMatchObject({ code: 'write_policy', detail: refusal });
          }
        },
      ),
      { numRuns: 150 },
    );
  });

  it('is asked anew when an answer was kept, without hiding what the writer may see', async () => {
    const write = (plan: string) =>
      fixture.store.write(
        { operation: 'create', body: { title: 'x', planId: plans.otherPlan } },
        { actor: 'a', idempotencyKey: 'k-1', access: { plans: [plan], policy: 'all' } },
      );
    const first = await write(plans.otherPlan);
    expect(first.status).toBe(201);
    const refused = await write(plans.plan);
    expect(refused.status).toBe(404);
    expect(refused.json).not.toContain(first.id);
    expect(await write(plans.otherPlan)).toEqual({ ...first, replayed: true });
  });

  it('hides the tasks of other plans, deleted ones too, and leaves nothing behind', async () => {
    const access = { plans: [plans.plan], policy: 'all' } as const;
    const { id } = await fixture.store.write(
      { operation: 'create', body: { title: 'x', planId: plans.otherPlan } },
      { actor: 'a' },
    );
    const writes = () =>
      Promise.all(
        (
          [
            { operation: 'update', id, body: { title: 'y' } },
            { operation: 'delete', id },
            { operation: 'restore', id },
            { operation: 'create', body: { title: 'y', planId: plans.otherPlan } },
            { operation: 'create', body: { title: 'y' } },
          ] as const
        ).map((write) => fixture.store.write(write, { actor: 'b', access })),
      );
    const before = await fixture.redis.xlen(fixture.keys.stream);
    const codes = async () => (await writes()).map(({ json }) => JSON.parse(json).code);
    const hidden = ['not_found', 'not_found', 'not_found', 'plan_not_found', 'plan_not_found'];
    expect(await codes()).toEqual(hidden);
    expect(await fixture.redis.xlen(fixture.keys.stream)).toBe(before);
    await fixture.store.write({ operation: 'delete', id }, { actor: 'a' });
    expect(await codes()).toEqual(hidden);
    const own = await fixture.store.write(
      { operation: 'create', body: { title: 'y', planId: plans.plan } },
      { actor: 'b', access },
    );
    expect(own.status).toBe(201);
  });

  it('is everything for an FCALL, which may ask for less', async () => {
    const made = await fcall(fixture, { body: { title: 'x' }, actor: 'bot' });
    expect(made['createdBy']).toEqual({ kind: 'agent', id: 'bot' });
    const access = { plans: null, policy: 'own' };
    const id = made['id'];
    expect(
      await fcall(fixture, { id, body: { title: 'y' }, actor: 'other', access }),
    ).toMatchObject({ status: 403, code: 'write_policy' });
    for (const wrong of [
      {},
      { plans: 'x', policy: 'all' },
      { plans: null, policy: 'some' },
      'all',
    ]) {
      const refused = await fcall(fixture, { id, body: {}, actor: 'bot', access: wrong });
      expect(refused).toMatchObject({ status: 400, errors: [{ field: 'access' }] });
    }
  });
});
