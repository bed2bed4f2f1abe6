import { Redis } from 'ioredis';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import * as workflows from '../../workflows/index.js';
import { type Agent, createAgent } from './agent.js';
import { type Board, openBoard } from './board.js';
import { confidential, openTemporal, type Operator } from './operator.js';
import { startStack, type Stack } from './stack.js';
import { wordsIn } from './words-in.js';

const wait = { timeout: 40_000, interval: 100 };
const slowly = { ...wait, interval: 500 };
const apiKey = 'key-of-the-history-tests-0123456789abcdef';
const otherKey = 'key-of-who-decides-there-0123456789abcdef';
/** In every text that anybody writes here. */
const marker = 'Ultramarin';

let stack: Stack;
let board: Board;
let agent: Agent;
let redis: Redis;
let operator: Operator;
let plan: { readonly id: string };
/** What Temporal showed while something went wrong. */
const seenMeanwhile: string[] = [];

beforeAll(async () => {
  stack = await startStack({
    env: {
      AUTH_MODE: 'api-key',
      API_KEYS: `tester:${apiKey},decider:${otherKey}`,
    },
    between: async ({ serverUrl }) => ({ PUBLIC_BASE_URL: serverUrl }),
  });
  board = await openBoard(stack);
  agent = createAgent(stack, apiKey);
  redis = new Redis(stack.redisUrl);
  operator = await openTemporal(stack);
  await board.settings({ allowHttpNotificationUrl: true, notificationTimeScale: 50 });
  plan = await board.makePlan();
  await board.edit(`/planner/plans/${plan.id}`, { title: `${marker} of a plan` });
  // Before the first change, so that everything that could say the title knows it.
  await vi.waitFor(() => ask('POST', '/sync/plans', { planId: plan.id, mode: 'on' }), wait);
  await untilTitled(`${marker} of a plan`);
});
afterAll(async () => {
  redis.disconnect();
  await operator.close();
  await stack.close();
});

async function ask(method: string, path: string, body?: object): Promise<unknown> {
  return exchange(`${stack.serverUrl}/api${path}`, method, body);
}

async function control(method: string, path: string, body?: object): Promise<unknown> {
  return exchange(`${stack.emulator.boardUrl}/control${path}`, method, body);
}

