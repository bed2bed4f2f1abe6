import { Redis } from 'ioredis';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { type Board, openBoard } from './board.js';
import { startStack, type Stack } from './stack.js';

const wait = { timeout: 90_000, interval: 100 };
const soon = { timeout: 30_000, interval: 10 };
const keys = {
  agent: 'key-of-who-asks-in-these-tests-0123456789',
  person: 'key-of-who-decides-in-these-tests-0123456',
};

let stack: Stack;
let board: Board;
let redis: Redis;
let listener: Redis;
const alerts: { readonly kind: string; readonly subject: string; readonly message: string }[] = [];

beforeAll(async () => {
  stack = await startStack({
    env: { AUTH_MODE: 'api-key', API_KEYS: `agent:${keys.agent},person:${keys.person}` },
  });
  board = await openBoard(stack);
  redis = new Redis(stack.redisUrl);
  listener = new Redis(stack.redisUrl);
  listener.on('message', (_channel, json) => alerts.push(JSON.parse(json)));
  await listener.subscribe('annika:alerts');
  await vi.waitFor(async () => {
    expect((await fetch(`${stack.serverUrl}/health/ready`)).status).toBe(200);
  }, wait);
});
afterAll(async () => {
  redis.disconnect();
  listener.disconnect();
  await stack.close();
});

type Json = Readonly<Record<string, unknown>>;

async function exchange(url: string, token: string, body?: object): Promise<Json> {
  const response = await fetch(url, {
    method: body === undefined ? 'GET' : 'POST',
    headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${token}` },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  if (!response.ok) throw new Error(`${url}: ${String(response.status)} ${text}`);
  return text === '' ? {} : (JSON.parse(text) as Json);
}

const ask = (path: string, who: keyof typeof keys, body?: object): Promise<Json> =>
  exchange(`${stack.serverUrl}/api${path}`, keys[who], body);

const control = (path: string, body?: object): Promise<Json> =>
  exchange(`${stack.emulator.boardUrl}/control${path}`, '', body);

const graph = (path: string, token: string, body?: object): Promise<Json> =>
  exchange(`${stack.emulator.boardUrl}/v1.0${path}`, token, body);

interface Meeting {
  readonly id: string;
  isThere(): Promise<boolean>;
  /** How often Microsoft was asked to cancel it. */
  cancels(): Promise<number>;
}

/** Of somebody who invited somebody else: cancelling it tells them. */
async function makeMeeting(subject: string): Promise<Meeting & { readonly person: string }> {
  const [owner, guest] = board.people;
  if (owner === undefined || guest === undefined) throw new Error('Nobody works there');
  const { mail } = await graph('/me', guest.accessToken);
  const at = (hour: string) => ({ dateTime: `2027-03-01T${hour}:00:00`, timeZone: 'UTC' });
  const { id } = await graph('/me/events', owner.accessToken, {
    subject,
    start: at('10'),
    end: at('11'),
    attendees: [{ type: 'required', emailAddress: { address: mail } }],
  });
  return {
    id: String(id),
    person: owner.id,
    async isThere() {
      const { value } = await graph('/me/events?$top=200&$select=subject', owner.accessToken);
      return (value as readonly Json[]).some((event) => event['subject'] === subject);
    },
    async cancels() {
      const { requests } = (await control('/requests?limit=20000')) as {
        requests: readonly { method: string; path: string }[];
      };
      return requests.filter(
        ({ method, path }) =>
          method === 'POST' && decodeURIComponent(path).endsWith(`/events/${String(id)}/cancel`),
      ).length;
    },
  };
}

async function askToCancel({ id, person }: Meeting & { readonly person: string }): Promise<string> {
  const { approval } = await ask(`/calendar/events/${encodeURIComponent(id)}/cancel`, 'agent', {
    account: 'app',
    person,
  });
  expect(approval).toMatchObject({ state: 'waiting' });
  return String(Object(approval)['id']);
}

const approve = (id: string) => ask(`/approvals/${id}`, 'person', { decision: 'approve' });

const untilOver = (id: string) =>
  vi.waitFor(async () => {
    const approval = await ask(`/approvals/${id}`, 'agent');
    expect(['waiting', 'approved']).not.toContain(approval['state']);
    return approval;
  }, wait);

test('what a worker was killed over, between the answer of Microsoft and keeping it, is told as unknown and not repeated', async () => {
  const meeting = await makeMeeting('Cancelled by one that died');
  const id = await askToCancel(meeting);
  await control('/faults', {
    match: { method: 'POST', path: '/cancel$' },
    effect: { kind: 'latency', ms: 1_500 },
    times: 1,
  });
  await approve(id);
  await vi.waitFor(async () => {
    expect(await redis.hexists(`annika:approvals:${id}`, 'begun')).toBe(1);
  }, soon);
  // Nothing more is kept from here on.
  await redis.client('PAUSE', 60_000, 'WRITE');
  await vi.waitFor(async () => expect(await meeting.isThere()).toBe(false), soon);
  await stack.kill('worker');
  await redis.client('UNPAUSE');
  expect(await redis.hexists(`annika:approvals:${id}`, 'outcome')).toBe(0);
  await stack.start('worker');

  expect(await untilOver(id)).toMatchObject({
    state: 'unknown',
    problem: { code: 'outcome_unknown', detail: expect.stringContaining('Cancelled by one') },
  });
  expect(await meeting.cancels()).toBe(1);
  await vi.waitFor(() => {
    expect(alerts.filter(({ kind }) => kind === 'outcome_unknown')).toEqual([
      expect.objectContaining({ subject: id, severity: 'warning' }),
    ]);
  }, wait);
  // Operators hear what it was, and no word of it.
  expect(JSON.stringify(alerts)).toContain('calendar_cancel_event');
  expect(JSON.stringify(alerts) + stack.logs()).not.toContain('Cancelled by one');
});

test('what a server had decided upon and told nobody when it was killed is done after its start', async () => {
  const meeting = await makeMeeting('Cancelled later');
  const id = await askToCancel(meeting);
  await stack.kill('temporal');
  const unanswered = approve(id).catch((error: unknown) => error);
  await vi.waitFor(async () => {
    expect(await redis.hexists(`annika:approvals:${id}`, 'decision')).toBe(1);
  }, soon);
  await stack.kill('server');
  expect(await unanswered).toBeInstanceOf(Error);
  expect(await meeting.isThere()).toBe(true);
  await stack.start('temporal');
  await stack.start('server');

  await vi.waitFor(async () => {
    expect((await fetch(`${stack.serverUrl}/health/ready`)).status).toBe(200);
  }, wait);
  expect(await untilOver(id)).toMatchObject({ state: 'done', decidedBy: 'person' });
  expect(await meeting.isThere()).toBe(false);
  expect(await meeting.cancels()).toBe(1);
});
