import type { RequestLog } from '../../emulator/graph/request-log.js';
import type { Throttling } from '../../emulator/graph/throttling.js';

export type ThrottlingCounts = ReturnType<Throttling['counts']>;
export type LoggedRequest = ReturnType<RequestLog['read']>[number];

/** The emulator as a measurement needs it: its control API, and a person who works on the board. */
export interface GraphControl {
  readonly boardUrl: string;
  makePlan(title: string, tasks?: number): Promise<string>;
  /** The object ids of everybody in the tenant. */
  listPeople(): Promise<readonly string[]>;
  /** Added to every HTTP request (ms). */
  setLatency(ms: number): Promise<void>;
  /** Empties the log of requests: what follows is counted from here. */
  startLog(): Promise<void>;
  /** All requests since `startLog`, the oldest first. The emulator keeps 20,000. */
  readLog(): Promise<readonly LoggedRequest[]>;
  addFault(fault: object): Promise<void>;
  clearFaults(): Promise<void>;
  /** Since `startLog`. */
  throttling(): Promise<ThrottlingCounts>;
  listTasks(planId: string): Promise<readonly BoardTask[]>;
  /** As a person, with the version of the object as it is now. */
  patch(path: string, body: object): Promise<void>;
  /** Several requests of a person, 20 to a batch. */
  batch(requests: readonly BatchItem[]): Promise<readonly BatchAnswer[]>;
}

export interface BoardTask {
  readonly id: string;
  readonly title: string;
}

export interface BatchItem {
  readonly method: 'GET' | 'PATCH';
  readonly url: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: object;
}

export interface BatchAnswer {
  readonly id: string;
  readonly status: number;
  readonly body: Readonly<Record<string, unknown>>;
}

const perBatch = 20;

export function createGraphControl(boardUrl: string): GraphControl {
  const control = async (method: string, path: string, body?: object): Promise<unknown> =>
    request(`${boardUrl}/control${path}`, { method }, body);

  let token: Promise<string> | null = null;
  const listPeople = async () => {
    const { people } = (await control('GET', '/people')) as {
      people: { id: string; accessToken: string }[];
    };
    return people;
  };
  const firstPerson = async (): Promise<string> => {
    const [person] = await listPeople();
    if (person === undefined) throw new Error('The emulator has no people');
    return person.accessToken;
  };
  const graph = async (method: string, path: string, options: GraphOptions = {}) => {
    const authorization = { Authorization: `Bearer ${await (token ??= firstPerson())}` };
    const headers = { ...authorization, ...options.headers };
    return request(`${boardUrl}/v1.0${path}`, { method, headers }, options.body);
  };

  return {
    boardUrl,
    async makePlan(title, tasks = 0) {
      const { id } = (await control('POST', '/plans', { title, tasks })) as { id: string };
      return id;
    },
    listPeople: async () => (await listPeople()).map(({ id }) => id),
    async setLatency(latencyMs) {
      await control('PUT', '/settings', { latencyMs });
    },
    async startLog() {
      await control('DELETE', '/requests');
    },
    async addFault(fault) {
      await control('POST', '/faults', fault);
    },
    async clearFaults() {
      await control('DELETE', '/faults');
    },
    async throttling() {
      const stats = (await control('GET', '/stats')) as { throttling: ThrottlingCounts };
      return stats.throttling;
    },
    async readLog() {
      const answer = await control('GET', '/requests?limit=20000');
      return (answer as { requests: LoggedRequest[] }).requests;
    },
    async listTasks(planId) {
      const tasks: BoardTask[] = [];
      let path: string | null = `/planner/plans/${planId}/tasks`;
      while (path !== null) {
        const page = (await graph('GET', path)) as ListPage;
        tasks.push(...page.value);
        path = page['@odata.nextLink']?.replace(`${boardUrl}/v1.0`, '') ?? null;
      }
      return tasks;
    },
    async patch(path, body) {
      const { '@odata.etag': etag } = (await graph('GET', path)) as { '@odata.etag': string };
      await graph('PATCH', path, { headers: { 'If-Match': etag }, body });
    },
    async batch(requests) {
      const answers: BatchAnswer[] = [];
      for (let at = 0; at < requests.length; at += perBatch) {
        const items = requests.slice(at, at + perBatch).map(({ headers, ...item }, index) => ({
          id: String(at + index),
          ...item,
          headers: { 'Content-Type': 'application/json', ...headers },
        }));
        const { responses } = (await graph('POST', '/$batch', { body: { requests: items } })) as {
          responses: BatchAnswer[];
        };
        answers.push(...responses);
      }
      return answers.sort((one, other) => Number(one.id) - Number(other.id));
    },
  };
}

interface GraphOptions {
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: object;
}

interface ListPage {
  readonly value: readonly BoardTask[];
  readonly '@odata.nextLink'?: string;
}

async function request(url: string, init: Init, body?: object): Promise<unknown> {
  const headers = { ...init.headers, ...(body && { 'Content-Type': 'application/json' }) };
  const response = await fetch(url, {
    method: init.method,
    headers,
    ...(body && { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  if (!response.ok) throw new Error(`${init.method} ${url} answered ${response.status}: ${text}`);
  return text === '' ? null : JSON.parse(text);
}

interface Init {
  readonly method: string;
  readonly headers?: Readonly<Record<string, string>>;
}
