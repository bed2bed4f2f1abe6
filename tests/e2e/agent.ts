import type { TaskDocument } from '../../src/domain/task.js';
import type { Stack } from './stack.js';

/** An agent that speaks REST. */
export interface Agent {
  /** Keeps trying under one idempotency key until the write was accepted, as agents are told to. */
  create(body: object): Promise<TaskDocument>;
  update(id: string, body: object): Promise<TaskDocument>;
  /** One try: the status. */
  tryCreate(body: object): Promise<number>;
  get(id: string): Promise<TaskDocument>;
  list(planId: string): Promise<readonly TaskDocument[]>;
  health(): Promise<{ readonly status: string; readonly reasons: readonly string[] }>;
}

export function createAgent({ serverUrl }: Stack, apiKey?: string): Agent {
  const headers = {
    'Content-Type': 'application/json',
    ...(apiKey !== undefined && { Authorization: `Bearer ${apiKey}` }),
  };
  const ask = async (path: string, init: RequestInit = {}): Promise<unknown> => {
    const response = await fetch(`${serverUrl}${path}`, { ...init, headers });
    const text = await response.text();
    if (!response.ok) throw new Error(`${path}: ${String(response.status)} ${text}`);
    return JSON.parse(text);
  };
  return {
    async create(body) {
      const key = crypto.randomUUID();
      for (;;) {
        const response = await send(`${serverUrl}/api/agent/tasks`, {
          method: 'POST',
          headers: { ...headers, 'Idempotency-Key': key },
          body: JSON.stringify(body),
        });
        if (response?.status === 201) return (await response.json()) as TaskDocument;
        if (response !== null && response.status < 500) throw new Error(await response.text());
        await new Promise((resolve) => setTimeout(resolve, 100));
      }
    },
    update: async (id, body) =>
      (await ask(`/api/agent/tasks/${id}`, {
        method: 'PATCH',
        body: JSON.stringify(body),
      })) as TaskDocument,
    async tryCreate(body) {
      const init = { method: 'POST', headers, body: JSON.stringify(body) };
      return (await send(`${serverUrl}/api/agent/tasks`, init))?.status ?? 0;
    },
    get: async (id) => (await ask(`/api/agent/tasks/${id}`)) as TaskDocument,
    async list(planId) {
      const found: TaskDocument[] = [];
      for (let cursor: string | null = ''; cursor !== null;) {
        const after: string = cursor === '' ? '' : `&cursor=${encodeURIComponent(cursor)}`;
        const page = (await ask(`/api/agent/tasks?planId=${planId}&limit=200${after}`)) as {
          tasks: TaskDocument[];
          nextCursor: string | null;
        };
        found.push(...page.tasks);
        cursor = page.nextCursor;
      }
      return found;
    },
    health: async () => (await ask('/health')) as { status: string; reasons: string[] },
  };
}

/** Null where nobody answers. */
async function send(url: string, init: RequestInit): Promise<Response | null> {
  try {
    return await fetch(url, init);
  } catch {
    return null;
  }
}
