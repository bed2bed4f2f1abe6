import type { Redis } from 'ioredis';
import { z } from 'zod';
import { cellsOfDocument } from '../evidence/cells.js';
import type { Revision } from '../evidence/evidence.js';
import { documentShape, type TaskDocument } from '../evidence/shapes.js';
import { taskNumberOf } from '../world/texts.js';

/** What agents see who follow the stream of events; everything that was published is kept. */
export interface AgentsView {
  documents(): readonly TaskDocument[];
  /** The document as Redis has it now, if it says that Planner has all of it. */
  settled(plannerId: string): Promise<TaskDocument | null>;
  revisions(): readonly Revision[];
  /** Reads what is new. Throws while Redis is away. */
  look(): Promise<void>;
}

const eventShape = z.object({
  action: z.string(),
  task_id: z.string(),
  task: documentShape.nullable(),
  source: z.string(),
  rev: z.number(),
  at: z.string(),
});

const planEventShape = z.object({ action: z.literal('plan_updated') });

const perRead = 500;

export function createAgentsView(redis: Redis): AgentsView {
  const documents = new Map<string, TaskDocument>();
  const taskIds = new Map<string, string>();
  const revisions: Revision[] = [];
  let cursor = '-';

  const take = (json: string): void => {
    const event: unknown = JSON.parse(json);
    if (planEventShape.safeParse(event).success) return;
    const { action, task_id: taskId, task, source, rev, at } = eventShape.parse(event);
    if (task === null) return;
    if (action === 'deleted') documents.delete(taskId);
    else documents.set(taskId, task);
    if (task.sync.plannerId !== null) taskIds.set(task.sync.plannerId, taskId);
    revisions.push({
      at: Date.parse(at),
      taskId,
      task: taskNumberOf(task.title),
      rev,
      action,
      source,
      cells: cellsOfDocument(task),
    });
  };

  return {
    documents: () => [...documents.values()],
    revisions: () => revisions,
    async settled(plannerId) {
      const taskId = taskIds.get(plannerId);
      if (taskId === undefined) return null;
      const json = await redis.get(`annika:tasks:${taskId}`).catch(() => null);
      if (json === null) return null;
      const document = documentShape.parse(JSON.parse(json));
      const { state, plannerId: known } = document.sync;
      return state === 'synced' && known === plannerId ? document : null;
    },
    async look() {
      for (;;) {
        const entries = await redis.xrange('annika:tasks:stream', cursor, '+', 'COUNT', perRead);
        for (const [id, fields] of entries) {
          take(fields[1] ?? '');
          cursor = `(${id}`;
        }
        if (entries.length < perRead) return;
      }
    },
  };
}
