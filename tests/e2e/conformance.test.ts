import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { run } from '../../scripts/lib/processes.mjs';
import { startTestServer, type TestServer } from '../integration/http/start-test-server.js';
import { ensureMcpTools, type McpTools } from '../support/mcp-tools.js';

let server: TestServer;
let tools: McpTools;
let folder: string;

beforeAll(async () => {
  [server, tools] = await Promise.all([
    startTestServer({ redisUrl: inject('redisUrl') }),
    ensureMcpTools(),
  ]);
  folder = mkdtempSync(join(tmpdir(), 'tandem-conformance-'));
}, 300_000);
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await server.close();
});

interface Check {
  readonly id: string;
  readonly status: 'SUCCESS' | 'FAILURE' | 'WARNING' | 'SKIPPED' | 'INFO';
  readonly errorMessage?: string;
}

/** What each scenario of a revision found, by its name. */
async function conformance(revision: string): Promise<ReadonlyMap<string, readonly Check[]>> {
  const output = join(folder, revision);
  const args = [
    'server',
    '--url',
    `${server.origin}/mcp`,
    '--requirements',
    revision,
    '-o',
    output,
  ];
  await run(tools.node, [tools.conformance, ...args], { timeoutMs: 240_000 });
  return new Map(
    readdirSync(output)
      .filter((name) => name.startsWith('server-'))
      .map((name) => [
        name.replace(/^server-/, '').replace(/-\d{4}-\d{2}-\d{2}T.*$/, ''),
        JSON.parse(readFileSync(join(output, name, 'checks.json'), 'utf8')) as readonly Check[],
      ]),
  );
}

/** Scenarios that cannot be run against us, and why. */
const notForUs: readonly (readonly [scenario: RegExp, reason: string])[] = [
  [/^tools-call-/, 'plays with a tool of the suite’s own'],
  [/^elicitation-/, 'plays with a tool of the suite’s own'],
  [/^json-schema-2020-12$/, 'looks for a tool of the suite’s own'],
  [/^http-custom-header-server-validation$/, 'no argument of ours is mirrored in a header'],
  [
    /^input-required-result-(?!unsupported-methods$|validate-input$)/,
    'plays with a tool of the suite’s own',
  ],
  [/^prompts-get-/, 'plays with a prompt of the suite’s own'],
  [/^resources-(read|templates)/, 'reads a resource of the suite’s own'],
  [/^resources-(un)?subscribe$/, 'the older era is served without sessions: nothing can be pushed'],
  [/^logging-set-level$/, 'logs stay with the server: they may hold what a client must not see'],
  [
    /^tasks-/,
    'an extension that is not offered; long work has approvals_wait and task_wait_for_change',
  ],
];

function isForUs(scenario: string): boolean {
  return !notForUs.some(([pattern]) => pattern.test(scenario));
}

/** A check that its own fixture is missing for is none. */
function failures(checks: readonly Check[]): readonly Check[] {
  return checks.filter(
    ({ status, errorMessage = '' }) =>
      status === 'FAILURE' && !errorMessage.startsWith('Not testable'),
  );
}

describe.each(['2025-11-25', '2026-07-28'])('the official conformance suite, %s', (revision) => {
  let found: ReadonlyMap<string, readonly Check[]>;
  beforeAll(async () => {
    found = await conformance(revision);
  }, 300_000);

  it('finds nothing wrong in any scenario that applies to us', () => {
    const wrong = [...found].flatMap(([scenario, checks]) =>
      isForUs(scenario)
        ? failures(checks).map(({ id, errorMessage }) => `${scenario}: ${id}: ${errorMessage}`)
        : [],
    );
    expect(wrong).toEqual([]);
    const applying = [...found].filter(
      ([scenario, checks]) =>
        isForUs(scenario) && checks.some(({ status }) => status === 'SUCCESS'),
    );
    expect(applying.length).toBeGreaterThan(7);
  });

  it('passes no scenario that is said to be not for us', () => {
    const passed = [...found].filter(
      ([scenario, checks]) =>
        !isForUs(scenario) &&
        checks.some(({ status }) => status === 'SUCCESS') &&
        checks.every(({ status }) => status !== 'FAILURE' && status !== 'WARNING'),
    );
    expect(passed.map(([scenario]) => scenario)).toEqual([]);
  });
});
