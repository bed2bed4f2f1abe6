import { setTimeout as sleep } from 'node:timers/promises';
import type { Redis } from 'ioredis';
import type { Keys } from '../tasks/keys.js';
import type { DataLine, KeyLine, TaskLine } from './backup-line.js';
import { nameInBackup, taskIdIn, treatmentOf } from './key-treatment.js';
import { readKey } from './read-key.js';
import { createTaskReader, type ReadTask } from './read-task.js';
import { scanNames } from './scan-names.js';
import { mayBeInCreation, taskFacts } from './task-facts.js';

export interface NamespaceReading {
  readonly redis: Redis;
  readonly keys: Keys;
  /** How long creates under way may take to end before they are written down as they are (ms). */
  readonly settleMs: number;
  readonly signal: AbortSignal;
}

const tasksPerStep = 100;
const settlePauseMs = 250;

/**
 * Everything of a namespace that a backup holds, while agents and sync go on. The order is what makes it safe:
 * events first, so that none tells of a change that its task's line does not have; then the tasks, each in one step;
 * then what refers to tasks. The outbox and the linked plans come last.
 */
export async function* readNamespace(reading: NamespaceReading): AsyncGenerator<DataLine> {
  const { redis, keys } = reading;
  const { namespace } = keys;
  yield* readKey(redis, keys.stream, namespace);
  const revisions = new Map<string, number>();
  for await (const line of readTasks(reading)) {
    revisions.set(line.id, newestRevision(line));
    yield line;
  }
  const last: readonly string[] = [keys.outbox, keys.linkedPlans];
  const done = new Set<string>([keys.stream, ...last]);
  for await (const names of scanNames(redis, namespace)) {
    for (const name of names) {
      reading.signal.throwIfAborted();
      if (done.has(name)) continue;
      const treatment = treatmentOf(nameInBackup(name, namespace));
      if (treatment !== 'plain' && treatment !== 'answer') continue;
      done.add(name);
      for await (const line of readKey(redis, name, namespace)) {
        if (treatment === 'plain' || isAnswerToKept(line, revisions)) yield line;
      }
    }
  }
  for (const name of last) yield* readKey(redis, name, namespace);
}

/**
 * Each task once. Those whose create is under way come last: a moment later Planner's answer is known, and a restore
 * need not look for what they made.
 */
async function* readTasks(reading: NamespaceReading): AsyncGenerator<TaskLine> {
  const { redis, keys, settleMs, signal } = reading;
  const read = createTaskReader(reading);
  const seen = new Set<string>();
  const unsettled: string[] = [];
  for await (const names of scanNames(redis, keys.namespace)) {
    const fresh = names
      .map((name) => taskIdIn(nameInBackup(name, keys.namespace)))
      .filter((id): id is string => id !== null && !seen.has(id) && seen.add(id).has(id));
    for await (const line of readAll(read, fresh, signal)) {
      if (settleMs > 0 && mayBeInCreation(line)) unsettled.push(line.id);
      else yield line;
    }
  }
  const deadline = performance.now() + settleMs;
  for (let waiting = unsettled; waiting.length > 0;) {
    const isOver = performance.now() >= deadline;
    const later: string[] = [];
    for await (const line of readAll(read, waiting, signal)) {
      if (!isOver && mayBeInCreation(line)) later.push(line.id);
      else yield line;
    }
    waiting = later;
    if (waiting.length > 0) await sleep(settlePauseMs, undefined, { signal });
  }
}

async function* readAll(
  read: ReadTask,
  ids: readonly string[],
  signal: AbortSignal,
): AsyncGenerator<TaskLine> {
  for (let from = 0; from < ids.length; from += tasksPerStep) {
    signal.throwIfAborted();
    const lines = await Promise.all(ids.slice(from, from + tasksPerStep).map(read));
    for (const line of lines) if (line !== null) yield line;
  }
}

function newestRevision(line: TaskLine): number {
  const facts = taskFacts(line);
  return facts?.document?.rev ?? facts?.tombstone?.document.rev ?? 0;
}

/**
 * A repeated request gets its first answer after a restore too, or it would make a second task; but only when what
 * that answer tells of is in the backup.
 */
function isAnswerToKept({ content }: KeyLine, revisions: ReadonlyMap<string, number>): boolean {
  if (content.type !== 'string' || typeof content.value !== 'string') return false;
  // Fingerprint, status, task id, revision, body: functions/idempotency.lua.
  const [, id, rev] = /^[0-9a-f]+ \d+ (\S+) (\d+) /.exec(content.value) ?? [];
  return id !== undefined && (revisions.get(id) ?? -1) >= Number(rev);
}
