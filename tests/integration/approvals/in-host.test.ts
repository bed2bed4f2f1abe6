import {
  Client as NextClient,
  StreamableHTTPClientTransport as NextTransport,
} from '@modelcontextprotocol/client';
import { Client as TodaysClient } from '@modelcontextprotocol/sdk/client/index.js';
import { StreamableHTTPClientTransport as TodaysTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js';
import { ElicitRequestSchema } from '@modelcontextprotocol/sdk/types.js';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startApprovalLab, type ApprovalLab } from './approval-lab.js';

type Action = 'accept' | 'decline' | 'cancel';

interface Host {
  call(args: object): Promise<Record<string, unknown>>;
  close(): Promise<void>;
}

let lab: ApprovalLab;
const shown: string[] = [];
/** As clients say it that know forms alone, and as they say it of both. */
const capabilities = [{ elicitation: {} }, { elicitation: { form: {}, url: {} } }] as const;

beforeAll(async () => {
  lab = await startApprovalLab({
    signedIn: ['Maya'],
    env: { APPROVALS: 'all:ask;anonymous=post:page' },
  });
});
afterAll(() => lab.close());

const answer = (params: { message: string; mode?: string | undefined }, action: Action) => {
  if (params.mode === 'url') throw new Error('A question was expected');
  shown.push(params.message);
  return action === 'accept' ? { action, content: {} } : { action };
};

async function todaysHost(action: Action, can: object): Promise<Host> {
  const client = new TodaysClient({ name: 'host', version: '1' }, { capabilities: can });
  client.setRequestHandler(ElicitRequestSchema, ({ params }) => answer(params, action));
  await client.connect(new TodaysTransport(new URL('/mcp', lab.place.server.origin)));
  return {
    async call(args) {
      const { structuredContent } = await client.callTool({
        name: 'mail_send',
        arguments: { ...args },
      });
      return structuredContent as Record<string, unknown>;
    },
    close: () => client.close(),
  };
}

const nextHost =
  (mode: 'legacy' | { pin: string }) =>
  async (action: Action, can: object): Promise<Host> => {
    const client = new NextClient(
      { name: 'host', version: '1' },
      { capabilities: can, versionNegotiation: { mode } },
    );
    client.setRequestHandler('elicitation/create', async ({ params }) => answer(params, action));
    await client.connect(new NextTransport(new URL('/mcp', lab.place.server.origin)));
    return {
      async call(args) {
        const { structuredContent } = await client.callTool({
          name: 'mail_send',
          arguments: { ...args },
        });
        return structuredContent as Record<string, unknown>;
      },
      close: () => client.close(),
    };
  };

async function inInbox(subject: string): Promise<number> {
  const path = '/me/mailFolders/inbox/messages?$top=200&$select=subject';
  const { body } = await lab.place.graph('Jonas', 'GET', path);
  const rows = body['value'] as readonly { readonly subject: string }[];
  return rows.filter((one) => one.subject === subject).length;
}

const hosts = [
  ["today's SDK", todaysHost],
  ['the new SDK in the older era', nextHost('legacy')],
  ['the new SDK in the era 2026-07-28', nextHost({ pin: '2026-07-28' })],
] as const;

describe.each(hosts)('a host that asks the person: %s', (name, connect) => {
  const mail = (subject: string) => ({
    subject: `${subject} ${name}`,
    body: 'All is well',
    to: ['Jonas Lindqvist'],
  });

  test.each(capabilities)('has it done once when they accept (%j)', async (can) => {
    const host = await connect('accept', can);
    const args = mail(`Yes ${JSON.stringify(can).length}`);
    expect(await host.call(args)).toMatchObject({ sent: true });
    expect(shown.at(-1)).toContain(args.subject);
    expect(shown.at(-1)).toContain('All is well');
    expect(await inInbox(args.subject)).toBe(1);
    await host.close();
  });

  test('has nothing done when they decline', async () => {
    const host = await connect('decline', capabilities[0]);
    expect(await host.call(mail('No'))).toMatchObject({ code: 'approval_refused', status: 403 });
    expect(await inInbox(mail('No').subject)).toBe(0);
    await host.close();
  });

  test('leaves it for the page when they do not say', async () => {
    const host = await connect('cancel', capabilities[0]);
    expect(await host.call(mail('Later'))).toMatchObject({ approval: { state: 'waiting' } });
    expect(await inInbox(mail('Later').subject)).toBe(0);
    await host.close();
  });
});

test('an answer to a question that nobody was asked, or that was asked about something else, counts for nothing', async () => {
  const call = async (subject: string, state: string | null) => {
    const response = await fetch(`${lab.place.server.origin}/mcp`, {
      method: 'POST',
      headers: {
        'Content-Type': 'application/json',
        Accept: 'application/json, text/event-stream',
        'MCP-Protocol-Version': '2026-07-28',
        'Mcp-Method': 'tools/call',
        'Mcp-Name': 'mail_send',
      },
      body: JSON.stringify({
        jsonrpc: '2.0',
        id: 1,
        method: 'tools/call',
        params: {
          name: 'mail_send',
          arguments: { subject, body: 'x', to: ['Jonas Lindqvist'] },
          ...(state !== null && {
            inputResponses: { approval: { action: 'accept', content: {} } },
            requestState: state,
          }),
          _meta: {
            'io.modelcontextprotocol/protocolVersion': '2026-07-28',
            'io.modelcontextprotocol/clientCapabilities': { elicitation: { form: {} } },
            'io.modelcontextprotocol/clientInfo': { name: 'host', version: '1' },
          },
        },
      }),
    });
    const text = await response.text();
    const json = text.includes('data: ') ? (text.split('data: ').at(-1) ?? '') : text;
    return (JSON.parse(json) as { result: Record<string, unknown> }).result;
  };
  const invented = await call('Invented', 'approve-invented');
  expect(invented).toMatchObject({ inputRequests: { approval: expect.anything() } });
  const asked = await call('Harmless', null);
  const state = String(asked['requestState']);
  const swapped = await call('Harmful', state);
  expect(swapped).toMatchObject({ structuredContent: { code: 'approval_outdated' } });
  // It is used up, so that nothing was gained by trying.
  expect(await call('Harmless', state)).toMatchObject({ inputRequests: expect.anything() });
  expect(await inInbox('Invented')).toBe(0);
  expect(await inInbox('Harmful')).toBe(0);
});
