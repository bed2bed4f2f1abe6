import {
  Client as NextClient,
  StreamableHTTPClientTransport as NextTransport,
} from '@modelcontextprotocol/client';
import { Client as TodaysClient } from '@modelcontextprotocol/sdk/client/index.js';
import { StreamableHTTPClientTransport as TodaysTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js';
import { ElicitRequestSchema } from '@modelcontextprotocol/sdk/types.js';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startLoginLab, type LoginLab } from './login-lab.js';

let lab: LoginLab;

beforeAll(async () => {
  lab = await startLoginLab();
});
afterAll(() => lab.close());

type Action = 'accept' | 'decline' | 'cancel';
/** A person at a host: what they do when it shows them an address. */
type Person = (url: string) => Promise<Action>;

interface Host {
  call(args?: object): Promise<Record<string, unknown>>;
  close(): Promise<void>;
}

const shown: { message: string; url: string }[] = [];
const capabilities = { elicitation: { url: {} } };
const tool = (args: object) => ({
  name: 'auth_start_login',
  arguments: { callbackBaseUrl: lab.origin, ...args },
});
/** Where hosts are shown the tool, and where they find it with tools_search. */
type Way = 'listed' | 'passed on';
const paths: Readonly<Record<Way, string>> = { listed: '/mcp/all', 'passed on': '/mcp' };
const callBy: Readonly<
  Record<
    Way,
    (args: object) => { readonly name: string; readonly arguments: Record<string, unknown> }
  >
> = {
  listed: tool,
  'passed on': (args) => ({ name: 'tools_call', arguments: { ...tool(args) } }),
};

async function todaysHost(person: Person, way: Way = 'listed'): Promise<Host> {
  const client = new TodaysClient({ name: 'host', version: '1' }, { capabilities });
  client.setRequestHandler(ElicitRequestSchema, async ({ params }) => {
    if (params.mode !== 'url') throw new Error('An address was expected');
    shown.push(params);
    return { action: await person(params.url) };
  });
  await client.connect(new TodaysTransport(new URL(paths[way], lab.origin)));
  return {
    async call(args = {}) {
      const { structuredContent } = await client.callTool(callBy[way](args));
      return structuredContent as Record<string, unknown>;
    },
    close: () => client.close(),
  };
}

async function nextHost(
  mode: 'legacy' | { pin: string },
  person: Person,
  { can = capabilities, way = 'listed' }: { readonly can?: object; readonly way?: Way } = {},
): Promise<Host> {
  const client = new NextClient(
    { name: 'host', version: '1' },
    { capabilities: can, versionNegotiation: { mode } },
  );
  if ('elicitation' in can) {
    client.setRequestHandler('elicitation/create', async ({ params }) => {
      if (params.mode !== 'url') throw new Error('An address was expected');
      shown.push(params);
      return { action: await person(params.url) };
    });
  }
  await client.connect(new NextTransport(new URL(paths[way], lab.origin)));
  return {
    async call(args = {}) {
      const { structuredContent } = await client.callTool(callBy[way](args));
      return structuredContent as Record<string, unknown>;
    },
    close: () => client.close(),
  };
}

const hosts: readonly [string, (person: Person) => Promise<Host>][] = [
  ["today's SDK", todaysHost],
  ['the new SDK in the older era', (person) => nextHost('legacy', person)],
  ['the new SDK in the era 2026-07-28', (person) => nextHost({ pin: '2026-07-28' }, person)],
  ["today's SDK, by tools_call", (person) => todaysHost(person, 'passed on')],
  [
    'the new SDK in the era 2026-07-28, by tools_call',
    (person) => nextHost({ pin: '2026-07-28' }, person, { way: 'passed on' }),
  ],
];

describe.each(hosts)('a host that shows addresses: %s', (_name, connect) => {
  test('shows the person where to sign in, and the call answers when they are done', async () => {
    const host = await connect(async (url) => {
      // The person is still busy there when the host answers.
      void lab
        .signIn(url, { person: 'Maya' })
        .then((redirect) => lab.browse(redirect))
        .catch(() => undefined);
      return 'accept';
    });
    const answer = await host.call();
    expect(answer).toMatchObject({
      state: 'completed',
      authUrl: null,
      pollSecret: null,
      account: { userName: 'maya.okafor@tandem.example' },
      message: 'Signed in as maya.okafor@tandem.example',
    });
    expect(shown.at(-1)?.message).toContain('Sign in at Microsoft');
    await host.close();
  });

  test.each(['decline', 'cancel'] as const)(
    'ends the sign-in when the person says %s',
    async (action) => {
      const host = await connect(async () => action);
      expect(await host.call()).toMatchObject({
        state: 'failed',
        problem: { code: 'cancelled' },
      });
      await host.close();
    },
  );

  test('says that the person is not done yet when the time is over', async () => {
    const host = await connect(async () => 'accept');
    expect(await host.call({ waitSeconds: 1 })).toMatchObject({
      state: 'waiting',
      message: expect.stringContaining('auth_get_login_status'),
    });
    await host.close();
  });
});

describe.each([['legacy'], [{ pin: '2026-07-28' }]] as const)(
  'a host that shows none (%j)',
  (mode) => {
    test('is given the address in the answer', async () => {
      const host = await nextHost(mode, async () => 'cancel', { can: {} });
      expect(await host.call()).toMatchObject({
        state: 'waiting',
        authUrl: expect.stringContaining('/oauth2/v2.0/authorize?'),
      });
      await host.close();
    });
  },
);

test('nobody goes on with a sign-in that another caller began', async () => {
  const answer = await fetch(`${lab.origin}/mcp/all`, {
    method: 'POST',
    headers: {
      'Content-Type': 'application/json',
      Accept: 'application/json, text/event-stream',
      'MCP-Protocol-Version': '2026-07-28',
      'Mcp-Method': 'tools/call',
      'Mcp-Name': 'auth_start_login',
    },
    body: JSON.stringify({
      jsonrpc: '2.0',
      id: 1,
      method: 'tools/call',
      params: {
        name: 'auth_start_login',
        arguments: {},
        inputResponses: { address: { action: 'accept' } },
        requestState: 'somebody-elses',
        _meta: {
          'io.modelcontextprotocol/protocolVersion': '2026-07-28',
          'io.modelcontextprotocol/clientCapabilities': capabilities,
          'io.modelcontextprotocol/clientInfo': { name: 'host', version: '1' },
        },
      },
    }),
  });
  expect(await answer.text()).toContain('login_not_found');
});
