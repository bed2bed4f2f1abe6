import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { environmentOf } from '../../support/emulator-environment.js';
import { startGraphLab, type GraphLab, type LabPlan } from '../graph/graph-lab.js';
import { startLockedServer, type KeyHolder, type LockedServer } from './locked-server.js';

describe('Planner for a key of some plans', () => {
  let graph: GraphLab;
  let server: LockedServer;
  let ours: LabPlan;
  let theirs: LabPlan;
  let holder: KeyHolder;
  beforeAll(async () => {
    graph = await startGraphLab();
    ours = await graph.makePlan({ buckets: ['To do'], tasks: 2 });
    theirs = await graph.makePlan({ buckets: ['To do'], tasks: 2 });
    server = await startLockedServer({
      env: { ...environmentOf(graph.emulator), DEFAULT_PLANNER_PLAN_ID: ours.id },
    });
    holder = await server.makeKey({ name: 'ours-only', plans: [ours.id] });
  });
  afterAll(async () => {
    await server.close();
    await graph.close();
  });

  it('is as if there were no other plan', async () => {
    const { body } = await holder.send('GET', '/api/planner/plans');
    expect(body).toMatchObject({ plans: [{ id: ours.id }] });
    for (const [method, path, sent] of [
      ['GET', `/api/planner/plans/${theirs.id}`],
      ['GET', `/api/planner/plans/${theirs.id}/tasks`],
      ['GET', `/api/planner/plans/${theirs.id}/buckets`],
      ['GET', `/api/planner/search?text=a&plan=${theirs.id}`],
      ['POST', '/api/planner/tasks', { plan: theirs.id, title: 'x' }],
      ['DELETE', `/api/planner/plans/${theirs.id}`],
      ['POST', `/api/planner/plans/${theirs.id}/buckets`, { name: 'x' }],
    ] as const) {
      const answer = await holder.send(method, path, sent);
      expect([path, answer.status, answer.problem.code]).toEqual([path, 404, 'plan_not_found']);
    }
    const { tasks } = await graph.planner.listTasks(theirs.id);
    const id = tasks[0]?.plannerId ?? '';
    for (const [method, sent] of [['GET'], ['PATCH', { title: 'x' }], ['DELETE']] as const) {
      const answer = await holder.send(method, `/api/planner/tasks/${id}`, sent);
      expect([method, answer.status, answer.problem.code]).toEqual([method, 404, 'not_found']);
    }
    const found = await holder.send('GET', '/api/planner/search?text=task&limit=200');
    const rows = found.body['tasks'] as readonly { plan: { id: string } }[];
    expect(new Set(rows.map(({ plan }) => plan.id))).toEqual(new Set([ours.id]));
    const made = await holder.send('POST', '/api/planner/plans', { title: 'x', group: 'y' });
    expect(made.problem).toMatchObject({ code: 'forbidden' });
  });

  it('is read by a key that only reads', async () => {
    const reader = await server.makeKey({ name: 'reader', policy: 'read' });
    const { tasks } = await graph.planner.listTasks(ours.id);
    const path = `/api/planner/tasks/${tasks[0]?.plannerId ?? ''}`;
    expect((await reader.send('GET', path)).status).toBe(200);
    const refused = await reader.send('PATCH', path, { title: 'x' });
    expect(refused.problem.code).toBe('write_policy');
  });

  it('is changed by a key for own tasks only where the task is its own', async () => {
    const own = await server.makeKey({ name: 'own', policy: 'own' });
    const { tasks } = await graph.planner.listTasks(ours.id);
    const path = `/api/planner/tasks/${tasks[0]?.plannerId ?? ''}`;
    expect((await own.send('PATCH', path, { title: 'x' })).problem.code).toBe('write_policy');
    const made = await own.send('POST', '/api/planner/tasks', { plan: ours.id, title: 'Mine' });
    const { id } = made.body['task'] as { id: string };
    const changed = await own.send('PATCH', `/api/planner/tasks/${id}`, { title: 'Still mine' });
    expect(changed.body['task']).toMatchObject({ title: 'Still mine', syncState: 'pending' });
  });
});
