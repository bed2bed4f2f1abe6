import { randomUUID } from 'node:crypto';
import { Client, Connection, type WorkflowHandle } from '@temporalio/client';
import { afterAll, beforeAll, expect, inject, test, vi } from 'vitest';
import { connectTemporalClient } from '../../../src/temporal/connect-client.js';
import { createPlanFlows, type PlanFlows } from '../../../src/temporal/plan-flows.js';
import { registerSearchAttributes } from '../../../src/temporal/search-attributes.js';
import { planSyncId } from '../../../workflows/plan-sync/contract.js';
import { planWatchId } from '../../../workflows/plan-watch/contract.js';
import { reconcileId } from '../../../workflows/reconcile/contract.js';
import { Secret } from '../../../src/config/secret.js';
import { ChangesRefusedError } from '../../../src/tasks/hand-over.js';
import { startDoor } from './door.js';
import { anOutbox } from './relay-fixture.js';

const wait = { timeout: 20_000, interval: 50 };
let connection: Connection;
let client: Client;
const ended: string[] = [];

beforeAll(async () => {
  connection = await Connection.connect({ address: inject('temporalAddress') });
  client = new Client({ connection });
  await registerSearchAttributes(connection, 'default');
});
afterAll(async () => {
  await Promise.allSettled(ended.map((id) => client.workflow.getHandle(id).terminate()));
  await connection.close();
});

/** No worker listens on its task queue: what was started stays as it is. */
function aNamespace(options: { readonly using?: Client; readonly title?: string } = {}): {
  namespace: string;
  flows: PlanFlows;
} {
  const namespace = `test-${randomUUID()}`;
  ended.push(planWatchId(namespace, 'app'), planSyncId(namespace, 'plan'));
  const flows = createPlanFlows({
    client: options.using ?? client,
    namespace,
    taskQueue: namespace,
    rhythm: { minMs: 2_000, maxMs: 60_000 },
    titleOf: async () => options.title ?? null,
    deadlineMs: 5_000,
  });
  return { namespace, flows };
}

async function signalsOf(handle: WorkflowHandle): Promise<readonly unknown[]> {
  const { events } = await handle.fetchHistory();
  return (events ?? []).flatMap(({ workflowExecutionSignaledEventAttributes: signal }) =>
    signal ? [JSON.parse(Buffer.from(signal.input?.payloads?.[0]?.data ?? []).toString())] : [],
  );
}

test('changes of a plan reach its one workflow, named and marked so that operators find it', async () => {
  const { namespace, flows } = aNamespace();
  await flows.tasksChanged('plan', ['one', 'two'], 'agent');
  await flows.tasksChanged('plan', ['three'], 'planner');

  const handle = client.workflow.getHandle(`${namespace}/plan-sync/plan`);
  expect(await signalsOf(handle)).toEqual([
    { taskIds: ['one', 'two'], source: 'agent' },
    { taskIds: ['three'], source: 'planner' },
  ]);
  await vi.waitFor(async () => {
    const query = `TandemPlanId = 'plan' AND TandemNamespace = '${namespace}'`;
    expect((await client.workflow.count(query)).count).toBe(1);
  }, wait);
});

test('what Temporal would refuse again is told apart from a Temporal that is away', async () => {
  const { namespace, flows } = aNamespace();
  const tooMuch = Array.from({ length: 100_000 }, () => '01AAAAAAAAAAAAAAAAAAAAAAAA');
  await expect(flows.tasksChanged('plan', tooMuch, 'system')).rejects.toBeInstanceOf(
    ChangesRefusedError,
  );
  await flows.tasksChanged('plan', ['fine'], 'agent');
  expect(await signalsOf(client.workflow.getHandle(planSyncId(namespace, 'plan')))).toHaveLength(1);
});

test('where there was no schedule everything that waits is handed over at once', async () => {
  const { namespace, flows } = aNamespace();
  ended.push(`${reconcileId(namespace)}/fresh`, `${reconcileId(namespace)}/run`);
  await flows.ensureStanding(['app']);
  const fresh = client.workflow.getHandle(`${reconcileId(namespace)}/fresh`);
  const { runId } = await fresh.describe();
  await flows.ensureStanding(['app']);
  expect((await fresh.describe()).runId).toBe(runId);
  const schedule = client.schedule.getHandle(reconcileId(namespace));
  await vi.waitFor(async () => {
    expect((await schedule.describe()).info.numActionsTaken).toBe(1);
  }, wait);
  await schedule.delete();
});

