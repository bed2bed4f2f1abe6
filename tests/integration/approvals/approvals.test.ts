import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { approvalFlowId } from '../../../workflows/approval/contract.js';
import { createKeyStore } from '../../../src/access/key-store.js';
import { scopes } from '../../../src/domain/access/caller.js';
import { createKeys } from '../../../src/tasks/keys.js';
import { openMcpDoor, openRestDoor, type AnswerJson, type Door } from '../workplace/doors.js';
import { startApprovalLab, textIn, type ApprovalLab } from './approval-lab.js';

const wait = { timeout: 20_000, interval: 50 };
const secrets = { bot: `bot-${'b'.repeat(40)}`, boss: `boss-${'o'.repeat(40)}` };
const headersOf = (who: keyof typeof secrets) => ({ Authorization: `Bearer ${secrets[who]}` });

let lab: ApprovalLab;
const doors = new Map<string, Door>();

beforeAll(async () => {
  lab = await startApprovalLab({
    signedIn: ['Maya'],
    owner: 'key:bot',
    headers: headersOf('bot'),
    env: {
      AUTH_MODE: 'api-key',
      API_KEYS: `bot:${secrets.bot},boss:${secrets.boss}`,
      APPROVALS: 'bot=cancel:deny',
    },
  });
  for (const who of ['bot', 'boss'] as const) {
    doors.set(`${who} MCP`, await openMcpDoor(lab.place.server.origin, headersOf(who)));
    doors.set(`${who} REST`, openRestDoor(lab.place.server.origin, headersOf(who)));
  }
});
afterAll(async () => {
  for (const door of doors.values()) await door.close();
  await lab.close();
});

function of(who: keyof typeof secrets, name: Door['name'] = 'REST'): Door {
  const door = doors.get(`${who} ${name}`);
  if (door === undefined) throw new Error('There is no such door');
  return door;
}

const aMail = (subject: string, more: object = {}) => ({
  subject,
  body: 'Geheimrezept of the house',
  to: ['Jonas Lindqvist'],
  ...more,
});

async function inInbox(subject: string): Promise<number> {
  const path = '/me/mailFolders/inbox/messages?$top=200&$select=subject';
  const { body } = await lab.place.graph('Jonas', 'GET', path);
  const rows = body['value'] as readonly { readonly subject: string }[];
  return rows.filter((one) => one.subject === subject).length;
}

/** The id of the approval that a call waits for. */
function idOf({ value, problem }: { value: AnswerJson; problem: object }): string {
  expect(problem).toEqual({});
  return textIn(value['approval']?.['id']);
}

async function untilOver(id: string, door: Door = of('bot')): Promise<AnswerJson> {
  return vi.waitFor(async () => {
    const { value } = await door.call('approvals_get', { id });
    const approval = value['approval'] as AnswerJson;
    expect(['waiting', 'approved']).not.toContain(approval['state']);
    return approval;
  }, wait);
}

it('what a key for its own tasks may not change stays as it is, also after a yes', async () => {
  const { redis, namespace, origin } = lab.place.server;
  const store = createKeyStore({
    redis,
    keys: createKeys(namespace),
    auditMax: 100,
    now: Date.now,
  });
  const made = await store.create({
    name: 'own-only',
    scopes,
    plans: null,
    policy: 'own',
    expiresAt: null,
  });
  if (made === 'name_taken') throw new Error('The name is taken');
  const own = openRestDoor(origin, { Authorization: `Bearer ${made.secret}` });
  const created = await of('boss').call('task_create', { title: 'Not yours' });
  const taskId = textIn(created.value['id'] ?? created.value['task']?.['id']);
  const asked = await own.call('planner_bulk_update_tasks', {
    ids: [taskId],
    set: { dueAt: '2030-01-31' },
  });
  const id = idOf(asked);
  await of('boss').call('approvals_decide', { id, decision: 'approve' });
  const over = await untilOver(id, own);
  expect(over).toMatchObject({
    state: 'done',
    result: { tasks: [{ problem: { code: 'write_policy' } }] },
  });
  const { value } = await of('boss').call('task_get', { id: taskId });
  expect(JSON.stringify(value)).not.toContain('2030-01-31');
});

