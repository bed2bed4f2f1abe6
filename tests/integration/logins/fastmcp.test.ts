import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test, type TestContext } from 'vitest';
import { ensureFastMcp, type FastMcp } from '../../support/fastmcp.js';
import { startLoginLab, type LoginLab } from './login-lab.js';

/** The first time packages are installed. */
const installMs = 600_000;
const root = new URL('../../../', import.meta.url);
const file = (path: string): string => fileURLToPath(new URL(path, root));
let fastMcp: FastMcp;
let lab: LoginLab;

beforeAll(async () => {
  fastMcp = await ensureFastMcp();
  if (fastMcp.kind === 'ready') lab = await startLoginLab();
  else process.stderr.write(`FastMCP is not tested: ${fastMcp.reason}\n`);
}, installMs);
afterAll(() => lab?.close());

async function run(context: TestContext, script: string, ...args: string[]): Promise<string> {
  if (fastMcp.kind === 'no_python') return context.skip(fastMcp.reason);
  const { stdout } = await promisify(execFile)(fastMcp.python, [file(script), ...args], {
    timeout: 60_000,
    env: {
      PATH: process.env['PATH'],
      TANDEM_URL: lab.origin,
      SIGN_IN_CONTROL: `${lab.emulator.boardUrl}/control`,
      SIGN_IN_PERSON: 'Maya',
      BROWSER: `${process.execPath} ${file('tests/support/sign-in-browser.mjs')} %s`,
    },
  });
  return stdout;
}

describe('the Python client of FastMCP, with two replicas', { timeout: 90_000 }, () => {
  test('signs a person in with the example of the documentation', async (context) => {
    const stdout = await run(context, 'docs/examples/fastmcp_sign_in.py');
    expect(stdout).toContain('Logged in as: Maya Okafor');
  });

  for (const mode of ['auto', 'legacy']) {
    test(`reads the same from text and data, and hears of progress (${mode})`, async (context) => {
      const seen: unknown = JSON.parse(await run(context, 'tests/support/fastmcp_flow.py', mode));
      expect(seen).toMatchObject({
        keys: [
          ['auth_url', 'message', 'state'],
          ['auth_code', 'state', 'success'],
          ['access_token', 'expires_in', 'success'],
        ],
        early: false,
        progress: expect.arrayContaining([[0, 1, 'Waiting for the person to sign in']]),
        expires_in: 3600,
        profile: {
          displayName: 'Maya Okafor',
          mail: 'maya.okafor@tandem.example',
          userPrincipalName: 'maya.okafor@tandem.example',
        },
        refusal: expect.stringContaining('ToolError'),
      });
    });
  }
});
