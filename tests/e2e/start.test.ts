import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Report } from '../../src/diagnosis/report.js';
import { projectRoot } from '../../scripts/lib/build.mjs';
import { acquireLock, readLock } from '../../scripts/lib/lock.mjs';
import { isPortFree } from '../../scripts/lib/ports.mjs';
import { identify, isRunning, type ProcessIdentity } from '../../scripts/lib/processes.mjs';

const ports = ['port', 'redis-port', 'temporal-port', 'ui-port', 'graph-port', 'board-port'];
let dataDir: string;
let owner: ChildProcess | null = null;

beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'tandem-start-'));
});

afterEach(async () => {
  owner?.kill('SIGKILL');
  await vi.waitFor(async () => (await acquireLock(dataDir)).release(), { timeout: 60_000 });
  rmSync(dataDir, { recursive: true, force: true });
});

interface Started {
  readonly process: ChildProcess;
  readonly output: () => string;
  readonly places: Readonly<Record<string, string>>;
  readonly children: Readonly<Record<string, ProcessIdentity>>;
}

/** npm start on free ports; resolves when everything is up. */
async function start(env: Readonly<Record<string, string>> = {}): Promise<Started> {
  const anyPort = ports.flatMap((name) => [`--${name}`, '0']);
  const script = join(projectRoot, 'scripts', 'start.mjs');
  const child = spawn(process.execPath, [script, '--data-dir', dataDir, ...anyPort], {
    env: { ...process.env, ...withoutOurs, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  owner = child;
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => (output += text));
  await vi.waitFor(
    () => {
      if (child.exitCode !== null) throw new Error(`It ended: ${output}`);
      expect(output).toContain('Ctrl-C stops everything');
    },
    { timeout: 90_000, interval: 50 },
  );
  const lock = readLock(dataDir);
  return {
    process: child,
    output: () => output,
    places: lock?.notes ?? {},
    children: lock?.children ?? {},
  };
}

/** This machine's own settings must not decide what is started. */
const withoutOurs = Object.fromEntries(
  ['REDIS_URL', 'REDIS_HOST', 'TEMPORAL_ADDRESS', 'AZURE_CLIENT_ID', 'GRAPH_BASE_URL'].map(
    (name) => [name, ''],
  ),
);

function placeOf(places: Started['places'], name: string): string {
  const place = places[name];
  if (place === undefined) throw new Error(`Nothing says where ${name} is.`);
  return place;
}

/** npm run doctor of that data folder. */
async function doctor(...args: readonly string[]) {
  const script = join(projectRoot, 'scripts', 'doctor.mjs');
  const child = spawn(process.execPath, [script, ...args], {
    env: { ...process.env, ...withoutOurs, TANDEM_DATA_DIR: dataDir },
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => (output += text));
  const [code] = (await once(child, 'close')) as [number];
  return { code, output };
}

async function createTask(rest: string, title: string): Promise<string> {
  const answer = await fetch(rest, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ title }),
  });
  expect(answer.status).toBe(201);
  return ((await answer.json()) as { id: string }).id;
}

async function readTask(rest: string, id: string) {
  return (await (await fetch(`${rest}/${id}`)).json()) as {
    title: string;
    sync: { state: string };
  };
}

