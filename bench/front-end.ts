import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import autocannon from 'autocannon';

export interface FrontEndOptions {
  readonly redisUrl: string;
  /** The server under test, already listening, with `AUTH_MODE=none`, at this origin. */
  readonly serverUrl: string;
  readonly rounds?: number;
  readonly secondsPerRound?: number;
  readonly connections?: number;
}

/** Throughput against the bare route of the same run: 1 is as fast as the bare route. */
export interface FrontEndRatios {
  readonly create: number;
  readonly update: number;
  readonly read: number;
  readonly mcpCreateModern: number;
  readonly mcpCreateLegacy: number;
  /** Requests a second, medians over the rounds. */
  readonly throughput: Readonly<Record<string, number>>;
}

/** What each ratio must reach. */
export const frontEndTargets = {
  create: 0.67,
  update: 0.67,
  read: 0.8,
  mcpCreateModern: 0.35,
  mcpCreateLegacy: 0.28,
} as const;

const fields = {
  title: 'Draft the offer',
  description: 'Two pages: what they get, by when, for how much.',
  percentComplete: 0,
  priority: 3,
  dueDateTime: '2027-12-01T10:00:00Z',
};
const json = { 'Content-Type': 'application/json' };

/** Measures server and baseline in turns, so that both see the same weather on the machine. */
export async function measureFrontEnd(options: FrontEndOptions): Promise<FrontEndRatios> {
  const { redisUrl, serverUrl, rounds = 3, secondsPerRound = 3, connections = 16 } = options;
  const bare = await startBareRoute(redisUrl);
  try {
    const bareUrl = `http://127.0.0.1:${bare.port}`;
    const bareId = await create(`${bareUrl}/tasks`);
    const taskId = await create(`${serverUrl}/api/agent/tasks`);
    const cases = {
      bareWrite: write(`${bareUrl}/tasks`),
      create: write(`${serverUrl}/api/agent/tasks`),
      update: update(`${serverUrl}/api/agent/tasks/${taskId}`),
      mcpCreateModern: mcpCall(serverUrl, 'modern'),
      mcpCreateLegacy: mcpCall(serverUrl, 'legacy'),
      bareRead: { url: `${bareUrl}/tasks/${bareId}` },
      read: { url: `${serverUrl}/api/agent/tasks/${taskId}` },
    } satisfies Record<string, autocannon.Options>;
    const results = new Map<string, number[]>();
    for (let round = 0; round < rounds; round += 1) {
      for (const [name, target] of Object.entries(cases)) {
        const rate = await load({ ...target, connections, duration: secondsPerRound });
        results.set(name, [...(results.get(name) ?? []), rate]);
      }
    }
    const rate = (name: keyof typeof cases) => median(results.get(name) ?? []);
    const ratio = (name: keyof typeof cases, base: 'bareWrite' | 'bareRead') =>
      Math.round((100 * rate(name)) / rate(base)) / 100;
    return {
      create: ratio('create', 'bareWrite'),
      update: ratio('update', 'bareWrite'),
      read: ratio('read', 'bareRead'),
      mcpCreateModern: ratio('mcpCreateModern', 'bareWrite'),
      mcpCreateLegacy: ratio('mcpCreateLegacy', 'bareWrite'),
      throughput: Object.fromEntries([...results].map(([name, all]) => [name, median(all)])),
    };
  } finally {
    bare.process.kill();
  }
}

async function startBareRoute(redisUrl: string): Promise<{ process: ChildProcess; port: number }> {
  const script = fileURLToPath(new URL('bare-route.mjs', import.meta.url));
  const child = spawn(process.execPath, [script, redisUrl], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [line] = (await once(createInterface(child.stdout), 'line')) as [string];
  const { port } = JSON.parse(line) as { port: number };
  return { process: child, port };
}

async function create(url: string): Promise<string> {
  const response = await fetch(url, {
    method: 'POST',
    headers: json,
    body: JSON.stringify(fields),
  });
  if (!response.ok) throw new Error(`${url} answered ${response.status} ${await response.text()}`);
  const { id } = (await response.json()) as { id: string };
  return id;
}

function write(url: string): autocannon.Options {
  return { url, method: 'POST', headers: json, body: JSON.stringify(fields) };
}

/** Every request changes something: a PATCH that changes nothing would be cheaper. */
function update(url: string): autocannon.Options {
  let count = 0;
  return {
    url,
    requests: [
      {
        method: 'PATCH',
        headers: json,
        setupRequest: (request) => {
          count += 1;
          return {
            ...request,
            body: JSON.stringify({ title: `Draft ${count}`, priority: count % 10 }),
          };
        },
      },
    ],
  };
}

function mcpCall(serverUrl: string, era: 'modern' | 'legacy'): autocannon.Options {
  const meta = {
    'io.modelcontextprotocol/protocolVersion': '2026-07-28',
    'io.modelcontextprotocol/clientCapabilities': {},
    'io.modelcontextprotocol/clientInfo': { name: 'bench', version: '1' },
  };
  const modernHeaders = {
    'MCP-Protocol-Version': '2026-07-28',
    'Mcp-Method': 'tools/call',
    'Mcp-Name': 'task_create',
  };
  const params = { name: 'task_create', arguments: fields };
  return {
    url: `${serverUrl}/mcp`,
    method: 'POST',
    headers: {
      ...json,
      Accept: 'application/json, text/event-stream',
      ...(era === 'modern' ? modernHeaders : { 'MCP-Protocol-Version': '2025-11-25' }),
    },
    body: JSON.stringify({
      jsonrpc: '2.0',
      id: 1,
      method: 'tools/call',
      params: era === 'modern' ? { ...params, _meta: meta } : params,
    }),
  };
}

async function load(options: autocannon.Options): Promise<number> {
  const result = await autocannon(options);
  if (result.non2xx + result.errors > 0) {
    throw new Error(`${options.url}: ${result.non2xx} failures, ${result.errors} errors`);
  }
  return result.requests.average;
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}
