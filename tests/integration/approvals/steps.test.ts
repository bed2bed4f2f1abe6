import { randomUUID } from 'node:crypto';
import { Redis } from 'ioredis';
import { afterAll, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest';
import * as z from 'zod';
import { callerOfConfiguredKey } from '../../../src/access/caller-of-key.js';
import { createVault } from '../../../src/accounts/vault/vault.js';
import { toAsker } from '../../../src/approvals/approval-record.js';
import { createApprovalStore } from '../../../src/approvals/approval-store.js';
import { keyRing } from '../../../src/config/key-ring.js';
import { parseApprovalRules } from '../../../src/domain/approvals/approval-policy.js';
import { GraphError, type GraphErrorDetails } from '../../../src/domain/graph-error.js';
import type { PreparedAction } from '../../../src/operations/actions/action-steps.js';
import type { ActionDeps } from '../../../src/operations/define-action.js';
import type { Operation } from '../../../src/operations/define-operation.js';
import {
  createApprovalSteps,
  type ApprovalStepsDeps,
} from '../../../src/operations/approvals/approval-steps.js';
import { createKeys } from '../../../src/tasks/keys.js';

const hour = 3_600_000;
const askedAt = Date.now();
const expiresAt = askedAt + hour;

let redis: Redis;
/** How often it was done at Microsoft. */
let sent: number;
beforeAll(() => {
  redis = new Redis(inject('redisUrl'));
});
afterAll(() => redis.disconnect());
beforeEach(() => {
  sent = 0;
});

function graphError(details: Partial<GraphErrorDetails>): GraphError {
  return new GraphError({
    code: 'unavailable',
    message: 'Microsoft said no',
    status: 503,
    advice: 'Try it later.',
    retryAfterMs: null,
    limit: null,
    requestId: null,
    applied: 'no',
    ...details,
  });
}

function sending(perform: () => Promise<void>, isDeduplicated: boolean): Operation {
  const prepared: PreparedAction = {
    effect: 'Send it',
    details: {},
    async perform() {
      await perform();
      sent += 1;
      return { result: {} };
    },
  };
  return {
    name: 'mail_send',
    title: 'Send mail',
    description: 'Sends.',
    input: z.strictObject({}),
    output: z.object({}),
    restBody: null,
    area: 'mail',
    features: [],
    scope: 'mail:send',
    risk: 'send',
    annotations: { readOnly: false, destructive: false, idempotent: false, openWorld: true },
    http: { method: 'POST', path: '/api/mail', successStatus: 200 },
    action: { isDeduplicated, prepare: () => Promise.resolve(prepared) },
    run: () => Promise.reject(new Error('Nobody calls')),
  };
}

/** Something that waits, and a worker for it. */
async function aPlace({
  perform = () => Promise.resolve(),
  isDeduplicated = false,
  rules = '',
  ...other
}: {
  readonly perform?: () => Promise<void>;
  readonly isDeduplicated?: boolean;
  readonly rules?: string;
} & Partial<Pick<ApprovalStepsDeps, 'currentCaller' | 'isReadOnly' | 'now'>> = {}) {
  const keys = createKeys(`test-${randomUUID().slice(0, 8)}`);
  const ring = keyRing().parse(`k1:${Buffer.alloc(32, 1).toString('base64')}`);
  const vault = createVault({ keys: ring, namespace: keys.namespace });
  const store = createApprovalStore({ redis, keys, vault });
  const parsed = rules === '' ? [] : parseApprovalRules(rules);
  if (typeof parsed === 'string') throw new Error(parsed);
  const operation = sending(perform, isDeduplicated);
  const told: string[] = [];
  const steps = createApprovalSteps({
    store,
    // The action of this test asks for nothing.
    actionDeps: {} as ActionDeps,
    findOperation: (name) => (name === operation.name ? operation : null),
    currentCaller: (caller) => Promise.resolve(caller),
    rules: parsed,
    isReadOnly: false,
    actions: {
      note: () => Promise.resolve(),
      read: () => Promise.resolve(null),
      list: () => Promise.resolve([]),
      markUndone: () => Promise.resolve(),
    },
    audit: { note: () => undefined },
    onUnknown: (id) => Promise.resolve(void told.push(id)),
    now: () => askedAt + 1_000,
    ...other,
  });
  const id = 'one';
  await store.create(id, {
    asker: toAsker(callerOfConfiguredKey('bot'), 'bot'),
    operation: 'mail_send',
    input: {},
    fingerprint: id,
    effect: 'Send it',
    details: {},
    askedAt,
    expiresAt,
  });
  const approve = (at = askedAt + 500) =>
    store.decide(id, { verdict: 'approved', by: 'boss', comment: null, at });
  return { id, store, steps, told, approve };
}

/** What became of it, approved. */
async function outcomeOf(place: Awaited<ReturnType<typeof aPlace>>) {
  await place.approve();
  await place.steps.perform(place.id);
  return (await place.store.read(place.id))?.outcome ?? null;
}

describe('what was approved', () => {
  it('is done once, however often the worker is told to', async () => {
    const place = await aPlace();
    expect(await place.steps.perform(place.id)).toBe('gone');
    expect(await outcomeOf(place)).toMatchObject({ state: 'done' });
    expect(await place.steps.perform(place.id)).toBe('done');
    expect(sent).toBe(1);
  });

  it.each([
    [
      'the caller has lost the scope',
      {
        currentCaller: () =>
          Promise.resolve({
            ...callerOfConfiguredKey('bot'),
            scopes: new Set(['tasks:read'] as const),
          }),
      },
      'insufficient_scope',
    ],
    ['everything is read-only', { isReadOnly: true }, 'read_only'],
    ['it is denied', { rules: 'send:deny' }, 'action_denied'],
  ])('is not done where %s by then', async (_why, other, code) => {
    const place = await aPlace(other);
    expect(await outcomeOf(place)).toMatchObject({ state: 'failed', problem: { code } });
    expect(sent).toBe(0);
  });

  it('may be done for an hour after the yes, though its time is over, and not later', async () => {
    const decidedAt = expiresAt - 1;
    for (const [now, state] of [
      [decidedAt + hour, 'done'],
      [decidedAt + hour + 1, 'failed'],
    ] as const) {
      const place = await aPlace({ now: () => now });
      await place.approve(decidedAt);
      expect(await place.steps.perform(place.id)).toBe(state);
    }
    expect(sent).toBe(1);
  });

  it('comes again where Microsoft is away for now and nothing was done', async () => {
    let isAway = true;
    const place = await aPlace({
      perform: () =>
        isAway ? Promise.reject(graphError({ code: 'throttled', status: 429 })) : Promise.resolve(),
    });
    await place.approve();
    await expect(place.steps.perform(place.id)).rejects.toMatchObject({ code: 'throttled' });
    isAway = false;
    expect(await place.steps.perform(place.id)).toBe('done');
    expect(sent).toBe(1);
  });

  it('is unknown where its answer was lost, and is not sent again', async () => {
    const lost = graphError({ code: 'timeout', status: null, applied: 'unknown' });
    const place = await aPlace({ perform: () => Promise.reject(lost) });
    expect(await outcomeOf(place)).toMatchObject({
      state: 'unknown',
      problem: { code: 'outcome_unknown' },
    });
    expect(place.told).toEqual([place.id]);
    expect(await place.steps.perform(place.id)).toBe('unknown');
  });

  it('is unknown where another worker has begun it, unless Microsoft does the same once', async () => {
    const once = await aPlace();
    await once.store.begin(once.id);
    expect(await outcomeOf(once)).toMatchObject({ state: 'unknown' });
    expect(sent).toBe(0);
    const repeated = await aPlace({ isDeduplicated: true });
    await repeated.store.begin(repeated.id);
    expect(await outcomeOf(repeated)).toMatchObject({ state: 'done' });
    expect(sent).toBe(1);
  });

  it('is done by one of two workers at the same moment', async () => {
    const place = await aPlace();
    await place.approve();
    const told = await Promise.all([place.steps.perform(place.id), place.steps.perform(place.id)]);
    expect(told.toSorted()).toContain('done');
    expect(sent).toBe(1);
    expect((await place.store.read(place.id))?.outcome).toMatchObject({ state: 'done' });
  });
});

describe('what could not be done for too long', () => {
  it('has failed where it was not begun, and else nobody knows', async () => {
    const before = await aPlace();
    await before.approve();
    await before.steps.giveUp(before.id);
    expect((await before.store.read(before.id))?.outcome).toMatchObject({ state: 'failed' });
    const begun = await aPlace();
    await begun.approve();
    await begun.store.begin(begun.id);
    await begun.steps.giveUp(begun.id);
    expect((await begun.store.read(begun.id))?.outcome).toMatchObject({ state: 'unknown' });
    expect(begun.told).toEqual([begun.id]);
  });
});

describe('a look at what waits', () => {
  it('ends it when its time is over, and a yes in that moment counts first', async () => {
    const late = await aPlace({ now: () => expiresAt });
    expect(await late.steps.look(late.id)).toBe('expired');
    expect(await late.approve()).toMatchObject({ verdict: 'expired' });
    expect(await late.store.open()).toEqual([]);
    const decided = await aPlace({ now: () => expiresAt });
    await decided.approve();
    expect(await decided.steps.look(decided.id)).toBe('approved');
    const early = await aPlace({ now: () => expiresAt - 1 });
    expect(await early.steps.look(early.id)).toBe('waiting');
  });
});