describe('npm start', () => {
  it('brings up a Tandem in which an agent’s task reaches the board, and stops without a trace', async () => {
    const { process: running, places, children } = await start();
    expect(Object.keys(places)).toEqual([
      'Board',
      'Redis',
      'Temporal UI',
      'MCP',
      'REST',
      'API docs',
      'Approvals',
      'Health',
    ]);
    expect(Object.keys(children).toSorted()).toEqual([
      'emulator',
      'redis',
      'server',
      'temporal',
      'worker',
    ]);
    for (const name of ['Board', 'Temporal UI', 'Health']) {
      expect((await fetch(placeOf(places, name))).status).toBe(200);
    }
    const id = await createTask(placeOf(places, 'REST'), 'Draft the offer');
    await vi.waitFor(
      async () => expect((await readTask(placeOf(places, 'REST'), id)).sync.state).toBe('synced'),
      {
        timeout: 20_000,
        interval: 100,
      },
    );
    const { code, output } = await doctor('--json');
    const report = JSON.parse(output) as Report;
    expect(report.findings.filter(({ state }) => state === 'failure')).toEqual([]);
    expect(report.findings.filter(({ state }) => state === 'warning')).toEqual([]);
    expect(code).toBe(0);
    const { found } = report.findings.find(({ check }) => check === 'process.port') ?? {};
    expect(found).toBe(`Tandem answers at ${new URL(placeOf(places, 'REST')).host}`);

    running.kill('SIGINT');
    await once(running, 'exit');
    expect(Object.values(children).filter(isRunning)).toEqual([]);
    expect(await isPortFree(Number(new URL(placeOf(places, 'REST')).port))).toBe(true);
    expect(readLock(dataDir)).toBeNull();
  });

  it('recovers by itself after kill -9: ends exactly what was left, and has the data', async () => {
    const first = await start();
    const id = await createTask(placeOf(first.places, 'REST'), 'Kept');
    // Redis promises a power cut's last second at most; killing us costs it nothing.
    first.process.kill('SIGKILL');
    await once(first.process, 'exit');
    expect(Object.values(first.children).filter(isRunning)).toHaveLength(5);

    const second = await start();
    expect(second.output()).toMatch(
      /the last run was cut off; ended what it left running: worker,/,
    );
    expect(Object.values(first.children).filter(isRunning)).toEqual([]);
    expect(await readTask(placeOf(second.places, 'REST'), id)).toMatchObject({ title: 'Kept' });

    const third = spawn(process.execPath, [
      join(projectRoot, 'scripts', 'start.mjs'),
      '--data-dir',
      dataDir,
    ]);
    let refusal = '';
    third.stderr.on('data', (text) => (refusal += text));
    expect(await once(third, 'exit')).toEqual([1, null]);
    expect(refusal).toContain(`Already running here (process ${second.process.pid}`);
    expect(refusal).toContain(placeOf(second.places, 'MCP'));
  });

  it('starts a worker anew that died, and ends when Redis died, with the reason', async () => {
    const { process: running, children, output } = await start();
    const worker = children['worker'];
    const redis = children['redis'];
    if (worker === undefined || redis === undefined) throw new Error('Not everything was started.');
    process.kill(worker.pid, 'SIGKILL');
    await vi.waitFor(
      () => {
        const again = readLock(dataDir)?.children['worker'];
        expect(again).not.toBeUndefined();
        expect(again).not.toEqual(worker);
        expect(identify(again?.pid ?? 0)).toEqual(again);
      },
      { timeout: 20_000, interval: 50 },
    );
    process.kill(redis.pid, 'SIGKILL');
    await once(running, 'exit');
    expect(running.exitCode).toBe(1);
    expect(output()).toMatch(/redis ended by itself, signal SIGKILL/);
    expect(Object.values(children).filter(isRunning)).toEqual([]);
  });

  it('encrypts what Temporal is given with a key of its data folder, and its Web UI can show it', async () => {
    const { places } = await start({ PAYLOAD_ENCRYPTION: 'on' });
    const rest = placeOf(places, 'REST');
    const id = await createTask(rest, 'Draft the offer');
    // Server and worker understand each other: they have the same key.
    await vi.waitFor(async () => expect((await readTask(rest, id)).sync.state).toBe('synced'), {
      timeout: 20_000,
      interval: 100,
    });
    expect(statSync(join(dataDir, 'keys', 'payload-encryption.key')).mode & 0o777).toBe(0o600);
    const settings = new URL('/api/v1/settings', placeOf(places, 'Temporal UI'));
    const { Codec } = (await (await fetch(settings)).json()) as { Codec: { Endpoint: string } };
    expect(Codec.Endpoint).toBe(`${new URL(rest).origin}/api/codec`);
    const answer = await fetch(`${Codec.Endpoint}/decode`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', Origin: settings.origin },
      body: '{"payloads":[]}',
    });
    expect(await answer.json()).toEqual({ payloads: [] });
    expect(answer.headers.get('access-control-allow-origin')).toBe(settings.origin);
  });

  it('reports a mistake in the environment before it starts anything', async () => {
    const child = spawn(
      process.execPath,
      [join(projectRoot, 'scripts', 'start.mjs'), '--data-dir', dataDir],
      { env: { ...process.env, ...withoutOurs, LOG_LEVEL: 'loud', PORT: 'x' } },
    );
    let output = '';
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (text) => (output += text));
    expect(await once(child, 'exit')).toEqual([1, null]);
    expect(output).toMatch(/2 problems:[^]*PORT: write a whole number[^]*LOG_LEVEL: write one of/);
    expect(output).not.toContain('Redis');
  });
});

it('keeps Node’s own start script free of dependencies, so that it runs in a fresh clone', () => {
  const seen = new Set<string>();
  const visit = (file: string) => {
    if (seen.has(file)) return;
    seen.add(file);
    const text = readFileSync(file, 'utf8');
    for (const [, name = ''] of text.matchAll(/^(?:import|export)[^;]*? from '([^']+)';/gm)) {
      expect(name).toMatch(/^(node:|\.)/);
      if (name.startsWith('.')) visit(join(file, '..', name));
    }
  };
  visit(join(projectRoot, 'scripts', 'start.mjs'));
  expect(seen.size).toBeGreaterThan(15);
});
