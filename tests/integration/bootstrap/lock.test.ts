import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { acquireLock, readLock, type LockContent } from '../../../scripts/lib/lock.mjs';
import { identify, isRunning } from '../../../scripts/lib/processes.mjs';

let folder: string;
const processes: ChildProcess[] = [];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tandem-lock-'));
});

afterEach(() => {
  for (const child of processes.splice(0)) child.kill('SIGKILL');
});

/** A process that does nothing, for ever, also when it is asked to end. */
async function startProcess(manners: 'obeys' | 'stubborn' = 'obeys') {
  const ignore = manners === 'stubborn' ? "process.on('SIGTERM', () => {});" : '';
  const script = `${ignore} console.log('up'); setInterval(() => {}, 1000)`;
  const child = spawn(process.execPath, ['-e', script], { stdio: ['ignore', 'pipe', 'inherit'] });
  processes.push(child);
  await once(child.stdout, 'data');
  const identity = identify(child.pid ?? 0);
  if (identity === null) throw new Error('The process ended at once.');
  return identity;
}

/** What an owner that was killed leaves behind. */
function leaveLock(content: Pick<LockContent, 'children'>): void {
  const owner = { pid: process.pid, startedAt: 'long ago' };
  writeFileSync(join(folder, 'lock.json'), JSON.stringify({ owner, notes: {}, ...content }));
}

describe('the lock of a data folder', () => {
  it('lets one in, and tells the next one who it is and where', async () => {
    const lock = await acquireLock(folder);
    lock.setNotes({ MCP: 'http://127.0.0.1:8000/mcp' });
    await expect(acquireLock(folder)).rejects.toThrow(
      new RegExp(`Already running here \\(process ${process.pid}.*[^]*http://127.0.0.1:8000/mcp`),
    );
    lock.release();
    (await acquireLock(folder)).release();
  });

  it('tells other commands what is running, while it is', async () => {
    const lock = await acquireLock(folder);
    lock.setNotes({ MCP: 'here' });
    expect(readLock(folder)?.notes).toEqual({ MCP: 'here' });
    lock.release();
    expect(readLock(folder)).toBeNull();
  });

  it('lets only one of many in at the same moment, also over a dead lock', async () => {
    leaveLock({ children: {} });
    const results = await Promise.allSettled(Array.from({ length: 8 }, () => acquireLock(folder)));
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });

  it("ends a killed owner's children before it lets the next one in", async () => {
    const child = await startProcess();
    leaveLock({ children: { redis: child } });
    const lock = await acquireLock(folder);
    expect(isRunning(child)).toBe(false);
    expect(lock.recovered).toEqual(['redis']);
    lock.release();
  });

  it('does not touch a process that got the pid of a child that is gone', async () => {
    const stranger = await startProcess();
    leaveLock({ children: { redis: { pid: stranger.pid, startedAt: 'before' } } });
    const lock = await acquireLock(folder);
    expect(isRunning(stranger)).toBe(true);
    expect(lock.recovered).toEqual([]);
    lock.release();
  });

  it('takes over a lock that a power cut left half written', async () => {
    writeFileSync(join(folder, 'lock.json'), '{"owner":{"pi');
    const lock = await acquireLock(folder);
    expect(JSON.parse(readFileSync(join(folder, 'lock.json'), 'utf8'))).toMatchObject({
      owner: { pid: process.pid },
    });
    lock.release();
    expect(existsSync(join(folder, 'lock.json'))).toBe(false);
  });

  it('knows its children by name until they are gone', async () => {
    const child = await startProcess('stubborn');
    const lock = await acquireLock(folder);
    lock.addChild('worker', child);
    expect(readLock(folder)?.children).toEqual({ worker: child });
    lock.removeChild('worker');
    expect(readLock(folder)?.children).toEqual({});
    lock.release();
  });
});
