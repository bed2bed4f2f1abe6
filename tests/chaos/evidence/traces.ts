import type { Redis } from 'ioredis';
import type { Conflict } from './evidence.js';

/** Every conflict that the product has logged. */
export async function readConflicts(redis: Redis): Promise<readonly Conflict[]> {
  const entries = await redis.xrange('annika:sync:conflicts', '-', '+');
  return entries.map(([id, flat]) => {
    const fields = new Map<string, string>();
    for (let at = 0; at + 1 < flat.length; at += 2) fields.set(flat[at] ?? '', flat[at + 1] ?? '');
    const text = (name: string): string => fields.get(name) ?? '';
    const json = (name: string): unknown => JSON.parse(fields.get(name) ?? 'null');
    return {
      at: Number(id.split('-', 1)[0]),
      taskId: text('task_id'),
      field: text('field'),
      key: fields.get('key') ?? null,
      base: json('base'),
      agent: json('agent'),
      planner: json('planner'),
      winner: text('winner'),
      rule: text('rule'),
    };
  });
}

/** Lines of the product's own log, which keeps the newest ones; read often enough none is missed. */
export interface SyncLog {
  look(): Promise<void>;
  lines(): readonly string[];
}

const perLook = 2_000;

export function createSyncLog(redis: Redis): SyncLog {
  const lines = new Set<string>();
  return {
    lines: () => [...lines],
    async look() {
      for (const line of await redis.lrange('annika:sync:log', 0, perLook - 1)) lines.add(line);
    },
  };
}

/** Why documents cannot be read that agents have known, by id. */
export async function readGone(
  serverUrl: string,
  taskIds: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const gone = new Map<string, string>();
  for (const taskId of taskIds) {
    const response = await fetch(`${serverUrl}/api/agent/tasks/${taskId}`);
    const body: unknown = await response.json();
    if (response.status !== 404) continue;
    const hasCode = typeof body === 'object' && body !== null && 'code' in body;
    gone.set(taskId, hasCode ? String(body.code) : 'unknown');
  }
  return gone;
}
