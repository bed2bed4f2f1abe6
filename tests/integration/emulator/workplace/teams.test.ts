import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startFixture, text, type Fixture, type GraphJson, type Send } from '../graph-fixture.js';
import { below, codeOf, each, keyOf, rowsOf } from './graph-rows.js';

let fixture: Fixture;
let maya: Send;
let teamId: string;
let channel: string;
let chat: string;

beforeAll(async () => {
  fixture = await startFixture();
  maya = fixture.as('Maya');
  const teams = await maya('GET', '/me/joinedTeams');
  teamId = text(rowsOf(teams.body)[0]?.['id']);
  const channels = await maya('GET', `/teams/${teamId}/channels`);
  const launch = rowsOf(channels.body).find((row) => text(row['displayName']) === 'Launch');
  channel = `/teams/${teamId}/channels/${keyOf(launch)}`;
  const chats = await maya('GET', '/me/chats');
  chat = `/chats/${keyOf(rowsOf(chats.body)[0])}`;
});
afterAll(() => fixture.close());

const saying = (content: string) => ({ body: { body: { contentType: 'html', content } } });
const bind = (id: string) => ({
  '@odata.type': '#microsoft.graph.aadUserConversationMember',
  roles: ['owner'],
  'user@odata.bind': `https://graph.microsoft.com/v1.0/users('${id}')`,
});

async function post(send: Send, path: string, content: string): Promise<GraphJson> {
  const { status, body } = await send('POST', path, saying(content));
  if (status !== 201) throw new Error(`Graph answered ${status}: ${JSON.stringify(body)}`);
  return body;
}

describe('teams and channels', () => {
  it('are listed with the number of their rows and read one by one', async () => {
    const { body } = await fixture.app('GET', `/teams/${teamId}/channels?$select=id,displayName`);
    expect(each(body, 'displayName')).toEqual(['General', 'Launch']);
    expect(body['@odata.count']).toBe(2);
    const team = await fixture.app('GET', `/teams/${teamId}`);
    expect(team.body).toMatchObject({ displayName: 'Product team', isArchived: false });
    const found = await fixture.app('GET', channel);
    expect(found.body).toMatchObject({ displayName: 'Launch', membershipType: 'standard' });
    const members = await fixture.app('GET', `/teams/${teamId}/members`);
    expect(members.body['@odata.count']).toBe(6);
    const general = await maya('GET', `/teams/${teamId}/primaryChannel`);
    expect(general.body['displayName']).toBe('General');
  });

  it('get a new channel, but not one of a name that is taken', async () => {
    const path = `/teams/${teamId}/channels`;
    const made = await maya('POST', path, { body: { displayName: 'Press' } });
    expect([made.status, made.body['displayName']]).toEqual([201, 'Press']);
    expect((await maya('POST', path, { body: { displayName: 'press' } })).status).toBe(400);
    expect((await maya('POST', path, { body: { displayName: 'a/b' } })).status).toBe(400);
  });

  it.each([
    ['an unknown team', '/teams/11111111-1111-4111-8111-111111111111', 404, 'NotFound'],
    ['no team id', '/teams/x/channels', 400, 'BadRequest'],
    ['an unknown chat', '/chats/19:ffffffffffffffffffffffffffffffff@thread.v2', 404, 'NotFound'],
    ['no chat id', '/chats/x', 400, 'BadRequest'],
  ])('refuse %s', async (_what, path, status, code) => {
    const reply = await maya('GET', path);
    expect([reply.status, codeOf(reply.body)]).toEqual([status, code]);
  });
});

