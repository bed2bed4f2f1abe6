import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { projectRoot } from '../../scripts/lib/build.mjs';
import type { Report } from '../../src/diagnosis/report.js';

let dataDir: string;
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'tandem-doctor-'));
});
afterEach(() => rmSync(dataDir, { recursive: true }));

/** Nothing of this is there, and nothing of this machine is meant. */
const nothing = {
  PORT: '0',
  REDIS_URL: 'redis://:marked-redis-password@127.0.0.1:1',
  TEMPORAL_ADDRESS: '127.0.0.1:1',
  GRAPH_BASE_URL: 'https://127.0.0.1:1',
  AZURE_AUTHORITY_HOST: 'https://127.0.0.1:1',
  AZURE_TENANT_ID: 'tenant',
  AZURE_CLIENT_ID: 'client',
  AZURE_CLIENT_SECRET: 'marked-client-secret',
};

/** npm run doctor. */
async function doctor(args: readonly string[], env: Readonly<Record<string, string>> = nothing) {
  const script = join(projectRoot, 'scripts', 'doctor.mjs');
  const child = spawn(process.execPath, [script, ...args], {
    env: { ...process.env, ...env, TANDEM_DATA_DIR: dataDir },
  });
  let output = '';
  let problem = '';
  child.stdout.on('data', (text) => (output += text));
  child.stderr.on('data', (text) => (problem += text));
  const [code] = (await once(child, 'close')) as [number];
  return { code, output, problem };
}

describe('npm run doctor', () => {
  it('works where nothing runs, fails, and leaves nothing behind', async () => {
    const { code, output, problem } = await doctor(['--json']);
    const { status, findings } = JSON.parse(output) as Report;
    expect(code).toBe(1);
    expect(problem).toBe('');
    expect(status).toBe('unhealthy');
    const failures = findings.filter(({ state }) => state === 'failure').map(({ check }) => check);
    expect(failures).toEqual([
      'redis.reachable',
      'temporal.reachable',
      'microsoft.authority',
      'microsoft.graph',
      'microsoft.sign-in',
    ]);
    expect(readdirSync(dataDir)).toEqual([]);
    expect(output).not.toMatch(/marked-/);
  });

  it('shows people a table without colours where it is no terminal', async () => {
    const { output } = await doctor([]);
    expect(output).toMatch(
      /^Redis\n {2}FAIL {2}reachable +Redis at 127\.0\.0\.1:1 cannot be used/m,
    );
    expect(output).toMatch(/^ +-> Start Redis/m);
    expect(output).toMatch(/\d+ ok, \d+ warnings, 5 failures, \d+ skipped, after [\d.]+ s\n$/);
    expect(output).not.toContain('\u001B');
  });

  it('works with a configuration that no server would start with', async () => {
    const { code, output } = await doctor([], {
      ...nothing,
      REDIS_URL: 'marked-nonsense',
      LOG_LEVEL: 'loud',
      AZURE_CLIENT_SECRET: '',
    });
    expect(code).toBe(1);
    expect(output).toMatch(/FAIL {2}REDIS_URL/);
    expect(output).toMatch(/FAIL {2}LOG_LEVEL/);
    expect(output).toMatch(/FAIL {2}AZURE_CLIENT_SECRET +AZURE_CLIENT_SECRET is missing/);
    expect(output).toMatch(/FAIL {2}reachable +Temporal at/);
  });

  it('explains itself, and refuses options that it does not have', async () => {
    expect(await doctor(['--help'])).toMatchObject({
      code: 0,
      output: expect.stringContaining('Exit code: 0'),
    });
    expect(await doctor(['--repair'])).toMatchObject({
      code: 2,
      output: '',
      problem: expect.stringContaining('--repair'),
    });
  });
});
