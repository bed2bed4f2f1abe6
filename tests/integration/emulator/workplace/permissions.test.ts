import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startFixture, text, type Fixture, type Send } from '../graph-fixture.js';
import { codeOf, keyOf, rowsOf } from './graph-rows.js';

let fixture: Fixture;
let mailbox: string;
let channels: string;

beforeAll(async () => {
  fixture = await startFixture();
  mailbox = `/users/${fixture.personId('Maya')}`;
  const { body } = await fixture.as('Maya')('GET', '/me/joinedTeams');
  channels = `/teams/${text(rowsOf(body)[0]?.['id'])}/channels`;
});
afterAll(() => fixture.close());

/** The app with other permissions than usual. */
async function appWith(...roles: string[]): Promise<Send> {
  await fixture.control('PUT', '/settings', { body: { appRoles: roles } });
  const headers = { Authorization: `Bearer ${await fixture.appToken()}` };
  return async (method, path, sent = {}) => await fixture.app(method, path, { ...sent, headers });
}

describe('an app', () => {
  it.each([
    ['GET', '/messages', 'ErrorAccessDenied'],
    ['GET', '/mailFolders', 'ErrorAccessDenied'],
    ['GET', '/events', 'ErrorAccessDenied'],
    ['GET', '/todo/lists', 'ErrorAccessDenied'],
    ['GET', '/chats', 'Forbidden'],
    ['GET', '/joinedTeams', 'Forbidden'],
  ])('without a permission is refused %s users/{id}%s', async (method, path, code) => {
    const app = await appWith('User.Read.All');
    const reply = await app(method, `${mailbox}${path}`);
    expect([reply.status, codeOf(reply.body)]).toEqual([403, code]);
  });

  it('that may read may not write, nor send what it may write', async () => {
    const reader = await appWith('Mail.Read', 'Calendars.Read', 'Tasks.Read.All');
    expect((await reader('GET', `${mailbox}/messages`)).status).toBe(200);
    expect((await reader('POST', `${mailbox}/messages`, { body: {} })).status).toBe(403);
    expect((await reader('POST', `${mailbox}/events`, { body: {} })).status).toBe(403);
    expect((await reader('POST', `${mailbox}/todo/lists`, { body: {} })).status).toBe(403);
    const writer = await appWith('Mail.ReadWrite');
    expect((await writer('POST', `${mailbox}/messages`, { body: {} })).status).toBe(201);
    expect((await writer('POST', `${mailbox}/sendMail`, { body: {} })).status).toBe(403);
  });

  it('with basic permissions sees no bodies and cannot search', async () => {
    const app = await appWith('Mail.ReadBasic.All', 'Calendars.ReadBasic', 'Chat.ReadBasic.All');
    const { body } = await app('GET', `${mailbox}/messages?$top=1`);
    expect(rowsOf(body)[0]).toHaveProperty('subject');
    expect(rowsOf(body)[0]).not.toHaveProperty('body');
    expect(rowsOf(body)[0]).not.toHaveProperty('bodyPreview');
    expect((await app('GET', `${mailbox}/messages?$search=x`)).status).toBe(403);
    const events = await app('GET', `${mailbox}/events?$top=1`);
    expect(rowsOf(events.body)[0]).not.toHaveProperty('body');
    const chats = await app('GET', `${mailbox}/chats`);
    expect(chats.status).toBe(200);
    const messages = await app('GET', `/chats/${keyOf(rowsOf(chats.body)[0])}/messages`);
    expect([messages.status, codeOf(messages.body)]).toEqual([403, 'Forbidden']);
    expect(messages.body['error']?.['message']).toContain('Missing role permissions');
  });

  it('has no /me', async () => {
    const app = await appWith('Mail.Read', 'Team.ReadBasic.All', 'Chat.ReadBasic.All');
    for (const path of ['/me/messages', '/me/joinedTeams', '/me/chats']) {
      expect((await app('GET', path)).status).toBe(400);
    }
  });

  it('reads the channels of every team with the permission for it', async () => {
    const app = await appWith('Channel.ReadBasic.All');
    expect((await app('GET', channels)).status).toBe(200);
    expect((await app('POST', channels, { body: { displayName: 'x' } })).status).toBe(403);
  });

  it('is told that a mailbox does not exist', async () => {
    const app = await appWith('Mail.Read', 'Chat.Read.All');
    const path = '/users/11111111-1111-4111-8111-111111111111';
    const mail = await app('GET', `${path}/messages`);
    expect([mail.status, codeOf(mail.body)]).toEqual([404, 'ErrorInvalidUser']);
    const chats = await app('GET', `${path}/chats`);
    expect([chats.status, codeOf(chats.body)]).toEqual([404, 'NotFound']);
  });
});

describe('a person', () => {
  it('sees nobody else’s mailbox or chats', async () => {
    const lena = fixture.as('Lena');
    for (const [path, code] of [
      ['/messages', 'ErrorAccessDenied'],
      ['/events', 'ErrorAccessDenied'],
      ['/chats', 'Forbidden'],
    ]) {
      const reply = await lena('GET', `${mailbox}${path}`);
      expect([reply.status, codeOf(reply.body)]).toEqual([403, code]);
    }
    const own = await lena('GET', '/users/Lena.Fischer@tandem.example/messages?$top=1');
    expect(own.status).toBe(200);
  });
});
