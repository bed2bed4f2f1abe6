import { randomUUID } from 'node:crypto';
import { Client, Connection, type WorkflowHandle } from '@temporalio/client';
import type { Payload, PayloadCodec } from '@temporalio/common';
import proto from '@temporalio/proto';
import {
  DefaultLogger,
  NativeConnection,
  Runtime,
  Worker,
  type WorkflowBundle,
} from '@temporalio/worker';
import { afterAll, beforeAll, expect, inject, test, vi } from 'vitest';
import type { KeyRing, SealingKey } from '../../../src/config/key-ring.js';
import { Secret } from '../../../src/config/secret.js';
import {
  createDataConverter,
  failureConverterPath,
} from '../../../src/temporal/payload-encryption/data-converter.js';
import {
  createPayloadCodec,
  type PayloadEncryption,
} from '../../../src/temporal/payload-encryption/payload-codec.js';
import {
  planSyncWorkflow,
  tasksChanged,
  type PlanSyncInput,
} from '../../../workflows/plan-sync/contract.js';
import { reconcileWorkflow } from '../../../workflows/reconcile/contract.js';
import { FakeSync, Gate } from './fake-sync.js';
import { bundleWorkflows } from './workflow-lab.js';

const wait = { timeout: 45_000, interval: 30 };
// They run side by side, each with workers of its own.
vi.setConfig({ testTimeout: 90_000 });
/** A workflow task that failed twice is tried again after it. */
const workflowTaskTimeout = '2s';
/** In everything that workflows and activities are given here. */
const marker = 'Purpur';

const key = (id: string, fill: number): SealingKey => ({
  id,
  key: new Secret(Buffer.alloc(32, fill)),
});
const on = (...ring: KeyRing): PayloadEncryption => ({ isOn: true, ring });
const first = key('first', 1);
const second = key('second', 2);
const none: PayloadEncryption = { isOn: false, ring: null };

let native: NativeConnection;
let connection: Connection;
let plainBundle: WorkflowBundle;
let encryptedBundle: WorkflowBundle;
const running = new Set<() => Promise<void>>();
const started: WorkflowHandle[] = [];

beforeAll(async () => {
  // Everything that goes wrong here does so on purpose.
  Runtime.install({ logger: new DefaultLogger('ERROR', () => undefined), shutdownSignals: [] });
  const address = inject('temporalAddress');
  const source = new URL('../../../workflows/index.ts', import.meta.url);
  [native, connection, plainBundle, encryptedBundle] = await Promise.all([
    NativeConnection.connect({ address }),
    Connection.connect({ address }),
    bundleWorkflows(source),
    bundleWorkflows(source, { failureConverterPath }),
  ]);
});
afterAll(async () => {
  await Promise.all([...running].map((stop) => stop()));
  await Promise.allSettled(started.map((handle) => handle.terminate()));
  await native.close();
  await connection.close();
});

const clientWith = (encryption: PayloadEncryption) =>
  new Client({ connection, dataConverter: createDataConverter(encryption) });
/** As somebody sees it who has every key, or none. */
const reader = () => clientWith(on(second, first));
const stranger = () => new Client({ connection });
const resultOf = ({ workflowId }: WorkflowHandle) =>
  reader().workflow.getHandle(workflowId).result();

/** A plan whose tasks "sync" as the test says, with workers that come and go. */
function aPlan() {
  const workflowId = `test/${randomUUID()}`;
  const taskQueue = workflowId;
  const sync = new FakeSync();
  const work = async (encryption: PayloadEncryption) => {
    const worker = await Worker.create({
      connection: native,
      taskQueue,
      activities: {
        ...sync.activities,
        requeueLeftBehind: async () => {
          throw new Error(`${marker} is what the error says`);
        },
      },
      workflowBundle: encryption.isOn ? encryptedBundle : plainBundle,
      dataConverter: createDataConverter(encryption),
      shutdownForceTime: 1_000,
    });
    const ended = worker.run();
    const stop = async (): Promise<void> => {
      running.delete(stop);
      worker.shutdown();
      await ended;
    };
    running.add(stop);
    return stop;
  };
  return {
    workflowId,
    taskQueue,
    sync,
    work,
    async change(encryption: PayloadEncryption, refs: readonly string[]) {
      const input: PlanSyncInput = { planId: `plan-${marker}`, idleMs: 300 };
      const handle = await clientWith(encryption).workflow.signalWithStart(planSyncWorkflow, {
        workflowId,
        taskQueue,
        workflowTaskTimeout,
        args: [input],
        signal: tasksChanged,
        signalArgs: [{ taskIds: refs, source: 'agent' }],
        staticSummary: `Syncs ${marker}`,
        memo: { about: marker },
      });
      started.push(handle);
      return handle;
    },
  };
}

