import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { BootstrapError } from '../../scripts/lib/bootstrap-error.mjs';
import type { Child } from '../../scripts/lib/children.mjs';
import { acquireLock, readLock } from '../../scripts/lib/lock.mjs';

/** The folder of one run, and the processes that were started in it. */
export interface RunFolder {
  readonly path: string;
  /** The processes are ended in the reverse order. */
  add(child: Child): void;
  readonly children: readonly Child[];
  end(child: Child): Promise<void>;
  close(): Promise<void>;
}

const runs = join(tmpdir(), 'tandem-bench');
const graceMs = 15_000;

/** A new folder for temporary data. What a run that was killed left behind, processes and files, is removed first. */
export async function openRunFolder(): Promise<RunFolder> {
  await endAbandonedRuns();
  const path = mkdtempSync(join(runs, 'run-'));
  const lock = await acquireLock(path);
  const children: Child[] = [];
  const ending = new Set<Promise<void>>();
  const end = async (child: Child): Promise<void> => {
    const at = children.indexOf(child);
    if (at >= 0) children.splice(at, 1);
    const ended = child.stop(graceMs);
    ending.add(ended);
    await ended;
    ending.delete(ended);
    lock.removeChild(nameOf(child));
  };
  const close = async (): Promise<void> => {
    for (let last = children.at(-1); last !== undefined; last = children.at(-1)) await end(last);
    // Somebody else may be ending one of them at this moment.
    await Promise.all(ending);
    lock.release();
    rmSync(path, { recursive: true, force: true });
  };
  let closing: Promise<void> | null = null;
  return {
    path,
    children,
    add(child) {
      children.push(child);
      lock.addChild(nameOf(child), child.identity);
    },
    end,
    close: () => (closing ??= close()),
  };
}

/** Two children may be the same program. */
function nameOf(child: Child): string {
  return `${child.name} ${child.identity.pid}`;
}

async function endAbandonedRuns(): Promise<void> {
  mkdirSync(runs, { recursive: true });
  for (const name of readdirSync(runs)) {
    const folder = join(runs, name);
    if (readLock(folder) !== null) continue;
    try {
      (await acquireLock(folder)).release();
      rmSync(folder, { recursive: true, force: true });
    } catch (error) {
      if (!(error instanceof BootstrapError)) throw error; // another run is doing the same
    }
  }
}
