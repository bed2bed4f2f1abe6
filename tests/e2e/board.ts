import type { Stack } from './stack.js';

export interface PlannerTaskRow {
  readonly id: string;
  readonly title: string;
  readonly '@odata.etag': string;
  readonly [field: string]: unknown;
}

export interface Person {
  readonly id: string;
  readonly displayName: string;
  readonly accessToken: string;
}

/** Planner as people have it: Graph's own routes with a person's token, and the rehearsal's control API. */
export interface Board {
  readonly people: readonly Person[];
  makePlan(): Promise<{ id: string; buckets: readonly { id: string; name: string }[] }>;
  tasks(planId: string): Promise<readonly PlannerTaskRow[]>;
  get(path: string): Promise<Record<string, unknown>>;
  /** A person's new task. */
  add(planId: string, title: string): Promise<void>;
  /** A person's edit of what the path names, on its newest version. */
  edit(path: string, body: object): Promise<void>;
  /** A person's deletion of what the path names. */
  remove(path: string): Promise<void>;
  settings(patch: object): Promise<void>;
  /** Writes that the product has made so far. */
  appWrites(): Promise<number>;
  /** How often the product has looked at a plan so far. */
  looks(planId: string): Promise<number>;
}

export async function openBoard({ emulator }: Stack): Promise<Board> {
  const control = (path: string, init?: RequestInit) =>
    exchange(`${emulator.boardUrl}/control${path}`, init);
  const { people } = (await control('/people')) as { people: Person[] };
  const headers = {
    'Content-Type': 'application/json',
    Authorization: `Bearer ${people[0]?.accessToken ?? ''}`,
  };
  const graph = (path: string, init: RequestInit = {}) =>
    exchange(path.startsWith('http') ? path : `${emulator.boardUrl}/v1.0${path}`, {
      headers,
      ...init,
    });
  const get = async (path: string) => (await graph(path)) as Record<string, unknown>;
  return {
    people,
    get,
    async makePlan() {
      const body = JSON.stringify({ title: 'Rehearsal' });
      return (await control('/plans', {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body,
      })) as { id: string; buckets: { id: string; name: string }[] };
    },
    async tasks(planId) {
      const rows: PlannerTaskRow[] = [];
      for (let next: string | undefined = `/planner/plans/${planId}/tasks`; next !== undefined;) {
        const page = (await graph(next)) as {
          value: PlannerTaskRow[];
          '@odata.nextLink'?: string;
        };
        rows.push(...page.value);
        next = page['@odata.nextLink'];
      }
      return rows;
    },
    async add(planId, title) {
      await graph('/planner/tasks', { method: 'POST', body: JSON.stringify({ planId, title }) });
    },
    async edit(path, body) {
      const { '@odata.etag': etag } = (await get(path)) as { '@odata.etag': string };
      await graph(path, {
        method: 'PATCH',
        headers: { ...headers, 'If-Match': etag },
        body: JSON.stringify(body),
      });
    },
    async remove(path) {
      const { '@odata.etag': etag } = (await get(path)) as { '@odata.etag': string };
      await graph(path, { method: 'DELETE', headers: { ...headers, 'If-Match': etag } });
    },
    async settings(patch) {
      await control('/settings', {
        method: 'PUT',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify(patch),
      });
    },
    async appWrites() {
      const { app } = (await control('/stats')) as { app: { writes: number } };
      return app.writes;
    },
    async looks(planId) {
      const { requests } = (await control('/requests?limit=20000')) as {
        requests: { method: string; path: string; appId?: string }[];
      };
      const path = `/planner/plans/${planId}/tasks`;
      return requests.filter(
        (request) =>
          request.appId !== undefined &&
          request.method === 'GET' &&
          request.path.split('?')[0] === path,
      ).length;
    },
  };
}

async function exchange(url: string, init?: RequestInit): Promise<unknown> {
  const response = await fetch(url, init);
  const text = await response.text();
  if (!response.ok) throw new Error(`${url}: ${String(response.status)} ${text}`);
  return text === '' ? {} : JSON.parse(text);
}