async function historyOf({ workflowId }: WorkflowHandle) {
  const history = await stranger().workflow.getHandle(workflowId).fetchHistory();
  const bytes = Buffer.from(proto.temporal.api.history.v1.History.encode(history).finish());
  return { events: history.events ?? [], text: bytes.toString('latin1') };
}

/** The failure of a workflow task, once there is one. */
async function taskFailureOf(handle: WorkflowHandle) {
  return vi.waitFor(async () => {
    const { events } = await historyOf(handle);
    const failed = events.findLast((event) => event.workflowTaskFailedEventAttributes != null);
    expect(failed).toBeDefined();
    return failed?.workflowTaskFailedEventAttributes?.failure?.message ?? '';
  }, wait);
}

const { EventType } = proto.temporal.api.enums.v1;
const upsertsAttributes = EventType.EVENT_TYPE_UPSERT_WORKFLOW_SEARCH_ATTRIBUTES;
const isPlain = (event: object) =>
  JSON.stringify(event).includes(Buffer.from('json/plain').toString('base64'));

const statusOf = async (handle: WorkflowHandle) => (await handle.describe()).status.name;
const isDone = (sync: FakeSync, ...refs: readonly string[]) =>
  vi.waitFor(() => expect([...sync.finished].toSorted()).toEqual(refs.toSorted()), wait);

test.concurrent('with encryption on, Temporal has nothing that it could read', async () => {
  const plan = aPlan();
  await plan.work(on(first));
  plan.sync.script = (_ref, attempt) =>
    attempt === 1
      ? { kind: 'trouble', code: `code_${marker}`, retryAfterMs: 10 }
      : { kind: 'done' };
  const handle = await plan.change(on(first), [`task-${marker}`]);
  await resultOf(handle);
  expect([...plan.sync.finished]).toEqual([`task-${marker}`]);
  const { events, text } = await historyOf(handle);
  expect(events.length).toBeGreaterThan(10);
  expect(text).not.toContain(marker);
  const readable = events.filter((event) => isPlain(event));
  // Temporal's own: names of patches.
  expect(new Set(readable.map(({ eventType }) => eventType))).toEqual(
    new Set([EventType.EVENT_TYPE_MARKER_RECORDED, upsertsAttributes]),
  );

  const described = await reader().workflow.getHandle(plan.workflowId).describe();
  expect(described.memo).toEqual({ about: marker });
  expect(await described.staticSummary()).toBe(`Syncs ${marker}`);
});

test.concurrent(
  'messages and stack traces of failures are encrypted as well, of activities and of workflows',
  async () => {
    const { workflowId, taskQueue, work } = aPlan();
    await work(on(first));
    const handle = await clientWith(on(first)).workflow.start(reconcileWorkflow, {
      workflowId,
      taskQueue,
    });
    const failure: unknown = await resultOf(handle).catch((error: unknown) => error);
    expect(failure).toMatchObject({
      cause: { cause: { message: `${marker} is what the error says` } },
    });
    const { events, text } = await historyOf(handle);
    expect(text).not.toContain(marker);
    const ended = events.at(-1)?.workflowExecutionFailedEventAttributes?.failure;
    expect(ended).toMatchObject({ message: 'Encoded failure', stackTrace: '' });
    expect(ended?.cause).toMatchObject({ message: 'Encoded failure', stackTrace: '' });
  },
);

test.concurrent.each([
  ['before encryption was switched on', none, on(first)],
  ['with encryption, before it was switched off,', on(first), { isOn: false, ring: [first] }],
] as const)('a run that began %s goes on', async (_, before, after) => {
  const plan = aPlan();
  const stop = await plan.work(before);
  const gate = new Gate();
  plan.sync.script = async (ref) => {
    if (ref === 'begun') await gate.opened;
    return { kind: 'done' };
  };
  const handle = await plan.change(before, ['begun']);
  await vi.waitFor(() => expect(plan.sync.log).toContain('batch begins begun'), wait);
  // What it answers is of the old kind, and behind it waits a signal of the new kind.
  await plan.change(after, ['changed']);
  gate.open();
  await stop();
  await plan.work(after);
  await resultOf(handle);
  await isDone(plan.sync, 'begun', 'changed');
});