describe('messages of channels', () => {
  it('are posted and replied to by people; the post that was answered last comes first', async () => {
    const older = await post(maya, `${channel}/messages`, 'First');
    const newer = await post(fixture.as('Lena'), `${channel}/messages`, 'Second');
    const replies = `${channel}/messages/${keyOf(older)}/replies`;
    const reply = await post(fixture.as('Aiko'), replies, 'Answer');
    expect(reply).toMatchObject({
      replyToId: older['id'],
      from: { user: { displayName: 'Aiko Tanaka' } },
    });
    const { body } = await fixture.app('GET', `${channel}/messages?$expand=replies`);
    expect(each(body, 'id').slice(0, 2)).toEqual([older['id'], newer['id']]);
    expect(rowsOf(body)[0]?.['replies']).toMatchObject([{ id: reply['id'] }]);
    const listed = await fixture.app('GET', replies);
    expect(each(listed.body, 'id')).toEqual([reply['id']]);
    const single = await fixture.app('GET', `${replies}/${keyOf(reply)}`);
    expect(single.body['body']?.['content']).toBe('Answer');
  });

  it('cannot be posted by an app', async () => {
    const without = await fixture.app('POST', `${channel}/messages`, saying('x'));
    expect([without.status, codeOf(without.body)]).toEqual([403, 'Forbidden']);
    expect(without.body['error']?.['message']).toContain("one of 'Teamwork.Migrate.All'");
    await fixture.control('PUT', '/settings', {
      body: { appRoles: ['Teamwork.Migrate.All', 'Chat.ReadWrite.All'] },
    });
    const headers = { Authorization: `Bearer ${await fixture.appToken()}` };
    for (const path of [channel, chat]) {
      const refused = await fixture.app('POST', `${path}/messages`, { ...saying('x'), headers });
      expect([refused.status, codeOf(refused.body)]).toEqual([401, 'Unauthorized']);
    }
  });

  it('are edited and deleted by their authors; a deleted one stays without its text', async () => {
    const message = await post(maya, `${channel}/messages`, 'Wrong');
    const path = `${channel}/messages/${keyOf(message)}`;
    expect((await fixture.as('Lena')('PATCH', path, saying('x'))).status).toBe(403);
    expect((await maya('PATCH', path, saying('Right'))).status).toBe(204);
    const edited = await maya('GET', path);
    expect(edited.body['body']?.['content']).toBe('Right');
    expect(edited.body['lastEditedDateTime']).not.toBeNull();
    expect((await maya('POST', `${path}/softDelete`)).status).toBe(204);
    const deleted = await maya('GET', path);
    expect(deleted.body['deletedDateTime']).not.toBeNull();
    expect(deleted.body['body']?.['content']).toBe('');
  });

  it('come in pages of at most 50', async () => {
    await fixture.control('POST', '/people/Maya/actions', {
      body: { action: 'postToChannel', count: 30 },
    });
    const posts = `/teams/${teamId}/channels/${keyOf(await newestChannel())}/messages`;
    const first = await fixture.app('GET', posts);
    expect(rowsOf(first.body)).toHaveLength(20);
    const second = await fixture.app('GET', below(first.body['@odata.nextLink']));
    expect(rowsOf(second.body)).toHaveLength(10);
    expect((await fixture.app('GET', `${posts}?$top=51`)).status).toBe(400);
    expect((await fixture.app('GET', `${posts}?$search=x`)).status).toBe(400);
  });

  it('tell their changes since a token, deleted ones as changed', async () => {
    const first = await fixture.app('GET', `${channel}/messages/delta?$top=50`);
    const link = below(first.body['@odata.deltaLink']);
    const message = await post(maya, `${channel}/messages`, 'Told');
    await maya('POST', `${channel}/messages/${keyOf(message)}/softDelete`);
    const { body } = await fixture.app('GET', link);
    expect(each(body, 'id')).toEqual([message['id']]);
    expect(rowsOf(body)[0]?.['deletedDateTime']).not.toBeNull();
  });
});

async function newestChannel(): Promise<GraphJson | undefined> {
  const { body } = await maya('GET', `/teams/${teamId}/channels`);
  return rowsOf(body).at(-1);
}

