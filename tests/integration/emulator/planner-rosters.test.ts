import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  etagOf,
  makeTask,
  startFixture,
  text,
  type Fixture,
  type GraphJson,
  type Send,
} from './graph-fixture.js';

let fixture: Fixture;
let sofia: Send;
let maya: Send;

beforeAll(async () => {
  fixture = await startFixture();
  sofia = betaAs('Sofia');
  maya = betaAs('Maya');
});
afterAll(() => fixture.close());

const NAMES = { headers: { Prefer: 'include-unknown-enum-members' } };
const rows = (body: GraphJson): GraphJson[] => Object.values(body['value'] ?? {});

/** The same paths below /beta. */
function betaAs(name: string): Send {
  return async (method, path, sent) => await fixture.as(name)(method, `/../beta${path}`, sent);
}

async function officeMove(): Promise<GraphJson> {
  const { body } = await sofia('GET', '/me/planner/rosterPlans', NAMES);
  const plan = rows(body)[0];
  if (plan === undefined) throw new Error('Sofia has no roster plan');
  return plan;
}

describe('a plan that a roster holds', () => {
  it('says so only to who knows of rosters', async () => {
    const plan = await officeMove();
    expect(plan).toMatchObject({ title: 'Office move', container: { type: 'roster' } });
    const path = `/planner/plans/${text(plan['id'])}`;
    const plain = await fixture.app('GET', path);
    expect(plain.body['container']).toMatchObject({
      type: 'unknownFutureValue',
      containerId: plan['container']?.['containerId'],
    });
    const known = await fixture.app('GET', path, NAMES);
    expect(known.body['container']?.['type']).toBe('roster');
  });

  it('is seen by its members and found in no group', async () => {
    const plan = await officeMove();
    const path = `/planner/plans/${text(plan['id'])}`;
    expect((await fixture.as('Karim')('GET', `${path}/tasks`)).status).toBe(200);
    expect((await fixture.as('Priya')('GET', path)).status).toBe(403);
    const own = await fixture.as('Karim')('GET', '/me/planner/plans');
    expect(rows(own.body).map(({ title }) => title)).toContain('Office move');
    const groups = await fixture.app('GET', '/groups?$select=id');
    for (const { id } of rows(groups.body)) {
      const plans = await fixture.app('GET', `/groups/${text(id)}/planner/plans`);
      expect(rows(plans.body).map(({ title }) => title)).not.toContain('Office move');
    }
  });
});

describe('rosters, in beta only', () => {
  it('are made by people, get members and one plan, and go with both', async () => {
    const made = await maya('POST', '/planner/rosters', {
      body: { '@odata.type': '#microsoft.graph.plannerRoster' },
    });
    expect([made.status, made.body['@odata.type']]).toEqual([
      201,
      '#microsoft.graph.plannerRoster',
    ]);
    const roster = `/planner/rosters/${text(made.body['id'])}`;
    const member = { '@odata.type': '#microsoft.graph.plannerRosterMember' };
    const lena = fixture.personId('Lena');
    expect((await betaAs('Lena')('GET', roster)).status).toBe(403);
    const added = await maya('POST', `${roster}/members`, { body: { ...member, userId: lena } });
    expect([added.status, added.body]).toMatchObject([201, { userId: lena, roles: [] }]);
    expect((await betaAs('Lena')('GET', roster)).status).toBe(200);
    const container = { url: `https://graph.microsoft.com/beta${roster}` };
    const plan = await fixture.as('Lena')('POST', '/planner/plans', {
      body: { title: 'Party', container },
      ...NAMES,
    });
    expect([plan.status, plan.body['container']?.['type']]).toEqual([201, 'roster']);
    const second = await maya('POST', '/planner/plans', { body: { title: 'Two', container } });
    expect([second.status, second.body['error']?.['code']]).toEqual([403, 'MaximumPlannerPlans']);
    const task = await makeTask(fixture, text(plan.body['id']), {});
    expect((await maya('GET', `${roster}/members`)).body['@odata.count']).toBe(2);
    expect((await maya('DELETE', roster)).status).toBe(204);
    expect((await maya('GET', roster)).status).toBe(404);
    expect((await fixture.app('GET', `/planner/tasks/${text(task['id'])}`)).status).toBe(404);
  });

  it('end when their last member leaves', async () => {
    const made = await maya('POST', '/planner/rosters', { body: {} });
    const roster = `/planner/rosters/${text(made.body['id'])}`;
    const members = await maya('GET', `${roster}/members`);
    const membership = rows(members.body)[0];
    expect(membership?.['userId']).toBe(fixture.personId('Maya'));
    expect(membership?.['id']).not.toBe(membership?.['userId']);
    const path = `${roster}/members/${text(membership?.['id'])}`;
    expect((await maya('GET', path)).status).toBe(200);
    expect((await maya('DELETE', path)).status).toBe(204);
    expect((await maya('GET', roster)).status).toBe(404);
  });

  it.each<[what: string, body: object]>([
    ['without a person', {}],
    ['who do not exist', { userId: '11111111-1111-4111-8111-111111111111' }],
    ['of another tenant', { userId: '', tenantId: 'x' }],
    ['with a name', { userId: '', displayName: 'x' }],
  ])('take no members %s', async (_what, body) => {
    const made = await maya('POST', '/planner/rosters', { body: {} });
    const userId = 'userId' in body && body.userId === '' ? fixture.personId('Lena') : undefined;
    const reply = await maya('POST', `/planner/rosters/${text(made.body['id'])}/members`, {
      body: { ...body, ...(userId === undefined ? {} : { userId }) },
    });
    expect(reply.status).toBe(400);
  });

  it('are not in v1.0, and hold no plan that does not exist', async () => {
    expect((await fixture.as('Maya')('POST', '/planner/rosters', { body: {} })).status).toBe(400);
    const containerId = '11111111-1111-4111-8111-111111111111';
    const reply = await fixture.as('Maya')('POST', '/planner/plans', {
      body: { title: 'x', container: { containerId, type: 'roster' } },
    });
    expect(reply.status).toBe(404);
    expect((await maya('GET', '/planner/rosters/x')).status).toBe(400);
  });
});

