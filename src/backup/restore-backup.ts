import type { Redis } from 'ioredis';
import type { Keys } from '../tasks/keys.js';
import { streamMax } from '../tasks/settings.js';
import { BackupError } from './backup-error.js';
import type { Counts, DataLine, Header, KeyLine, TaskLine } from './backup-line.js';
import { countLine, noLines } from './encode-backup.js';
import { HeardChanges } from './heard-changes.js';
import { pauseLinks } from './pause-links.js';
import { readBackup } from './read-backup.js';
import { repairTask } from './repair-task.js';
import { redisNow } from './redis-now.js';
import { scanNames } from './scan-names.js';
import { fromStoredText } from './stored-text.js';
import { toCommands, toMembershipCommand, type Command } from './write-commands.js';

export interface RestoreRequest {
  readonly redis: Redis;
  /** The target. */
  readonly keys: Keys;
  readonly path: string;
  /**
   * `paused`: plans that were on are paused. `auto`: they are, unless the backup goes back into the namespace that it
   * is of; two namespaces that sync one plan would be two writers.
   */
  readonly linkModes: LinkModes;
  readonly signal: AbortSignal;
  readonly onProgress?: (step: 'checked' | 'written', counts: Counts) => void;
}

export type LinkModes = 'auto' | 'kept' | 'paused';

export interface Restored {
  readonly header: Header;
  readonly counts: Counts;
  /** Changes that were not in Planner yet when the backup was made. */
  readonly unsynced: number;
  readonly planIds: readonly string[];
  readonly arePlansPaused: boolean;
}

const tasksPerStep = 100;
const refsPerEntry = 500;

/**
 * Writes a backup into an empty namespace. The whole file is checked before the first write; linked plans are written
 * last, so that a restore that was cut off is synced by nobody.
 * @throws BackupError; Redis' own errors pass through
 */
export async function restoreBackup(request: RestoreRequest): Promise<Restored> {
  const { redis, keys, path, signal } = request;
  await check(request);
  await refuseUnlessEmpty(redis, keys.namespace);
  const target = new Target(request, await redisNow(redis));
  for await (const line of readBackup(path)) {
    signal.throwIfAborted();
    if ('format' in line) target.begin(line);
    else await target.take(line);
  }
  return target.finish();
}

async function check({ path, signal, onProgress }: RestoreRequest): Promise<void> {
  let counts: Counts = noLines;
  for await (const line of readBackup(path)) {
    signal.throwIfAborted();
    if ('format' in line) continue;
    counts = countLine(counts, line);
    onProgress?.('checked', counts);
  }
}

async function refuseUnlessEmpty(redis: Redis, namespace: string): Promise<void> {
  for await (const [found] of scanNames(redis, namespace)) {
    throw new BackupError(
      'namespace_not_empty',
      `The namespace "${namespace}" is not empty: it holds ${String(found)} and maybe more. Restore into another one with --into NAME. To put the backup in its place, stop every server and worker of it and empty it first:
  redis-cli --scan --pattern '${namespace}:*' | xargs -d '\\n' -n 500 redis-cli UNLINK`,
    );
  }
}

/** Takes the lines of a backup in their order. */
class Target {
  private header: Header | null = null;
  private counts: Counts = noLines;
  private tasks: TaskLine[] = [];
  private links: KeyLine[] = [];
  private heard = new HeardChanges(0);
  private readonly unsyncedIn = new Set<string>();

  constructor(
    private readonly request: RestoreRequest,
    private readonly now: number,
  ) {}

  begin(header: Header): void {
    this.header = header;
    this.heard = new HeardChanges(Date.parse(header.at));
  }

  async take(line: DataLine): Promise<void> {
    this.counts = countLine(this.counts, line);
    if (line.kind === 'task') {
      this.tasks.push(line);
      if (this.tasks.length >= tasksPerStep) await this.writeTasks();
    } else {
      await this.writeTasks();
      await this.takeKey(line);
    }
    this.request.onProgress?.('written', this.counts);
  }

  async finish(): Promise<Restored> {
    await this.writeTasks();
    const unsynced = await this.announceUnsynced();
    if (this.header === null) throw new TypeError('A backup that was checked has a header');
    const arePlansPaused = this.pauses(this.header);
    const planIds: string[] = [];
    for (const { content } of this.links) {
      const links = arePlansPaused ? pauseLinks(content) : content;
      await this.run(toCommands(this.fullName(content.key), links, this.now));
      if (links.type !== 'hash') continue;
      planIds.push(...links.value.map(([planId]) => fromStoredText(planId).toString()));
    }
    return {
      header: this.header,
      counts: this.counts,
      unsynced,
      planIds: planIds.toSorted(),
      arePlansPaused,
    };
  }

  private pauses({ namespace }: Header): boolean {
    const { linkModes, keys } = this.request;
    return linkModes === 'auto' ? namespace !== keys.namespace : linkModes === 'paused';
  }

  private async takeKey(line: KeyLine): Promise<void> {
    const { keys } = this.request;
    const fullName = this.fullName(line.content.key);
    if (fullName === keys.stream) this.heard.hear(line.content);
    if (fullName === keys.linkedPlans) this.links.push(line);
    else await this.run(toCommands(fullName, line.content, this.now));
  }

  private async writeTasks(): Promise<void> {
    const lines = this.tasks;
    this.tasks = [];
    await Promise.all(lines.map((line) => this.writeTask(line)));
  }

  /** In one step, so that nobody ever reads half a task. */
  private async writeTask(line: TaskLine): Promise<void> {
    const { contents, memberships, unsyncedIn } = repairTask(line);
    if (unsyncedIn !== null) this.unsyncedIn.add(unsyncedIn);
    const change = this.heard.missing(line);
    await this.run([
      ...contents.flatMap((content) => toCommands(this.fullName(content.key), content, this.now)),
      ...memberships.map((one) => toMembershipCommand(this.fullName(one.key), one)),
      ...(change === null ? [] : [this.toEvent(change)]),
    ]);
  }

  private toEvent(change: object): Command {
    const { stream } = this.request.keys;
    return ['xadd', stream, 'MAXLEN', '~', String(streamMax), '*', 'event', JSON.stringify(change)];
  }

  /** What Planner does not have goes to sync at once, whatever the outbox held when the backup was made. */
  private async announceUnsynced(): Promise<number> {
    const { redis, keys } = this.request;
    let count = 0;
    for (const planId of this.unsyncedIn) {
      const unsynced = keys.planUnsynced(planId);
      for (let from = 0; ; from += refsPerEntry) {
        const refs = await redis.zrange(unsynced, String(from), String(from + refsPerEntry - 1));
        if (refs.length === 0) break;
        count += refs.length;
        const fields = ['plan', planId, 'tasks', JSON.stringify(refs), 'source', 'system'];
        await this.run([['xadd', keys.outbox, '*', ...fields, 'at', String(this.now)]]);
      }
    }
    return count;
  }

  private fullName(name: string): string {
    return `${this.request.keys.namespace}:${name}`;
  }

  private async run(commands: readonly Command[]): Promise<void> {
    if (commands.length === 0) return;
    const replies = await this.request.redis.multi(commands.map((one) => [...one])).exec();
    const [failed] = (replies ?? []).flatMap(([error]) => (error === null ? [] : [error]));
    if (failed !== undefined) throw failed;
  }
}