test('a plan may have the longest title that Planner allows, in any script', async () => {
  const { namespace, flows } = aNamespace({ title: '計画'.repeat(127) });
  await flows.tasksChanged('plan', ['one'], 'agent');

  const handle = client.workflow.getHandle(planSyncId(namespace, 'plan'));
  expect(await signalsOf(handle)).toHaveLength(1);
});

test('watch and schedule are made once, and made again when somebody took them away', async () => {
  const { namespace, flows } = aNamespace();
  await flows.ensureStanding(['app']);
  await flows.ensureStanding(['app']);
  const watch = client.workflow.getHandle(planWatchId(namespace, 'app'));
  const { runId } = await watch.describe();
  const schedule = client.schedule.getHandle(reconcileId(namespace));
  expect((await schedule.describe()).spec.intervals).toMatchObject([{ every: 300_000 }]);

  expect(await flows.isStanding()).toBe(true);
  await watch.terminate();
  await schedule.delete();
  expect(await flows.isStanding()).toBe(false);
  await flows.ensureStanding(['app']);

  const again = await client.workflow.getHandle(planWatchId(namespace, 'app')).describe();
  expect(again.status.name).toBe('RUNNING');
  expect(again.runId).not.toBe(runId);
  expect((await schedule.describe()).scheduleId).toBe(reconcileId(namespace));
  await schedule.delete();
});

test('a look at a plan reaches its watch, whether or not its sync is running', async () => {
  const { namespace, flows } = aNamespace();
  await flows.lookNow('app', 'plan');
  await flows.tasksChanged('plan', ['one'], 'agent');
  await flows.lookNow('app', 'plan');

  const names = async (workflowId: string): Promise<readonly unknown[]> => {
    const { events } = await client.workflow.getHandle(workflowId).fetchHistory();
    return (events ?? []).flatMap(
      (event) => event.workflowExecutionSignaledEventAttributes?.signalName ?? [],
    );
  };
  expect(await names(planWatchId(namespace, 'app'))).toEqual(['lookNow', 'lookNow']);
  expect(await names(planSyncId(namespace, 'plan'))).toEqual(['tasksChanged', 'retryNow']);
});

test('search attributes can be registered by every process at every start', async () => {
  await expect(registerSearchAttributes(connection, 'default')).resolves.toBeUndefined();
});

test('changes wait in the outbox while Temporal cannot be reached, and travel when it can', async () => {
  const temporal: string = inject('temporalAddress');
  const door = await startDoor(`http://${temporal}`);
  const outbox = await anOutbox();
  const own = connectTemporalClient(
    {
      address: new URL(door.url).host,
      namespace: 'default',
      taskQueue: 'unused',
      uiUrl: null,
      apiKey: null,
      tls: new Secret<false>(false),
      metadata: {},
    },
    {},
  );
  try {
    const { namespace, flows } = aNamespace({ using: own.client });
    const relay = outbox.startRelay({
      tasksChanged: flows.tasksChanged,
      plansTouched: async () => {},
      lookNow: async () => {},
    });
    await outbox.add('plan', ['before']);
    await vi.waitFor(async () => expect(await outbox.waiting()).toBe(0), wait);
    await door.cut();
    await outbox.add('plan', ['during']);
    await vi.waitFor(() => expect(relay.outage()).not.toBeNull(), wait);
    expect(await outbox.waiting()).toBe(1);
    await door.open();
    await vi.waitFor(async () => expect(await outbox.waiting()).toBe(0), wait);

    expect(relay.outage()).toBeNull();
    const handle = client.workflow.getHandle(planSyncId(namespace, 'plan'));
    expect(await signalsOf(handle)).toMatchObject([
      { taskIds: ['before'] },
      { taskIds: ['during'] },
    ]);
  } finally {
    await outbox.close();
    await own.connection.close();
    await door.close();
  }
});

test('a look that Temporal refuses is told apart from a Temporal that is away', async () => {
  const { flows } = aNamespace();
  await expect(flows.lookNow('a'.repeat(10_000), 'plan')).rejects.toBeInstanceOf(
    ChangesRefusedError,
  );
});