describe('chats', () => {
  it('are seen by their members and by apps', async () => {
    const id = fixture.personId('Maya');
    for (const path of ['/chats', `/users/${id}/chats`]) {
      const { body } = await fixture.app('GET', `${path}?$expand=members,lastMessagePreview`);
      expect(rowsOf(body)[0]).toMatchObject({
        topic: 'Launch press',
        chatType: 'group',
        lastMessagePreview: { body: { content: 'Go ahead with it.' } },
      });
    }
    const lena = await fixture.as('Lena')('GET', '/me/chats');
    expect(each(lena.body, 'topic')).not.toContain('Launch press');
    const refused = await fixture.as('Lena')('GET', `${chat}/messages`);
    expect([refused.status, codeOf(refused.body)]).toEqual([403, 'Forbidden']);
    const members = await maya('GET', `${chat}/members`);
    expect(each(members.body, 'displayName')).toContain('Priya Raman');
  });

  it('of two people exist once, of more as often as they are made', async () => {
    const ids = ['Maya', 'Lena', 'Aiko'].map((name) => fixture.personId(name));
    const [self = '', lena = '', aiko = ''] = ids;
    const pair = { chatType: 'oneOnOne', members: [bind(self), bind(lena)] };
    const first = await maya('POST', '/chats', { body: pair });
    const second = await fixture.as('Lena')('POST', '/chats', { body: pair });
    expect([first.status, second.body['id']]).toEqual([201, first.body['id']]);
    const group = { chatType: 'group', topic: 'New', members: ids.map(bind) };
    const one = await maya('POST', '/chats', { body: group });
    const two = await maya('POST', '/chats', { body: group });
    expect(one.body['id']).not.toBe(two.body['id']);
    const without = { chatType: 'oneOnOne', members: [bind(lena), bind(aiko)] };
    expect((await maya('POST', '/chats', { body: without })).status).toBe(400);
  });

  it('have messages, last changed first, in a range of time', async () => {
    const sent = await post(maya, `${chat}/messages`, 'Now');
    const since = text(sent['createdDateTime']);
    const earlier = new Date(Date.parse(since) - 1).toISOString();
    const filter = `$filter=lastModifiedDateTime gt ${earlier}`;
    const ordered = `${filter}&$orderby=lastModifiedDateTime desc`;
    const { body } = await fixture.app('GET', `${chat}/messages?${ordered}`);
    expect(each(body, 'id')).toEqual([sent['id']]);
    for (const ignored of [filter, `${filter}&$orderby=createdDateTime desc`]) {
      const whole = await fixture.app('GET', `${chat}/messages?${ignored}`);
      expect(rowsOf(whole.body).length).toBeGreaterThan(1);
    }
    for (const wrong of [
      `${filter.replace(' gt ', ' ge ')}&$orderby=lastModifiedDateTime desc`,
      `$filter=createdDateTime gt ${earlier}&$orderby=createdDateTime desc`,
      '$orderby=lastModifiedDateTime asc',
    ]) {
      expect((await fixture.app('GET', `${chat}/messages?${wrong}`)).status).toBe(400);
    }
    const all = await fixture.app(
      'GET',
      `/users/${fixture.personId('Maya')}/chats/getAllMessages?${filter}`,
    );
    expect(each(all.body, 'id')).toEqual([sent['id']]);
    expect((await maya('POST', `${chat}/messages`, { body: {} })).status).toBe(400);
  });

  it('have messages that their authors edit and delete', async () => {
    const message = await post(maya, `${chat}/messages`, 'Wrong');
    const path = `${chat}/messages/${keyOf(message)}`;
    expect((await maya('PATCH', path, saying('Right'))).status).toBe(204);
    expect((await maya('GET', path)).body['body']?.['content']).toBe('Right');
    expect((await maya('POST', `/me${path}/softDelete`)).status).toBe(204);
    expect((await maya('GET', path)).body['deletedDateTime']).not.toBeNull();
  });
});
