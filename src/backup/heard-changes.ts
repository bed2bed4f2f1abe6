import { z } from 'zod';
import type { TaskEvent } from '../domain/task.js';
import type { KeyContent, TaskLine } from './backup-line.js';
import { taskFacts } from './task-facts.js';

type RestoredEvent = Omit<TaskEvent, 'task'> & { readonly task: unknown };

const eventSchema = z.looseObject({ task_id: z.string(), rev: z.number() });

/** A change is stamped before it is committed, at most so long (ms). */
const stampedBeforeMs = 60_000;

/**
 * Finds changes that came after the events of a backup were read and before their tasks were: without an event, agents
 * who follow them would never hear of these.
 */
export class HeardChanges {
  private readonly newest = new Map<string, number>();

  /** @param since when the backup began (ms): what is older than its first event may have had one that was trimmed */
  constructor(private readonly since: number) {}

  /** Takes note of a part of the event stream. */
  hear(content: KeyContent): void {
    if (content.type !== 'stream') return;
    for (const [, fields] of content.value) {
      const json = fields[fields.indexOf('event') + 1];
      const event = typeof json === 'string' ? parse(json) : null;
      if (event === null) continue;
      const known = this.newest.get(event.task_id) ?? 0;
      this.newest.set(event.task_id, Math.max(known, event.rev));
    }
  }

  /** The event that a task lacks; null when it lacks none. */
  missing(line: TaskLine): RestoredEvent | null {
    const facts = taskFacts(line);
    if (facts === null) return null;
    const { document, tombstone } = facts;
    const heard = this.newest.get(line.id) ?? 0;
    const task = document ?? tombstone?.document;
    const at = document?.updatedAt ?? tombstone?.at;
    if (task === undefined || at === undefined || heard >= task.rev || !this.isRecent(at))
      return null;
    const action =
      document === null
        ? 'deleted'
        : this.isRecent(document.createdAt) && heard === 0
          ? 'created'
          : 'updated';
    return { action, task_id: line.id, task, source: 'system', rev: task.rev, at };
  }

  private isRecent(at: string): boolean {
    return Date.parse(at) >= this.since - stampedBeforeMs;
  }
}

function parse(json: string): z.infer<typeof eventSchema> | null {
  try {
    return eventSchema.safeParse(JSON.parse(json)).data ?? null;
  } catch {
    return null;
  }
}
