import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { readLog, startChild, waitUntilReady, type Child } from '../../../scripts/lib/children.mjs';
import { acquireLock, readLock, type Lock } from '../../../scripts/lib/lock.mjs';
import { endProcess, identify, isRunning } from '../../../scripts/lib/processes.mjs';
import { createProgress } from '../../../scripts/lib/progress.mjs';
import { createSupervisor } from '../../../scripts/lib/supervisor.mjs';

let folder: string;
let lock: Lock;
const started: Child[] = [];

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'tandem-children-'));
  lock = await acquireLock(folder);
});

afterEach(async () => {
  await Promise.all(started.splice(0).map((child) => endProcess(child.identity, 0)));
  lock.release();
});

async function start(name: string, script: string): Promise<Child> {
  const logFile = join(folder, `${name}.log`);
  const child = await startChild({
    name,
    command: process.execPath,
    args: ['-e', script],
    logFile,
  });
  started.push(child);
  return child;
}

async function startReady(name: string, script: string): Promise<Child> {
  const child = await start(name, `${script}; console.log('up'); setInterval(() => {}, 1000)`);
  await waitUntilReady(child, 10_000, () => (logOf(child).includes('up') ? true : null));
  return child;
}

function logOf(child: Child): string {
  return readLog(child.logFile, child.logStart);
}

describe('a child', () => {
  it('that ends before it is ready is reported with the end of its log', async () => {
    const child = await start('redis', "console.error('cannot bind'); process.exit(3)");
    await expect(waitUntilReady(child, 10_000, () => null)).rejects.toThrow(
      /redis: exit code 3[^]*cannot bind/,
    );
  });

  it('that does not become ready in time is reported', async () => {
    const child = await startReady('redis', '');
    await expect(waitUntilReady(child, 50, () => null)).rejects.toThrow(
      /redis: not ready after 0 s/,
    );
  });

  it('that cannot be run is reported', async () => {
    const logFile = join(folder, 'x.log');
    await expect(
      startChild({ name: 'x', command: '/nowhere/x', args: [], logFile }),
    ).rejects.toThrow(/x ended at once, it could not be started/);
  });

  it('shows what this run wrote, not what an earlier one did', async () => {
    await (
      await start('worker', "console.log('first')")
    ).exited;
    const second = await start('worker', "console.log('second')");
    await second.exited;
    expect(logOf(second)).toBe('second\n');
    expect(readFileSync(second.logFile, 'utf8')).toBe('first\nsecond\n');
  });

  it('that ignores the request to end is ended all the same', async () => {
    const child = await startReady('worker', "process.on('SIGTERM', () => {})");
    await child.stop(100);
    expect(isRunning(child.identity)).toBe(false);
  });

  it('takes what it has started along when it has to be killed', async () => {
    const script = `process.on('SIGTERM', () => {});
      const { spawn } = require('node:child_process');
      console.log('grandchild ' + spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)']).pid)`;
    const child = await startReady('worker', script);
    const grandchild = identify(Number(/grandchild (\d+)/.exec(logOf(child))?.[1]));
    expect(grandchild).not.toBeNull();
    await child.stop(50);
    await vi.waitFor(() => expect(grandchild !== null && isRunning(grandchild)).toBe(false), {
      timeout: 5_000,
    });
  });
});

function setUp() {
  const lines: string[] = [];
  const fatal: string[] = [];
  const supervisor = createSupervisor({
    lock,
    progress: createProgress({ write: (text) => lines.push(text) }),
    stopOrder: ['worker', 'redis'],
    onFatal: (reason) => fatal.push(reason),
  });
  return { supervisor, lines, fatal };
}

describe('the supervisor', () => {
  it('stops in the given order, whatever the order of the starts', async () => {
    const { supervisor } = setUp();
    const journal = join(folder, 'journal');
    const says = (name: string) =>
      `process.on('SIGTERM', () => { require('node:fs').appendFileSync(${JSON.stringify(journal)}, '${name} '); process.exit(0) })`;
    for (const name of ['worker', 'redis']) {
      const child = await startReady(name, says(name));
      supervisor.started(name, child);
      supervisor.watch(name, child, { graceMs: 5000 });
    }
    expect(Object.keys(readLock(folder)?.children ?? {})).toEqual(['worker', 'redis']);
    await supervisor.stop();
    expect(readFileSync(journal, 'utf8')).toBe('worker redis ');
    expect(readLock(folder)?.children).toEqual({});
  });

  it('ends everything when a child that cannot be done without dies, and says why', async () => {
    const { supervisor, fatal } = setUp();
    const child = await startReady('redis', "console.log('disk full')");
    supervisor.started('redis', child);
    supervisor.watch('redis', child, { graceMs: 5000 });
    process.kill(child.identity.pid, 'SIGKILL');
    await vi.waitFor(() => expect(fatal).toHaveLength(1), { timeout: 5_000 });
    expect(fatal[0]).toMatch(/redis ended by itself, signal SIGKILL[^]*disk full/);
  });

  it('starts a child anew that may be, and says so', async () => {
    const { supervisor, lines, fatal } = setUp();
    const begin = async () => {
      const child = await startReady('worker', "console.log('oops')");
      supervisor.started('worker', child);
      return child;
    };
    const first = await begin();
    supervisor.watch('worker', first, { graceMs: 5000, restart: begin });
    process.kill(first.identity.pid, 'SIGKILL');
    const second = await vi.waitFor(
      () => {
        const identity = readLock(folder)?.children['worker'];
        if (identity === undefined || identity.pid === first.identity.pid)
          throw new Error('not yet');
        return identity;
      },
      { timeout: 10_000 },
    );
    expect(isRunning(second)).toBe(true);
    expect(lines.join('')).toMatch(/worker ended by itself[^]*oops[^]*started again in 1 s/);
    await supervisor.stop();
    expect(isRunning(second)).toBe(false);
    expect(fatal).toEqual([]);
  });

  it('stops a child too that is only just being started', async () => {
    const { supervisor } = setUp();
    await supervisor.stop();
    const child = await startReady('worker', '');
    supervisor.started('worker', child);
    await child.exited;
    expect(isRunning(child.identity)).toBe(false);
  });
});
