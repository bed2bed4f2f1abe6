import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { run } from '../../scripts/lib/processes.mjs';
import { startWorkplace, type Workplace } from '../integration/workplace/start-workplace.js';
import { ensureMcpTools, type McpTools } from '../support/mcp-tools.js';

let place: Workplace;
let tools: McpTools;
let folder: string;

beforeAll(async () => {
  [place, tools] = await Promise.all([startWorkplace({ signedIn: ['Maya'] }), ensureMcpTools()]);
  folder = mkdtempSync(join(tmpdir(), 'tandem-inspector-'));
  writeFileSync(join(folder, 'catalogue.json'), '{"mcpServers":{}}');
}, 300_000);
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await place.close();
});

type Era = 'legacy' | 'modern';

interface Answer {
  readonly result: { readonly tools?: readonly { readonly name: string }[] };
}

/** The Inspector's command line at a path of the server. */
async function inspect(
  era: Era,
  path: string,
  args: readonly string[],
): Promise<{ readonly code: number | null; readonly answer: Answer }> {
  const target = [`${place.server.origin}${path}`, '--transport', 'http', '--protocol-era', era];
  const { code, output } = await run(
    tools.node,
    [tools.inspector, '--cli', ...target, '--format', 'json', '--stored-auth-only', ...args],
    {
      env: { ...process.env, MCP_CATALOG_PATH: join(folder, 'catalogue.json') },
      timeoutMs: 60_000,
    },
  );
  // One line on stdout; what it finds is said again in words on stderr.
  const line = output.split('\n').find((text) => text.startsWith('{'));
  if (line === undefined) throw new Error(output);
  return { code, answer: JSON.parse(line) as Answer };
}

const profiles = ['tasks', 'mail', 'calendar', 'teams', 'directory', 'sync', 'admin'];
const lists: readonly (readonly [Era, string])[] = [
  ['legacy', 'core'],
  ['legacy', 'all'],
  ['modern', 'core'],
  ['modern', 'all'],
  ...profiles.map((profile): [Era, string] => ['modern', profile]),
];

describe("the Inspector's command line", () => {
  // An era changes how a list is sent, not what is in it.
  it.each(lists)('%s: lists %s, which has no fault in its eyes', async (era, profile) => {
    const { code, answer } = await inspect(era, `/mcp/${profile}`, [
      '--method',
      'tools/list',
      '--strict',
    ]);
    // Its warnings are about ways to write schemas that some hosts read better; its errors are not zero.
    expect(code).toBe(0);
    expect(answer.result.tools?.length).toBeGreaterThan(3);
  });

  const calls = [
    ['people_search', { query: 'Maya Okafor' }, 'maya.okafor@tandem.example'],
    ['planner_list_plans', {}, 'Product launch'],
    ['mail_list_messages', { limit: 2 }, 'messages'],
    ['calendar_view', {}, 'events'],
    ['todo_list_tasks', {}, 'tasks'],
  ] as const;
  it.each(calls.flatMap((call) => [['legacy', ...call] as const, ['modern', ...call] as const]))(
    '%s: calls %s',
    async (era, name, args, words) => {
      const call = ['--method', 'tools/call', '--tool-name', name];
      const { code, answer } = await inspect(era, '/mcp/all', [
        ...call,
        '--tool-args-json',
        JSON.stringify(args),
      ]);
      expect(JSON.stringify(answer.result)).toContain(words);
      expect(code).toBe(0);
    },
  );
});