async function exchange(
  url: string,
  method: string,
  body?: object,
  key = apiKey,
): Promise<unknown> {
  const response = await fetch(url, {
    method,
    headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${key}` },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  if (!response.ok) throw new Error(`${method} ${url}: ${response.status} ${text}`);
  return text === '' ? null : JSON.parse(text);
}

/** The watch has read it. */
const untilTitled = (title: string) =>
  vi.waitFor(async () => {
    await ask('POST', '/sync/run-now', { planId: plan.id });
    const { plans } = (await ask('GET', '/sync/health')) as {
      plans: { planId: string; title: string | null }[];
    };
    expect(plans.find(({ planId }) => planId === plan.id)?.title).toBe(title);
  }, slowly);

const untilSynced = (id: string) =>
  vi.waitFor(async () => {
    const task = await agent.get(id);
    expect(task.sync.state).toBe('synced');
    return task;
  }, wait);

/** Graph refuses it once, and quotes what it was sent, as Graph does. */
const refuse = (match: object, status: number) =>
  control('POST', '/faults', {
    match,
    effect: { kind: 'status', status, code: marker, message: `${marker} in the words of Graph` },
    times: 1,
  });

interface Begun {
  readonly loginId: string;
  readonly authUrl: string;
  readonly pollSecret: string;
  readonly userCode: string;
}

const untilSignedIn = (loginId: string) =>
  vi.waitFor(async () => {
    expect(await ask('GET', `/auth/logins/${loginId}`)).toMatchObject({ state: 'completed' });
  }, wait);

/** Secrets of sign-ins, by what they are. */
const ofSignIns = new Map<string, string>();
function hide(what: string, secret: string | null): void {
  if (secret === null || secret.length < 8) throw new Error(`There is no ${what}`);
  ofSignIns.set(what, secret);
}

interface AtGraph {
  readonly id: string;
  readonly resource: string;
  readonly clientState: string | null;
}

const subscriptionsAtGraph = async () =>
  ((await control('GET', '/subscriptions')) as { subscriptions: AtGraph[] }).subscriptions;

/** What has each workflow meet everything that it can, with texts and secrets that are marked. */
const flows: Readonly<Record<string, () => Promise<void>>> = {
  async planSync() {
    const { id } = await agent.create({
      planId: plan.id,
      title: `${marker} of an agent`,
      description: `${marker} in a description`,
      agentNotes: `${marker} in notes`,
      checklist: [{ title: `${marker} in a row` }],
      references: [{ url: `https://example.com/${marker}`, alias: `${marker} in a link` }],
    });
    const { sync } = await untilSynced(id);
    await board.edit(`/planner/tasks/${sync.plannerId ?? ''}`, { title: `${marker} by a person` });
    await refuse({ method: 'POST', path: '^/planner/tasks$' }, 400);
    const refused = await agent.create({ planId: plan.id, title: `${marker} is refused` });
    await vi.waitFor(async () => {
      expect((await agent.get(refused.id)).sync.error).not.toBeNull();
    }, wait);
    await refuse({ method: 'PATCH', path: '^/planner/tasks/' }, 503);
    await agent.update(id, { title: `${marker} once more` });
    seenMeanwhile.push(wordsIn(await operator.everything()));
    await untilSynced(id);
  },
  async planWatch() {
    await refuse({ method: 'GET', path: `^/planner/plans/${plan.id}/tasks` }, 503);
    await board.add(plan.id, `${marker} from the board`);
    await vi.waitFor(async () => {
      const titles = (await agent.list(plan.id)).map(({ title }) => title);
      expect(titles).toContain(`${marker} from the board`);
    }, wait);
    await board.edit(`/planner/plans/${plan.id}`, { title: `${marker} of the same plan` });
    // A look that Graph refuses reads no names, and it may still be refusing.
    await untilTitled(`${marker} of the same plan`);
  },
  async subscription() {
    const [person] = board.people;
    const resource = `users/${person?.id ?? ''}/messages`;
    await refuse({ method: 'POST', path: '^/subscriptions' }, 503);
    const { id } = (await ask('POST', '/webhook/subscriptions', { resource })) as { id: string };
    await vi.waitFor(async () => {
      const atGraph = (await subscriptionsAtGraph()).map((one) => one.resource);
      expect(atGraph).toContain(resource);
    }, wait);
    seenMeanwhile.push(wordsIn(await operator.everything()));
    await fetch(`${stack.emulator.boardUrl}/v1.0/me/messages`, {
      method: 'POST',
      headers: {
        'Content-Type': 'application/json',
        Authorization: `Bearer ${person?.accessToken ?? ''}`,
      },
      body: JSON.stringify({ subject: `${marker} in a mail` }),
    });
    await vi.waitFor(async () => {
      const told = JSON.stringify(await redis.xrange('annika:notifications:stream', '-', '+'));
      expect(told).toContain(`${marker} in a mail`);
    }, wait);
    await ask('POST', `/webhook/subscriptions/${id}/renew`, {});
  },
  async login() {
    const [person] = board.people;
    const begun = (await ask('POST', '/auth/logins', {
      callbackBaseUrl: stack.serverUrl,
    })) as Begun;
    hide('poll secret', begun.pollSecret);
    hide('state', new URL(begun.authUrl).searchParams.get('state'));
    hide('nonce', new URL(begun.authUrl).searchParams.get('nonce'));
    const { redirectUrl } = (await control('POST', '/sign-in', {
      url: begun.authUrl,
      person: person?.id,
      consent: 'organisation',
    })) as { redirectUrl: string };
    hide('code of Entra', new URL(redirectUrl).searchParams.get('code'));
    expect((await fetch(redirectUrl)).status).toBe(200);
    await untilSignedIn(begun.loginId);

    const device = (await ask('POST', '/auth/device-logins', {})) as Begun;
    hide('user code', device.userCode);
    await control('POST', '/sign-in', { userCode: device.userCode, person: person?.id });
    await untilSignedIn(device.loginId);
  },
  /** Begins with the sign-in; looks for a token when it is asked for one. */
  async account() {
    await vi.waitFor(async () => expect(await operator.typesSeen()).toContain('account'), wait);
  },
  async approval() {
    const [person] = board.people;
    const wanted = {
      account: 'app',
      person: person?.id,
      subject: `${marker} in a mail that waits`,
      body: `${marker} in its text`,
      to: ['jonas.lindqvist@tandem.example'],
    };
    const decided = async (decision: 'approve' | 'refuse', end: string): Promise<void> => {
      const { approval } = (await ask('POST', '/mail/send', wanted)) as {
        approval: { id: string; state: string };
      };
      expect(approval.state).toBe('waiting');
      const path = `/approvals/${approval.id}`;
      const body = { decision, comment: `${marker} in a comment` };
      await exchange(`${stack.serverUrl}/api${path}`, 'POST', body, otherKey);
      await vi.waitFor(
        async () => expect(await ask('GET', path)).toMatchObject({ state: end }),
        wait,
      );
    };
    const messages = { method: 'POST', path: '^/users/[^/]+/messages$' };
    await decided('refuse', 'refused');
    await refuse(messages, 400);
    await decided('approve', 'failed');
    // It is tried again, and what Graph said of the first time stands with the attempt.
    await refuse(messages, 503);
    await decided('approve', 'done');
  },
  /** Runs at the start of a server. */
  reconcile: async () => undefined,
};

test('every workflow that there is has its flow here', () => {
  // A new workflow: add what starts it and has it meet everything, with texts and secrets that are marked.
  expect(Object.keys(flows).toSorted()).toEqual(Object.keys(workflows).toSorted());
});

test.each(Object.keys(flows))('%s runs', async (type) => {
  await flows[type]?.();
  await vi.waitFor(async () => expect(await operator.typesSeen()).toContain(type), wait);
});

test('nothing that Temporal keeps has a secret or a text in it', async () => {
  const secrets = (await subscriptionsAtGraph()).map(({ id, clientState }): [string, string] => [
    `the client state of ${id}`,
    clientState ?? 'unknown',
  ]);
  expect(secrets).not.toEqual([]);
  const words = confidential(stack, board, {
    'a text': marker,
    'the API key': apiKey,
    ...Object.fromEntries(secrets),
    ...Object.fromEntries(ofSignIns),
  });
  const kept = [...seenMeanwhile, wordsIn(await operator.everything())].join('\n');
  // The search works: what may be there is found.
  for (const id of [plan.id, 'Syncs plan', 'sweepPlans', 'requeueLeftBehind', 'TandemPlanId']) {
    expect(kept).toContain(id);
  }
  expect([...words].filter(([, word]) => kept.includes(word)).map(([name]) => name)).toEqual([]);
});
