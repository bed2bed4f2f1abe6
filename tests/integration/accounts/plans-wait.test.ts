import { pino } from 'pino';
import { afterAll, beforeAll, expect, inject, it, vi } from 'vitest';
import { gatewayOf } from '../../../src/graph/gateway/gateway-of.js';
import { accountOfId } from '../../../src/graph/gateway/graph-account.js';
import { createGraphGateway } from '../../../src/graph/gateway/graph-gateway.js';
import { createPlannerClient } from '../../../src/graph/planner/planner-client.js';
import { createPlanControl } from '../../../src/sync/plan-control/plan-control.js';
import { graphLabOf, type GraphLab } from '../graph/graph-lab.js';
import { openSyncLab, type SyncLab } from '../sync/sync-lab.js';
import { startAccountLab, type AccountLab, type AccountProcess } from './account-lab.js';

let accounts: AccountLab;
let process: AccountProcess;
let graph: GraphLab;
let lab: SyncLab;
let maya: string;

/** Everything real but the workflow around the sync: sign-in, vault, refresh, gateway, Planner. */
beforeAll(async () => {
  accounts = await startAccountLab({ settings: { appRoles: ['User.Read.All'] } });
  process = await accounts.newProcess();
  graph = await graphLabOf(accounts.emulator);
  const gateway = createGraphGateway({
    baseUrl: accounts.emulator.graphUrl,
    getToken: ({ account, ...request }) => process.tokens.get(account, request),
    httpTimeoutMs: 10_000,
    logger: pino({ level: 'silent' }),
  });
  const plannerOf = (id: string) => createPlannerClient(gatewayOf(gateway, accountOfId(id)));
  ({ id: maya } = await accounts.signIn(process, 'Maya', 'key:desk'));
  const { namespace } = accounts.keys;
  const place = { namespace, accountId: maya, redisUrl: inject('redisUrl') };
  lab = await openSyncLab(graph, { plannerOf }, place);
  await lab.redis.del(lab.keys.linkedPlans);
  await createPlanControl({ ...lab, plannerOf }).add(
    { planId: lab.planId, mode: 'on', account: { kind: 'any', accountIds: [maya] } },
    'desk',
  );
  await lab.settle();
});
afterAll(async () => {
  lab.leave();
  await accounts.close();
});

it('a revoked sign-in holds its plan, and the next one lets it go on without a restart', async () => {
  const { id } = await lab.create({ title: 'Before' });
  await lab.settle();
  expect((await lab.read(id)).sync.state).toBe('synced');

  await accounts.control('POST', '/people/Maya/revoke', {});
  await lab.update(id, { title: 'Meanwhile' });
  const refs = await lab.takeOutbox();
  // Graph's challenge leads to one refresh, which Entra refuses.
  await accounts.control('DELETE', '/sign-ins');
  await syncUntilDone(refs);
  expect(await accounts.grants()).toEqual(['refresh_token']);
  expect((await lab.read(id)).sync).toMatchObject({
    state: 'pending',
    error: { code: 'reauth_required' },
  });
  expect(await process.store.read(maya)).toMatchObject({ state: 'reauth_required' });

  // Nothing more is asked, however often it is tried.
  await lab.syncBatch(refs);
  await lab.sweep();
  expect(await accounts.grants()).toEqual(['refresh_token']);
  expect(await lab.takeOutbox()).toEqual([]);

  await accounts.signIn(process, 'Maya', 'key:desk');
  expect(await lab.takeOutbox()).toEqual([id]);
  await lab.syncBatch([id]);
  expect((await lab.read(id)).sync).toMatchObject({ state: 'synced', error: null });
  expect(await lab.board()).toMatchObject([{ title: 'Meanwhile' }]);
});

it('a claims challenge of Graph is answered in passing', async () => {
  const { id } = await lab.create({ title: 'Challenged' });
  await accounts.control('POST', '/people/Maya/challenge', {});
  await accounts.control('DELETE', '/sign-ins');
  await syncUntilDone(await lab.takeOutbox());
  expect((await lab.read(id)).sync.state).toBe('synced');
  expect(await accounts.grants()).toEqual(['refresh_token']);
});

/** As Temporal tries it again: a token that is only seconds old is not given up for one refusal. */
async function syncUntilDone(refs: readonly string[]): Promise<void> {
  await vi.waitFor(
    async () => {
      const outcomes = await lab.sync(refs);
      expect(outcomes.map(({ kind }) => kind)).toEqual(refs.map(() => 'done'));
    },
    { timeout: 15_000, interval: 500 },
  );
}
