import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { createKeys } from '../../../src/tasks/keys.js';
import type { AnswerJson, Door } from '../workplace/doors.js';
import { startApprovalLab, textIn, type ApprovalLab } from './approval-lab.js';

const wait = { timeout: 20_000, interval: 50 };
let lab: ApprovalLab;

beforeAll(async () => {
  lab = await startApprovalLab({ signedIn: ['Maya'], env: { APPROVALS: 'send:page' } });
});
afterAll(() => lab.close());

function through(name: Door['name']): Door {
  const door = lab.place.doors.find((one) => one.name === name);
  if (door === undefined) throw new Error('There is no such door');
  return door;
}

async function listsNamed(name: string): Promise<number> {
  const { body } = await lab.place.graph('Maya', 'GET', '/me/todo/lists');
  const rows = body['value'] as readonly { readonly displayName: string }[];
  return rows.filter(({ displayName }) => displayName === name).length;
}

async function fault(match: object, effect: object): Promise<void> {
  await lab.place.control('POST', '/faults', { match, effect, times: 1 });
}

const makeList = { method: 'POST', path: '^/users/[^/]+/todo/lists$' };

describe.each(['MCP', 'REST'] as const)('an action with a key, over %s', (name) => {
  it('is done once by twins at the same moment, and both hear the same', async () => {
    const args = { name: `Twins ${name}`, idempotencyKey: `twins ${name}` };
    await fault(makeList, { kind: 'latency', ms: 300 });
    const answers = await Promise.all(
      [1, 2, 3, 4].map(() => through(name).call('todo_create_list', args)),
    );
    const [first] = answers;
    for (const { value } of answers) expect(value).toEqual(first?.value);
    expect(await listsNamed(args.name)).toBe(1);
  });

  it('whose answer was lost is not done again, and says where to look', async () => {
    const args = { name: `Lost ${name}`, idempotencyKey: `lost ${name}` };
    await fault(makeList, { kind: 'dropAnswer' });
    for (let tries = 0; tries < 2; tries += 1) {
      const { problem } = await through(name).call('todo_create_list', args);
      expect(problem).toMatchObject({
        code: 'outcome_unknown',
        status: 409,
        detail: expect.stringContaining(`Create the To Do list "Lost ${name}"`),
      });
    }
    expect(await listsNamed(args.name)).toBe(1);
  });

  it('that Microsoft refused may come again', async () => {
    const args = { name: `Again ${name}`, idempotencyKey: `again ${name}` };
    await fault(makeList, { kind: 'status', status: 400, code: 'badRequest', message: 'No' });
    const refused = await through(name).call('todo_create_list', args);
    expect(refused.problem).toMatchObject({ code: 'graph_refused' });
    expect((await through(name).call('todo_create_list', args)).isError).toBe(false);
  });

  it('is listed, and taken back once where there is a call for that', async () => {
    const drafted = await through(name).call('mail_create_draft', {
      subject: `Undone ${name}`,
      body: 'x',
      to: ['Jonas Lindqvist'],
    });
    expect(drafted.value).toMatchObject({ actionId: expect.any(String), canUndo: true });
    const { actionId } = drafted.value;
    const { value } = await through(name).call('actions_list', { limit: 1 });
    expect(value).toMatchObject({
      actions: [{ actionId, operation: 'mail_create_draft', state: 'done', canUndo: true }],
    });
    await fault(
      { method: 'POST', path: '/move$' },
      { kind: 'status', status: 400, code: 'badRequest', message: 'No' },
    );
    const refused = await through(name).call('actions_undo', { actionId });
    expect(refused.problem).toMatchObject({ code: 'graph_refused' });
    // What came to nothing may come again, and twins are one.
    for (const { value: undone } of await Promise.all(
      [1, 2].map(() => through(name).call('actions_undo', { actionId })),
    )) {
      expect(undone).toMatchObject({ undone: true, operation: 'mail_delete' });
    }
    const again = await through(name).call('actions_undo', { actionId });
    expect(again.problem).toMatchObject({ code: 'not_undoable', status: 409 });
    const { value: after } = await through(name).call('actions_list', { limit: 3 });
    const states = (after['actions'] as unknown as readonly AnswerJson[]).map(
      ({ operation, state }) => [operation, state],
    );
    // The undo is an action of its own.
    expect(states.slice(0, 2)).toEqual([
      ['mail_delete', 'done'],
      ['mail_create_draft', 'undone'],
    ]);
  });

  it('of somebody else, or that nothing takes back, is refused', async () => {
    const nobodys = await through(name).call('actions_undo', { actionId: 'nobodys' });
    expect(nobodys.problem).toMatchObject({ code: 'not_found' });
    const made = await through(name).call('todo_create_task', { title: `Gone ${name}` });
    const gone = await through(name).call('todo_delete_task', { id: made.value['task']?.['id'] });
    expect(gone.value).toMatchObject({ canUndo: false });
    const { actionId } = gone.value;
    const { problem } = await through(name).call('actions_undo', { actionId });
    expect(problem).toMatchObject({ code: 'not_undoable' });
  });
});

