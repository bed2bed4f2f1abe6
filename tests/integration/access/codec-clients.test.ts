import { randomUUID } from 'node:crypto';
import { Client, Connection } from '@temporalio/client';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { projectRoot } from '../../../scripts/lib/build.mjs';
import { run } from '../../../scripts/lib/processes.mjs';
import { ensureTemporalCli } from '../../../scripts/lib/temporal-cli.mjs';
import { keyRing } from '../../../src/config/key-ring.js';
import { createDataConverter } from '../../../src/temporal/payload-encryption/data-converter.js';
import { planSyncWorkflow } from '../../../workflows/plan-sync/contract.js';
import { startLockedServer, type LockedServer } from './locked-server.js';

const keys = `main:${Buffer.alloc(32, 5).toString('base64')}`;
const workflowId = `test/${randomUUID()}`;
const address = inject('temporalAddress');

let server: LockedServer;
let connection: Connection;
let client: Client;
let program: string;

beforeAll(async () => {
  const report = () => undefined;
  [server, connection, { path: program }] = await Promise.all([
    startLockedServer({ env: { PAYLOAD_ENCRYPTION: 'on', PAYLOAD_ENCRYPTION_KEY: keys } }),
    Connection.connect({ address }),
    ensureTemporalCli({ env: process.env, root: projectRoot, report }),
  ]);
  const dataConverter = createDataConverter({ isOn: true, ring: keyRing().parse(keys) });
  client = new Client({ connection, dataConverter });
  await client.workflow.start(planSyncWorkflow, {
    workflowId,
    taskQueue: workflowId,
    args: [{ planId: 'plan-that-can-be-read' }],
  });
});
afterAll(async () => {
  await client.workflow.getHandle(workflowId).terminate();
  await connection.close();
  await server.close();
});

/** `temporal workflow …` with the codec endpoint. */
const temporal = (secret: string, ...args: readonly string[]) => {
  const at = [
    '--address',
    address,
    '--command-timeout',
    '5s',
    '--disable-config-env',
    '--disable-config-file',
  ];
  const codec = [
    '--codec-endpoint',
    `${server.origin}/api/codec`,
    '--codec-auth',
    `Bearer ${secret}`,
  ];
  return run(program, ['workflow', ...args, '--workflow-id', workflowId, ...at, ...codec]);
};

test("Temporal's command line shows an operator what runs were given", async () => {
  const { secret } = await server.makeKey({ scopes: ['sync:operate'] });
  const { output } = await temporal(secret, 'show', '--detailed');
  expect(output).toContain('input[0].planId: plan-that-can-be-read');
});

test('it shows nothing to somebody else', async () => {
  const { secret } = await server.makeKey({ scopes: ['sync:read'] });
  const { output } = await temporal(secret, 'show', '--detailed');
  expect(output).not.toContain('plan-that-can-be-read');
});

test('what an operator sends with it is encrypted before it reaches Temporal', async () => {
  const { secret } = await server.makeKey({ scopes: ['sync:operate'] });
  const input = JSON.stringify({ taskIds: ['task-of-an-operator'], source: 'system' });
  const sent = await temporal(secret, 'signal', '--name', 'tasksChanged', '--input', input);
  expect(sent).toMatchObject({ code: 0 });
  const { events } = await client.workflow.getHandle(workflowId).fetchHistory();
  const signal = events?.find((event) => event.workflowExecutionSignaledEventAttributes != null);
  const payload = signal?.workflowExecutionSignaledEventAttributes?.input?.payloads?.[0];
  expect(Buffer.from(payload?.metadata?.['encoding'] ?? []).toString()).toBe('binary/encrypted');
});
