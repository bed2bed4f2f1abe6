import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startWorkplace, type Workplace } from '../workplace/start-workplace.js';
import { clientKinds } from './mcp-clients.js';

const headersSent = 'undici:client:sendHeaders';
let workplace: Workplace;
/** Paths at Graph that this process, the server in it, has asked for. */
let sent: string[] = [];

const note = (message: unknown): void => {
  const { request } = message as { request: { path: string } };
  if (request.path.startsWith('/v1.0/')) sent.push(request.path);
};

beforeAll(async () => {
  subscribe(headersSent, note);
  workplace = await startWorkplace();
});
afterAll(async () => {
  unsubscribe(headersSent, note);
  await workplace.close();
});
beforeEach(async () => {
  sent = [];
  await workplace.control('POST', '/faults', {
    match: { method: 'GET', path: '/todo/lists$' },
    effect: { kind: 'latency', ms: 60_000 },
  });
});
afterEach(() => workplace.control('DELETE', '/faults'));

/** How many requests to Graph were given up. */
const givenUp = (): number =>
  workplace.server.logLines.filter((line) => line.includes('"status":"cancelled"')).length;

describe.each(clientKinds)('a call that is taken back through $name', ({ connect }) => {
  it.each([
    ['todo_list_lists', {}],
    ['tools_call', { name: 'todo_list_lists' }],
  ])('ends at Microsoft Graph too: %s', async (name, args) => {
    const before = givenUp();
    const client = await connect(workplace.server.origin);
    const gone = new AbortController();
    const refused = expect(client.call(name, args, gone.signal)).rejects.toThrow();
    await expect.poll(() => sent).toEqual([expect.stringMatching(/todo.lists/)]);
    gone.abort();
    await refused;
    await expect.poll(givenUp).toBe(before + 1);
    await client.close();
  });
});

describe('a request over REST whose caller goes', () => {
  it('ends at Microsoft Graph too', async () => {
    const before = givenUp();
    const gone = new AbortController();
    const url = `${workplace.server.origin}/api/todo/lists`;
    const refused = expect(fetch(url, { signal: gone.signal })).rejects.toThrow();
    await expect.poll(() => sent).toEqual([expect.stringMatching(/todo.lists/)]);
    gone.abort();
    await refused;
    await expect.poll(givenUp).toBe(before + 1);
  });
});

describe.each(clientKinds)('a call that takes long through $name', ({ connect }) => {
  it('tells those who asked for it that it goes on', async () => {
    await workplace.control('DELETE', '/faults');
    await workplace.control('POST', '/faults', {
      match: { method: 'GET', path: '/todo/lists$' },
      effect: { kind: 'latency', ms: 2_600 },
    });
    const client = await connect(workplace.server.origin);
    expect(await client.callTold('todo_list_lists', {})).toEqual([2]);
    await client.close();
  });
});