describe.each(['MCP', 'REST'] as const)('what an agent may not do alone, over %s', (name) => {
  it('waits for a person, and is done once when another caller has said yes', async () => {
    const subject = `Offer ${name}`;
    const asked = await of('bot', name).call('mail_send', aMail(subject));
    expect(asked.status).toBe(name === 'REST' ? 202 : 200);
    expect(asked.value).toMatchObject({
      approval: {
        state: 'waiting',
        effect: expect.stringContaining(subject),
        url: expect.stringMatching(/\/approvals\/[0-9A-Z]{26}$/),
        message: expect.stringContaining('approvals_get'),
      },
    });
    const id = idOf(asked);
    expect(await inInbox(subject)).toBe(0);
    const seen = await of('boss', name).call('approvals_list', { state: 'open' });
    const waiting = seen.value['approvals'] as unknown as readonly AnswerJson[];
    expect(waiting.find((one) => (one['id'] as unknown) === id)).toMatchObject({
      askedBy: 'bot',
      operation: 'mail_send',
      details: { body: 'Geheimrezept of the house' },
    });

    const waited = of('bot', name).call('approvals_wait', { id, timeoutSeconds: 20 });
    const decided = await of('boss', name).call('approvals_decide', {
      id,
      decision: 'approve',
      comment: 'Well written',
    });
    expect(decided.value).toMatchObject({ approval: { decidedBy: 'boss' } });
    expect((await waited).value).toMatchObject({
      approval: {
        state: 'done',
        decidedBy: 'boss',
        comment: 'Well written',
        result: { sent: true, canUndo: false },
      },
    });
    expect(await inInbox(subject)).toBe(1);
    // Twice the same is what comes of a lost answer; something else is refused.
    const again = await of('boss', name).call('approvals_decide', { id, decision: 'approve' });
    expect(again.isError).toBe(false);
    const other = await of('boss', name).call('approvals_decide', { id, decision: 'refuse' });
    expect(other.problem).toMatchObject({ code: 'approval_decided', status: 409 });
    expect(await inInbox(subject)).toBe(1);
  });

  it('is not done when somebody refuses, and the caller is told why', async () => {
    const args = aMail(`Spam ${name}`, { idempotencyKey: `spam-${name}` });
    const id = idOf(await of('bot', name).call('mail_send', args));
    await of('boss', name).call('approvals_decide', { id, decision: 'refuse', comment: 'No' });
    expect(await untilOver(id)).toMatchObject({ state: 'refused', comment: 'No' });
    const { problem } = await of('bot', name).call('mail_send', args);
    expect(problem).toMatchObject({ code: 'approval_refused', status: 403 });
    expect(problem.detail).toContain('boss refused it: No');
    expect(await inInbox(`Spam ${name}`)).toBe(0);
  });

  it('under one key waits once, and the same call is answered with the result later', async () => {
    const args = aMail(`Once ${name}`, { idempotencyKey: `once-${name}` });
    const twins = await Promise.all([
      of('bot', name).call('mail_send', args),
      of('bot', name).call('mail_send', args),
    ]);
    const [id, same] = twins.map(idOf);
    expect(same).toBe(id);
    await of('boss', name).call('approvals_decide', { id, decision: 'approve' });
    await untilOver(id ?? '');
    const later = await of('bot', name).call('mail_send', args);
    expect(later.value).toMatchObject({ sent: true, actionId: expect.any(String) });
    expect(await inInbox(`Once ${name}`)).toBe(1);
    const { problem } = await of('bot', name).call('mail_send', { ...args, body: 'Another' });
    expect(problem).toMatchObject({ code: 'idempotency_key_reused' });
  });

  it('that nobody may have done from here is refused', async () => {
    const event = await lab.place.graph('Maya', 'POST', '/me/events', {
      subject: `Standing ${name}`,
      start: { dateTime: '2027-01-04T10:00:00', timeZone: 'UTC' },
      end: { dateTime: '2027-01-04T11:00:00', timeZone: 'UTC' },
    });
    const args = { id: event.body['id'] };
    const { problem } = await of('bot', name).call('calendar_cancel_event', args);
    expect(problem).toMatchObject({ code: 'action_denied', status: 403 });
  });

  it('and would be refused anyway does not bother anybody', async () => {
    const before = await of('bot', name).call('approvals_list', { state: 'open' });
    const { problem } = await of('bot', name).call('mail_send', aMail('Lost', { to: ['Nobody'] }));
    expect(problem).toMatchObject({ code: 'invalid_input' });
    const after = await of('bot', name).call('approvals_list', { state: 'open' });
    expect(after.value).toEqual(before.value);
  });
});

describe('who decides', () => {
  it('is not who asked', async () => {
    const id = idOf(await of('bot').call('mail_send', aMail('Own')));
    const { problem } = await of('bot').call('approvals_decide', { id, decision: 'approve' });
    expect(problem).toMatchObject({ code: 'forbidden', status: 403 });
    await of('boss').call('approvals_decide', { id, decision: 'refuse' });
  });

  it('is written down, with who asked and the outcome', async () => {
    const id = idOf(await of('bot').call('mail_send', aMail('Minutes')));
    await of('boss').call('approvals_decide', { id, decision: 'approve' });
    await untilOver(id);
    await vi.waitFor(async () => {
      const { value } = await of('boss').call('audit_list', { limit: 50 });
      const entries = value['entries'] as unknown as readonly AnswerJson[];
      expect(entries).toEqual(
        expect.arrayContaining([
          expect.objectContaining({
            actor: 'bot',
            operation: 'mail_send',
            object: id,
            status: 202,
          }),
          expect.objectContaining({ actor: 'boss', operation: 'approvals_decide', object: id }),
          expect.objectContaining({
            actor: 'bot',
            operation: 'mail_send',
            status: 200,
            reason: `approved by boss (approval ${id})`,
          }),
        ]),
      );
    }, wait);
  });
});