test.concurrent.each([
  [
    'no key',
    none,
    /encrypted with the key "first", and here is no key: give every server and worker/,
  ],
  [
    'another key',
    on(second),
    /encrypted with the key "first", and here is "second": give every server/,
  ],
])('a worker with %s says what to do and loses nothing', async (_, wrong, advice) => {
  const plan = aPlan();
  const stop = await plan.work(wrong);
  const handle = await plan.change(on(first), ['task']);
  expect(await taskFailureOf(handle)).toMatch(advice);
  expect(await statusOf(handle)).toBe('RUNNING');
  expect(plan.sync.log).toEqual([]);

  await stop();
  await plan.work(on(first));
  await resultOf(handle);
  expect(plan.sync.log).toEqual(['batch begins task', 'batch ended task']);
});

test.concurrent(
  'an activity that cannot read what it is given is tried again, until the key is there',
  async () => {
    const plan = aPlan();
    let stop = await plan.work(on(first));
    plan.sync.beforeBatch = () => {
      throw new Error('Not now');
    };
    const handle = await plan.change(on(first), ['task']);
    const pending = async () => (await handle.describe()).raw.pendingActivities?.[0];
    await vi.waitFor(async () => expect((await pending())?.attempt).toBeGreaterThan(1), wait);
    await stop();
    stop = await plan.work(on(second));
    await vi.waitFor(async () => {
      expect((await pending())?.lastFailure?.message).toMatch(
        /the key "first", and here is "second"/,
      );
    }, wait);
    await stop();
    plan.sync.beforeBatch = () => undefined;
    await plan.work(on(first));
    await resultOf(handle);
    await isDone(plan.sync, 'task');
  },
);

test.concurrent(
  'keys change while runs are open: the older one is read, the new one is used',
  async () => {
    const plan = aPlan();
    const stop = await plan.work(on(first));
    const gate = new Gate();
    plan.sync.beforeBatch = () => gate.opened;
    const handle = await plan.change(on(first), ['before']);
    await stop();
    gate.open();
    await plan.change(on(second, first), ['after']);
    await plan.work(on(second, first));
    await resultOf(handle);
    await isDone(plan.sync, 'before', 'after');
    const { text } = await historyOf(handle);
    for (const id of ['first', 'second']) expect(text).toContain(id);
    const again = clientWith(on(second, first)).workflow.getHandle(plan.workflowId);
    expect((await again.describe()).memo).toEqual({ about: marker });
  },
);

test.concurrent(
  'a payload that was changed on its way is refused, and nothing is done for it',
  async () => {
    const plan = aPlan();
    await plan.work(on(first));
    const client = new Client({
      connection,
      dataConverter: { payloadCodecs: [changing(on(first))] },
    });
    const handle = await client.workflow.signalWithStart(planSyncWorkflow, {
      workflowId: plan.workflowId,
      taskQueue: plan.taskQueue,
      args: [{ planId: 'plan', idleMs: 300 }],
      signal: tasksChanged,
      signalArgs: [{ taskIds: ['task'], source: 'agent' }],
    });
    started.push(handle);
    expect(await taskFailureOf(handle)).toMatch(/does not open with it: it was changed/);
    expect(plan.sync.log).toEqual([]);
    expect(await statusOf(handle)).toBe('RUNNING');
  },
);

/** Turns one bit of everything that was encrypted. */
function changing(encryption: PayloadEncryption): PayloadCodec {
  const codec = createPayloadCodec(encryption);
  const change = ({ metadata, data }: Payload): Payload => {
    const changed = Uint8Array.from(data ?? []);
    const at = changed.length - 1;
    changed[at] = (changed[at] ?? 0) ^ 1;
    return { metadata: metadata ?? null, data: changed };
  };
  return {
    encode: async (payloads) => (await codec.encode(payloads)).map(change),
    decode: (payloads) => codec.decode(payloads),
  };
}