describe('comments on a task, in beta only', () => {
  const marker = '<span itemid="0" itemtype="https://schema.skype.com/Mention/Person"></span>';
  let messages: string;
  let plan: string;

  beforeAll(async () => {
    plan = fixture.emulator.defaultPlanId;
    const task = await makeTask(fixture, plan, {});
    messages = `/planner/tasks/${text(task['id'])}/messages`;
  });

  it('are made, edited and deleted by their authors, without etags', async () => {
    const mention = { mentioned: fixture.personId('Lena'), position: 0, mentionType: 'user' };
    const made = await maya('POST', messages, {
      body: { content: `<div>${marker} please<script>x</script></div>`, mentions: [mention] },
    });
    expect([made.status, made.body]).toMatchObject([
      201,
      {
        messageType: 'richTextHtml',
        content: `<div>${marker} please</div>`,
        mentions: [mention],
        editedTime: null,
        createdBy: { user: { id: fixture.personId('Maya') } },
      },
    ]);
    const path = `${messages}/${text(made.body['id'])}`;
    const body = { content: 'Done', mentions: [] };
    expect((await betaAs('Lena')('PATCH', path, { body })).status).toBe(403);
    const edited = await maya('PATCH', path, { body });
    expect([edited.status, edited.body['content']]).toEqual([200, 'Done']);
    expect(edited.body['editedTime']).not.toBeNull();
    expect((await maya('DELETE', path)).status).toBe(204);
    const listed = await betaAs('Lena')('GET', messages);
    expect(listed.body['@odata.count']).toBe(1);
    expect(rows(listed.body)[0]).toMatchObject({ content: '' });
    expect(rows(listed.body)[0]?.['deletedTime']).not.toBeNull();
    expect((await maya('DELETE', path)).status).toBe(404);
  });

  it.each<[what: string, body: object]>([
    ['without content', {}],
    ['of nothing', { content: ' ' }],
    ['with what cannot be written', { content: 'x', editedTime: null }],
    [
      'with a mention without a marker',
      {
        content: 'x',
        mentions: [
          { mentioned: '11111111-1111-4111-8111-111111111111', position: 0, mentionType: 'user' },
        ],
      },
    ],
    ['with a mention without a kind', { content: marker, mentions: [{ position: 0 }] }],
  ])('are refused %s', async (_what, body) => {
    expect((await maya('POST', messages, { body })).status).toBe(400);
  });

  it('are for people who belong to the plan, not for apps, and not in v1.0', async () => {
    const body = { content: 'x' };
    expect((await betaAs('Karim')('POST', messages, { body })).status).toBe(403);
    expect((await fixture.app('GET', `/../beta${messages}`)).status).toBe(403);
    expect((await fixture.app('POST', `/../beta${messages}`, { body })).status).toBe(403);
    expect((await fixture.as('Maya')('GET', messages)).status).toBe(400);
  });

  it('go with their task', async () => {
    const task = await makeTask(fixture, plan, {});
    const path = `/planner/tasks/${text(task['id'])}`;
    await maya('POST', `${path}/messages`, { body: { content: 'x' } });
    await fixture.app('DELETE', path, { headers: { 'If-Match': etagOf(task) } });
    expect((await maya('GET', `${path}/messages`)).status).toBe(404);
  });
});
