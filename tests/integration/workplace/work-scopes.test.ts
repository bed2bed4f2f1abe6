import { afterAll, beforeAll, expect, it } from 'vitest';
import { createKeyStore } from '../../../src/access/key-store.js';
import type { Scope } from '../../../src/domain/access/caller.js';
import { createKeys } from '../../../src/tasks/keys.js';
import { openRestDoor } from './doors.js';
import { startWorkplace, type Workplace } from './start-workplace.js';

let place: Workplace;
beforeAll(async () => {
  const operator = 'o'.repeat(40);
  place = await startWorkplace({
    env: { AUTH_MODE: 'api-key', API_KEYS: `operator:${operator}` },
    headers: { Authorization: `Bearer ${operator}` },
  });
});
afterAll(() => place.close());

async function withScopes(
  name: string,
  scopes: readonly Scope[],
  plans: readonly string[] | null = null,
) {
  const store = createKeyStore({
    redis: place.server.redis,
    keys: createKeys(place.server.namespace),
    auditMax: 100,
    now: Date.now,
  });
  const made = await store.create({ name, scopes, plans, policy: 'all', expiresAt: null });
  if (made === 'name_taken') throw new Error('The name is taken');
  const door = openRestDoor(place.server.origin, { Authorization: `Bearer ${made.secret}` });
  return (args: Record<string, unknown>) =>
    door.call('work_list', { account: 'app', person: 'Jonas Lindqvist', ...args });
}

it('my work is of what the key may read, and says what it may not', async () => {
  const call = await withScopes('todo-only', ['todo:read']);
  const { value } = await call({ limit: 200 });
  const rows = value['work'] as unknown as readonly { readonly source: string }[];
  expect(rows.length).toBeGreaterThan(0);
  expect(new Set(rows.map(({ source }) => source))).toEqual(new Set(['todo']));
  expect(value['missing']).toMatchObject([
    { source: 'planner', code: 'insufficient_scope' },
    { source: 'mail', code: 'insufficient_scope', detail: 'This source needs the scope mail:read' },
  ]);
  const refused = await call({ sources: ['mail'] });
  expect(refused.problem).toMatchObject({ code: 'insufficient_scope' });
});

it('my work has no task of a plan that the key does not see', async () => {
  const { defaultPlanId } = place.emulator;
  const assignments = {
    [place.person('Jonas').id]: {
      '@odata.type': '#microsoft.graph.plannerAssignment',
      orderHint: ' !',
    },
  };
  const task = { planId: defaultPlanId, title: 'Of the launch', assignments };
  expect((await place.graph('Maya', 'POST', '/planner/tasks', task)).status).toBe(201);
  const read = ['tasks:read', 'todo:read'] as const;
  for (const [plan, isThere] of [
    [defaultPlanId, true],
    ['another-plan', false],
  ] as const) {
    const call = await withScopes(`of-${plan}`, read, [plan]);
    const { value } = await call({ limit: 200, sources: ['planner'] });
    expect(JSON.stringify(value).includes('Of the launch')).toBe(isThere);
  }
});
