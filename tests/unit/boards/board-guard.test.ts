import { describe, expect, it } from 'vitest';
import type { BoardAccess } from '../../../src/boards/board-deps.js';
import { createBoardGuard } from '../../../src/boards/board-guard.js';
import { skipRefused } from '../../../src/boards/skip-refused.js';
import { createSyncedPlans } from '../../../src/boards/synced-plans.js';
import { GraphError, type GraphErrorCode } from '../../../src/domain/graph-error.js';
import type { TaskDocument } from '../../../src/domain/task.js';
import type { PlanLink } from '../../../src/tasks/linked-plans.js';
import { aContent } from '../domain/a-content.js';
import { aDocument } from './a-board-task.js';

const maya = '3f2504e0-4f89-41d3-9a0c-0305e82c3301';
const jonas = '3f2504e0-4f89-41d3-9a0c-0305e82c3302';

function guardOf(access: Partial<BoardAccess>) {
  const account = { kind: 'delegated', id: `${maya.toUpperCase()}.tenant` } as const;
  return createBoardGuard(
    { access: { plans: null, policy: 'all', ...access } },
    { account, actor: 'bot' },
  );
}

type Made = Parameters<ReturnType<typeof guardOf>['requireTaskWrite']>[0];

const seenTask = (userId: string, assigneeIds: readonly string[]): Made => ({
  createdBy: { userId, appId: null },
  fields: aContent({ assigneeIds }),
});

const document = (id: string, assigneeIds: readonly string[]): TaskDocument => ({
  ...aDocument({ assigneeIds }),
  createdBy: { kind: 'agent', id },
});

describe('who may change own tasks only', () => {
  const guard = guardOf({ policy: 'own' });
  const refused = expect.objectContaining({ code: 'write_policy' }) as Error;

  it('changes in Planner what their account made or is assigned to, and nothing else', () => {
    expect(() => guard.requireTaskWrite(seenTask(maya, []))).not.toThrow();
    expect(() => guard.requireTaskWrite(seenTask(jonas, [maya]))).not.toThrow();
    expect(() => guard.requireTaskWrite(seenTask(jonas, [jonas]))).toThrow(refused);
  });

  it('changes in the store what they made or are assigned to as who calls', () => {
    expect(() => guard.requireDocumentWrite(document('bot', []))).not.toThrow();
    expect(() => guard.requireDocumentWrite(document('other', ['bot']))).not.toThrow();
    expect(() => guard.requireDocumentWrite(document('other', [maya]))).toThrow(refused);
  });

  it('changes no plan and no bucket', () => {
    expect(() => guard.requireBoardWrite()).toThrow(refused);
    expect(() => guardOf({ policy: 'read' }).requireBoardWrite()).toThrow(refused);
    expect(() => guardOf({}).requireBoardWrite()).not.toThrow();
  });
});

describe('who has some plans', () => {
  const guard = guardOf({ plans: new Set(['ours']) });

  it('has no other, no task of it, and makes none', () => {
    expect(() => guard.requirePlan('ours')).not.toThrow();
    expect(() => guard.requirePlan('theirs')).toThrow(
      expect.objectContaining({ code: 'plan_not_found' }) as Error,
    );
    expect(() => guard.requireTask({ planId: 'ours' })).not.toThrow();
    expect(() => guard.requireTask({ planId: 'theirs' })).toThrow(
      expect.objectContaining({ code: 'not_found' }) as Error,
    );
    expect(() => guard.requireNewPlan()).toThrow(
      expect.objectContaining({ code: 'forbidden' }) as Error,
    );
  });
});

describe('which plans go through the store', () => {
  it('are those that are synced now or later: not those in preview, nor those that are taken out', async () => {
    const link = (more: Partial<PlanLink>): PlanLink => ({ accountId: 'app', mode: 'on', ...more });
    const links = new Map([
      ['on', link({})],
      ['paused', link({ mode: 'paused' })],
      ['preview', link({ mode: 'preview' })],
      ['removing', link({ removing: true })],
    ]);
    const synced = createSyncedPlans({
      linked: { links: () => Promise.resolve(links) },
      traces: { read: () => Promise.reject(new Error('Nobody asks')) },
    });
    expect([...(await synced.ids())]).toEqual(['on', 'paused']);
    expect(await synced.has(null)).toBe(true);
    expect(await synced.has('elsewhere')).toBe(false);
  });
});

describe('a list among others', () => {
  const failing = (code: GraphErrorCode) =>
    skipRefused({
      key: 'a',
      page: () =>
        Promise.reject(
          new GraphError({
            code,
            message: 'No',
            status: 403,
            advice: 'Ask somebody.',
            retryAfterMs: null,
            limit: null,
            requestId: null,
            applied: 'no',
          }),
        ),
    });

  it('is empty where it may not be read, and fails where it cannot be for now', async () => {
    for (const code of ['forbidden', 'not_found'] as const) {
      expect(await failing(code).page(10, undefined)).toEqual({ rows: [], nextCursor: null });
    }
    await expect(failing('unavailable').page(10, undefined)).rejects.toMatchObject({
      code: 'unavailable',
    });
  });
});