describe('what was approved', () => {
  const page = () => `${lab.place.server.origin}/approvals`;

  async function ask(text: string): Promise<string> {
    const { value: chats } = await through('REST').call('teams_list_chats', { limit: 1 });
    const [chat] = chats['chats'] as unknown as readonly AnswerJson[];
    const asked = await through('REST').call('teams_send_chat_message', {
      chat: chat?.['id'],
      body: text,
    });
    expect(asked.problem).toEqual({});
    return textIn(asked.value['approval']?.['id']);
  }

  async function approve(id: string): Promise<Response> {
    const shown = await fetch(`${page()}/${id}`);
    const cookie = shown.headers.get('set-cookie')?.split(';')[0] ?? '';
    const token = /name="token" value="([^"]+)"/.exec(await shown.text())?.[1] ?? '';
    return fetch(`${page()}/${id}`, {
      method: 'POST',
      redirect: 'manual',
      headers: {
        'Content-Type': 'application/x-www-form-urlencoded',
        Origin: lab.place.server.origin,
        Cookie: cookie,
      },
      body: new URLSearchParams({ token, decision: 'approve', comment: '' }),
    });
  }

  const untilOver = (id: string) =>
    vi.waitFor(async () => {
      const { value } = await through('REST').call('approvals_get', { id });
      const approval = value['approval'] as AnswerJson;
      expect(['waiting', 'approved']).not.toContain(approval['state']);
      return approval;
    }, wait);

  it('is told as unknown when its worker died in the middle, and never repeated', async () => {
    const { redis } = lab.place.server;
    const keys = createKeys(lab.namespace);
    const heard: unknown[] = [];
    const listener = redis.duplicate();
    listener.on('message', (_channel, json) => heard.push(JSON.parse(json)));
    await listener.subscribe(keys.alertsChannel);
    const id = await ask('Died in the middle');
    // As a worker leaves it that died between Microsoft's answer and keeping it.
    await redis.hset(keys.approval(id), 'begun', '1');
    expect((await approve(id)).status).toBe(303);
    expect(await untilOver(id)).toMatchObject({
      state: 'unknown',
      problem: { code: 'outcome_unknown' },
    });
    await vi.waitFor(() => {
      expect(heard).toEqual([
        expect.objectContaining({ kind: 'outcome_unknown', severity: 'warning', subject: id }),
      ]);
    }, wait);
    listener.disconnect();
    // It tells of something that has happened, and does not last.
    expect(await redis.hvals(keys.openAlerts)).toEqual([]);
  });

  it('is told as unknown when Microsoft did it and the answer was lost', async () => {
    const id = await ask('Lost on the way');
    await fault({ method: 'POST', path: '^/chats/[^/]+/messages$' }, { kind: 'dropAnswer' });
    await approve(id);
    expect(await untilOver(id)).toMatchObject({ state: 'unknown' });
  });

  it('is shown with its outcome, and other pages cannot approve it', async () => {
    const id = await ask('<script>alert(1)</script>');
    const list = await fetch(page());
    const policy = list.headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("form-action 'self'");
    const text = await list.text();
    expect(text).toContain('&#60;script&#62;alert(1)');
    expect(text).not.toContain('<script');
    const shownHere = await fetch(`${page()}/${id}`);
    const ofPage = {
      Cookie: shownHere.headers.get('set-cookie')?.split(';')[0] ?? '',
      token: /name="token" value="([^"]+)"/.exec(await shownHere.text())?.[1] ?? '',
    };
    const post = (headers: Record<string, string>, token: string) =>
      fetch(`${page()}/${id}`, {
        method: 'POST',
        redirect: 'manual',
        headers: { 'Content-Type': 'application/x-www-form-urlencoded', ...headers },
        body: new URLSearchParams({ token, decision: 'approve' }),
      });
    expect((await post({ Origin: 'http://localhost:1' }, 'x')).status).toBe(403);
    expect((await post({ Origin: 'https://evil.example' }, 'x')).status).toBe(403);
    expect((await post({ Origin: lab.place.server.origin }, 'x')).status).toBe(403);
    expect((await post({}, 'x')).status).toBe(403);
    // Neither where it comes from nor what it brings is enough by itself.
    const { Cookie, token } = ofPage;
    expect((await post({ Cookie, Origin: 'https://evil.example' }, token)).status).toBe(403);
    expect((await post({ Origin: lab.place.server.origin }, token)).status).toBe(403);
    const { value } = await through('REST').call('approvals_get', { id });
    expect(value['approval']).toMatchObject({ state: 'waiting' });
    const decide = await through('REST').call('approvals_decide', { id, decision: 'approve' });
    expect(decide.problem).toMatchObject({
      code: 'forbidden',
      detail: expect.stringContaining('/approvals'),
    });
    await approve(id);
    await untilOver(id);
    const shown = await (await fetch(`${page()}/${id}`)).text();
    expect(shown).toContain('It was done');
  });
});