describe('what was done', () => {
  it('is there for who did it, and no other caller takes it back', async () => {
    const { value } = await of('bot').call('mail_create_draft', aMail('Mine to take back'));
    const { actionId } = value;
    const listed = await of('boss').call('actions_list', { limit: 100 });
    expect(JSON.stringify(listed.value)).not.toContain('Mine to take back');
    const { problem } = await of('boss').call('actions_undo', { actionId });
    expect(problem).toMatchObject({ code: 'not_found', status: 404 });
    const own = await of('bot').call('actions_undo', { actionId });
    expect(own.value).toMatchObject({ undone: true });
  });
});

describe('what waits', () => {
  it('is sealed in Redis, and Temporal has no word of it', async () => {
    const id = idOf(await of('bot').call('mail_send', aMail('Recipe')));
    const keys = createKeys(lab.namespace);
    const kept = JSON.stringify(await lab.place.server.redis.hgetall(keys.approval(id)));
    expect(kept).toContain('tandem-sealed');
    expect(kept).not.toMatch(/Geheimrezept|Recipe/);
    const flow = lab.client.workflow.getHandle(approvalFlowId(lab.namespace, id));
    const history = JSON.stringify(await flow.fetchHistory());
    const described = JSON.stringify(await flow.describe());
    expect(history + described).not.toMatch(/Geheimrezept|Recipe|Jonas/);
    expect((await flow.describe()).memo).toEqual({ operation: 'mail_send' });
    await of('boss').call('approvals_decide', { id, decision: 'refuse' });
    expect(await flow.result()).toBe('refused');
  });

  it('survives that no worker runs when it is approved', async () => {
    const id = idOf(await of('bot').call('mail_send', aMail('Night shift')));
    await lab.stopWorker();
    await of('boss').call('approvals_decide', { id, decision: 'approve' });
    await lab.startWorker();
    expect(await untilOver(id)).toMatchObject({ state: 'done' });
    expect(await inInbox('Night shift')).toBe(1);
  });

  it('is not done when the key that asked is revoked meanwhile', async () => {
    const { redis, origin } = lab.place.server;
    const store = createKeyStore({
      redis,
      keys: createKeys(lab.namespace),
      now: Date.now,
      auditMax: 100,
    });
    const wanted = { name: 'intern', scopes, plans: null, policy: 'all', expiresAt: null } as const;
    const key = await store.create(wanted);
    if (key === 'name_taken') throw new Error('The name is taken');
    const intern = openRestDoor(origin, { Authorization: `Bearer ${key.secret}` });
    const maya = { account: 'app', person: lab.place.person('Maya').id };
    const id = idOf(await intern.call('mail_send', aMail('Of an intern', maya)));
    await store.revoke('intern');
    await of('boss').call('approvals_decide', { id, decision: 'approve' });
    expect(await untilOver(id, of('boss'))).toMatchObject({
      state: 'failed',
      problem: { code: 'unauthorized', detail: expect.stringContaining('is no longer valid') },
    });
    expect(await inInbox('Of an intern')).toBe(0);
  });

  it('is not done when it has become something else meanwhile', async () => {
    const { value } = await of('bot').call('mail_create_draft', aMail('Draft of May'));
    const draft = textIn(value['draft']?.['id'] ?? value['id'] ?? value['message']?.['id']);
    const id = idOf(await of('bot').call('mail_send', { draft }));
    await lab.place.graph('Maya', 'PATCH', `/me/messages/${draft}`, { subject: 'Draft of June' });
    await of('boss').call('approvals_decide', { id, decision: 'approve' });
    expect(await untilOver(id)).toMatchObject({
      state: 'outdated',
      problem: { code: 'approval_outdated', detail: expect.stringContaining('Draft of June') },
    });
    expect(await inInbox('Draft of June')).toBe(0);
  });

  it('fails with what Microsoft said, when it refuses', async () => {
    const id = idOf(await of('bot').call('mail_send', aMail('Refused there')));
    await lab.place.control('POST', '/faults', {
      match: { method: 'POST', path: '^/users/[^/]+/messages$' },
      effect: {
        kind: 'status',
        status: 403,
        code: 'ErrorAccessDenied',
        message: 'Access is denied',
      },
      times: 1,
    });
    await of('boss').call('approvals_decide', { id, decision: 'approve' });
    expect(await untilOver(id)).toMatchObject({
      state: 'failed',
      problem: { code: 'graph_forbidden' },
    });
  });
});
