import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Redis } from 'ioredis';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { nextClient } from '../integration/mcp/mcp-clients.js';
import { type Board, openBoard, type Person } from './board.js';
import { confidential, leaks, openTemporal } from './operator.js';
import { startStack, type Stack } from './stack.js';

const wait = { timeout: 90_000, interval: 100 };
/** In every mail that is written here. */
const marker = 'Karmesin';

let stack: Stack;
let board: Board;
let redis: Redis;
let person: Person;

beforeAll(async () => {
  // The rehearsal reaches the server where everybody does.
  stack = await startStack({
    between: async ({ serverUrl }) => ({ PUBLIC_BASE_URL: serverUrl }),
  });
  board = await openBoard(stack);
  redis = new Redis(stack.redisUrl);
  const [first] = board.people;
  if (first === undefined) throw new Error('Nobody is there');
  person = first;
  await board.settings({
    allowHttpNotificationUrl: true,
    notificationTimeScale: 50,
    notificationDuplicates: 0.2,
    notificationOrder: 'shuffled',
    notificationsPerPost: 3,
  });
  await subscribe(`users/${person.id}/messages`);
});
afterAll(async () => {
  redis.disconnect();
  await stack.close();
});

async function subscribe(resource: string): Promise<void> {
  await vi.waitFor(async () => {
    const response = await fetch(`${stack.serverUrl}/api/webhook/subscriptions`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ resource }),
    });
    expect(response.status).toBe(200);
  }, wait);
  await vi.waitFor(
    async () => expect((await health()).subscriptions.byState).toEqual({ active: 1 }),
    wait,
  );
}

async function health() {
  const response = await fetch(`${stack.serverUrl}/api/webhook/health`);
  return (await response.json()) as {
    subscriptions: { byState: Record<string, number> };
    notifications: Record<string, number>;
    waiting: { inbox: number; changes: number };
  };
}

/** What the person does with mail. */
async function mail(method: string, path: string, body: object): Promise<Record<string, unknown>> {
  const response = await fetch(`${stack.emulator.boardUrl}/v1.0/me/messages${path}`, {
    method,
    headers: {
      'Content-Type': 'application/json',
      Authorization: `Bearer ${person.accessToken}`,
    },
    body: JSON.stringify(body),
  });
  const text = await response.text();
  if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text}`);
  return JSON.parse(text) as Record<string, unknown>;
}

interface Told {
  readonly changeType: string;
  readonly resourceId: string;
  readonly resourceData: { readonly subject?: string } | null;
}

async function told(): Promise<readonly Told[]> {
  const entries = await redis.xrange('annika:notifications:stream', '-', '+');
  return entries.map(([, fields]) => JSON.parse(fields[1] ?? '') as Told);
}

/** What agents were told last of each mail: its subject. */
async function lastTold(): Promise<ReadonlyMap<string, string | undefined>> {
  return new Map(
    (await told()).map(({ resourceId, resourceData }) => [resourceId, resourceData?.subject]),
  );
}

test('a mail is told to agents as it is, within seconds', async () => {
  const { id } = await mail('POST', '', { subject: `${marker} first` });
  await vi.waitFor(
    async () => expect((await lastTold()).get(String(id))).toBe(`${marker} first`),
    wait,
  );
  expect((await told()).map(({ changeType }) => changeType)).toContain('created');
});

test('a mail that a host listens to is told to have changed, under the id that tools show, moved or not', async () => {
  const { id } = await mail('POST', '', { subject: `${marker} heard` });
  const client = await nextClient(stack.serverUrl, { pin: '2026-07-28' });
  const found = await client.callTool({
    name: 'mail_list_messages',
    arguments: { person: person.id, folder: 'drafts', limit: 1 },
  });
  const [message] = (found.structuredContent as { messages: { id: string; subject: string }[] })
    .messages;
  expect(message?.subject).toBe(`${marker} heard`);
  const uri = `tandem://mail/${encodeURIComponent(message?.id ?? '')}`;
  const heard: string[] = [];
  client.setNotificationHandler('notifications/resources/updated', ({ params }) => {
    heard.push(params.uri);
  });
  await client.listen({ resourceSubscriptions: [uri] });
  await mail('POST', `/${String(id)}/move`, { destinationId: 'archive' });
  await vi.waitFor(() => expect(heard).toContain(uri), wait);
  await client.close();
});

test('server and worker that are killed while notifications pour in lose nothing', async () => {
  const subjects = new Map<string, string>();
  const left = Array.from({ length: 240 }, (_, at) => `${marker} ${at}`);
  const writeOn = async (): Promise<void> => {
    for (let subject = left.shift(); subject !== undefined; subject = left.shift()) {
      const { id } = await mail('POST', '', { subject });
      // Each is changed at once: the last state is what counts.
      await mail('PATCH', `/${String(id)}`, { subject: `${subject}, changed` });
      subjects.set(String(id), `${subject}, changed`);
    }
  };
  const written = Promise.all(Array.from({ length: 3 }, writeOn));
  const until = (count: number) =>
    vi.waitFor(() => expect(left.length).toBeLessThan(count), { ...wait, interval: 5 });
  await until(200);
  await stack.kill('worker');
  await until(160);
  await stack.kill('server');
  await stack.start('server');
  await until(80);
  await stack.start('worker');
  await until(40);
  await stack.kill('server');
  await written;
  await stack.start('server');

  await vi.waitFor(async () => {
    const last = await lastTold();
    expect([...subjects].filter(([id, subject]) => last.get(id) !== subject)).toEqual([]);
  }, wait);
  await vi.waitFor(
    async () => expect((await health()).waiting).toMatchObject({ inbox: 0, changes: 0 }),
    wait,
  );
  const { notifications } = await health();
  expect(notifications['wrongState']).toBe(0);
  expect(notifications['repeated']).toBeGreaterThan(0);
}, 240_000);

test('no secret and no mail stands in Temporal, in the log of notifications or in the logs', async () => {
  const folder = join(stack.folder, 'emulator');
  const kept = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8'));
  const clientState = /"clientState":\s*"([^"]{20,})"/.exec(kept.join('\n'))?.[1];
  expect(clientState).toBeDefined();
  const words = confidential(stack, board, {
    'a mail': marker,
    'the secret of a subscription': clientState ?? 'unknown',
  });
  const operator = await openTemporal(stack);
  const histories = await operator.histories();
  await operator.close();
  const log = (await redis.lrange('annika:webhook:log', 0, -1)).join('\n');
  expect(log).toContain('"published"');
  expect(
    leaks(Buffer.concat([histories, Buffer.from(log), Buffer.from(stack.logs())]), words),
  ).toEqual([]);
});
