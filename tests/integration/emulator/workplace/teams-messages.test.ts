import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { missingIn, problemsOf } from '../conformance.js';
import { startFixture, text, type Fixture, type Reply, type Send } from '../graph-fixture.js';
import { codeOf, each, keyOf, rowsOf } from './graph-rows.js';

let fixture: Fixture;
let maya: Send;
let channel: string;
let chat: string;

beforeAll(async () => {
  fixture = await startFixture();
  maya = fixture.as('Maya');
  const teams = await maya('GET', '/me/joinedTeams');
  const team = `/teams/${keyOf(rowsOf(teams.body)[0])}`;
  channel = `${team}/channels/${keyOf((await maya('GET', `${team}/primaryChannel`)).body)}`;
  chat = `/chats/${keyOf(rowsOf((await maya('GET', '/me/chats')).body)[0])}`;
});
afterAll(() => fixture.close());

const html = (content: string) => ({ contentType: 'html', content });
const mention = (name: string, id = 0, change: object = {}) => ({
  id,
  mentionText: name,
  mentioned: {
    user: { id: fixture.personId(name), displayName: name, userIdentityType: 'aadUser', ...change },
  },
});
const post = async (body: object): Promise<Reply> =>
  await maya('POST', `${channel}/messages`, { body });

describe('mentions of a message', () => {
  it('stand where their marker is', async () => {
    const { status, body } = await post({
      subject: 'Look',
      importance: 'urgent',
      body: html('<at id="0">Aiko</at> and <at id="1">Lena</at>, please'),
      mentions: [mention('Aiko'), mention('Lena', 1)],
    });
    expect(status).toBe(201);
    expect(body).toMatchObject({
      subject: 'Look',
      importance: 'urgent',
      mentions: [
        { id: 0, mentioned: { application: null, user: { id: fixture.personId('Aiko') } } },
        { id: 1, mentionText: 'Lena' },
      ],
    });
    expect(problemsOf('chatMessage', body)).toEqual([]);
  });

  it.each<[what: string, body: object]>([
    ['without a marker', { body: html('Hello'), mentions: [{ id: 0, mentionText: 'x' }] }],
    ['of another number', { body: html('<at id="1">x</at>'), mentions: ['Aiko'] }],
    ['in a plain text', { body: { content: '<at id="0">x</at>' }, mentions: ['Aiko'] }],
    ['whose marker has a space', { body: html('<at id ="0">x</at>!'), mentions: ['Aiko'] }],
    ['twice', { body: html('<at id="0">x</at>'), mentions: ['Aiko', 'Aiko'] }],
    ['without a text', { body: html('<at id="0">x</at>'), mentions: [{ id: 0 }] }],
    ['of nobody', { body: html('<at id="0">x</at>'), mentions: [{ id: 0, mentionText: 'x' }] }],
  ])('are refused %s', async (_what, body) => {
    const mentions = 'mentions' in body && Array.isArray(body.mentions) ? body.mentions : [];
    const given = mentions.map((each: unknown) => (each === 'Aiko' ? mention('Aiko') : each));
    const reply = await post({ ...body, mentions: given });
    expect([reply.status, codeOf(reply.body)]).toEqual([400, 'BadRequest']);
  });

  it('need the kind of user, whose id is not looked up', async () => {
    const body = html('<at id="0">Aiko</at>');
    const without = mention('Aiko', 0, { userIdentityType: undefined });
    expect((await post({ body, mentions: [without] })).status).toBe(400);
    const nobody = mention('Aiko', 0, { id: '11111111-1111-4111-8111-111111111111' });
    expect((await post({ body, mentions: [nobody] })).status).toBe(201);
  });

  it('are nothing but text where only the marker is given', async () => {
    const { body } = await post({ body: html('Hello <at id="0">Aiko</at>!') });
    expect(body['body']?.['content']).toBe('Hello Aiko!');
    expect(body['mentions']).toEqual([]);
  });

  it('have to fit an edited text too', async () => {
    const made = await post({ body: html('<at id="0">Aiko</at>'), mentions: [mention('Aiko')] });
    const path = `${channel}/messages/${keyOf(made.body)}`;
    expect((await maya('PATCH', path, { body: { body: html('Nobody') } })).status).toBe(400);
    const both = { body: html('Nobody'), mentions: [] };
    expect((await maya('PATCH', path, { body: both })).status).toBe(204);
  });
});

describe('attachments of a message', () => {
  const id = '153fa47d-18c9-4179-be08-9879815a9f90';
  const body = html(`<attachment id="${id}"></attachment>`);
  const file = {
    id,
    contentType: 'reference',
    contentUrl: 'https://tandem.example/plan.docx',
    name: 'plan.docx',
  };

  it('are links to files or cards, with a marker', async () => {
    const linked = await post({ body, attachments: [file] });
    expect(linked.status).toBe(201);
    expect(linked.body['attachments']).toEqual([
      { content: null, thumbnailUrl: null, teamsAppId: null, ...file },
    ]);
    expect(problemsOf('chatMessage', linked.body)).toEqual([]);
  });

  it.each<[what: string, given: object]>([
    ['without a marker', { body: html('Hello'), attachments: [file] }],
    ['without an address', { body, attachments: [{ id, contentType: 'reference' }] }],
    ['without a type', { body, attachments: [{ id }] }],
    [
      'of a card that is no JSON',
      {
        body,
        attachments: [{ id, contentType: 'application/vnd.microsoft.card.adaptive', content: 'x' }],
      },
    ],
  ])('are refused %s', async (_what, given) => {
    const reply = await post(given);
    expect([reply.status, codeOf(reply.body)]).toEqual([400, 'BadRequest']);
  });
});

describe('the text of a message', () => {
  it('is kept without what runs', async () => {
    const { body } = await post({
      body: html(
        '<p onclick="x()">Hello <b>you</b><script>alert(1)</script> <a href="javascript:x()">link</a></p>',
      ),
    });
    expect(body['body']?.['content']).toBe('<p>Hello <b>you</b> <a>link</a></p>');
  });

  it('has an importance of Graph’s', async () => {
    const reply = await post({ importance: 'low', body: html('x') });
    expect([reply.status, codeOf(reply.body)]).toEqual([400, 'BadRequest']);
  });
});

describe('reactions', () => {
  it('are set beside Graph too', async () => {
    const message = await post({ body: html('React') });
    await fixture.control('POST', '/people/Aiko/actions', {
      body: { action: 'reactToMessage', messageId: message.body['id'] },
    });
    const { body } = await maya('GET', `${channel}/messages/${keyOf(message.body)}`);
    expect(body['reactions']?.['0']).toMatchObject({ reactionType: '👍' });
  });

  it('are set and taken back by people', async () => {
    const message = await post({ body: html('React') });
    const path = `${channel}/messages/${keyOf(message.body)}`;
    const lena = fixture.as('Lena');
    const body = { reactionType: '👍' };
    expect((await lena('POST', `${path}/setReaction`, { body })).status).toBe(204);
    expect((await lena('POST', `${path}/setReaction`, { body })).status).toBe(204);
    const set = await maya('GET', path);
    expect(rowsOf({ value: set.body['reactions'] ?? {} })).toMatchObject([
      { reactionType: '👍', user: { user: { id: fixture.personId('Lena') } } },
    ]);
    expect(problemsOf('chatMessage', set.body)).toEqual([]);
    expect((await lena('POST', `${path}/unsetReaction`, { body })).status).toBe(204);
    expect((await maya('GET', path)).body['reactions']).toEqual([]);
    expect((await lena('POST', `${path}/setReaction`, { body: {} })).status).toBe(400);
    expect((await fixture.app('POST', `${path}/setReaction`, { body })).status).toBe(403);
  });
});

describe('chats', () => {
  const bind = (name: string, change: object = {}) => ({
    '@odata.type': '#microsoft.graph.aadUserConversationMember',
    roles: ['owner'],
    'user@odata.bind': `https://graph.microsoft.com/v1.0/users('${fixture.personId(name)}')`,
    ...change,
  });

  it('are sorted by their newest message and by nothing else', async () => {
    const good = '/me/chats?$orderby=lastMessagePreview/createdDateTime desc&$top=2';
    const { status, body } = await maya('GET', good);
    expect([status, rowsOf(body).length]).toEqual([200, 2]);
    for (const order of ['lastMessagePreview/createdDateTime asc', 'topic desc']) {
      expect((await maya('GET', `/me/chats?$orderby=${order}`)).status).toBe(400);
    }
    expect((await maya('GET', '/me/chats?$top=51')).status).toBe(400);
    const pairs = await maya('GET', "/me/chats?$filter=chatType eq 'oneOnOne'&$expand=members");
    expect(new Set(each(pairs.body, 'chatType'))).toEqual(new Set(['oneOnOne']));
  });

  it.each<[what: string, change: object]>([
    ['without a role', { roles: undefined }],
    ['with a role that is none', { roles: ['boss'] }],
    ['without a type', { '@odata.type': undefined }],
    ['who do not exist', { 'user@odata.bind': "https://graph.microsoft.com/v1.0/users('x')" }],
  ])('cannot be made with members %s', async (_what, change) => {
    const members = [bind('Maya'), bind('Lena', change)];
    const reply = await maya('POST', '/chats', { body: { chatType: 'oneOnOne', members } });
    expect([reply.status, codeOf(reply.body)]).toEqual([400, 'BadRequest']);
  });

  it('get members and lose them, unless there are two', async () => {
    const added = await maya('POST', `${chat}/members`, { body: bind('Sofia') });
    expect([added.status, added.headers.get('location')?.startsWith('/chats/')]).toEqual([
      201,
      true,
    ]);
    const again = await maya('POST', `${chat}/members`, { body: bind('Sofia') });
    expect([again.status, codeOf(again.body)]).toEqual([400, 'BadRequest']);
    const { body } = await maya('GET', `${chat}/members`);
    const sofia = rowsOf(body).find((row) => text(row['displayName']) === 'Sofia Almeida');
    const path = `${chat}/members/${keyOf(sofia)}`;
    expect(missingIn('aadUserConversationMember', (await maya('GET', path)).body)).toEqual([]);
    expect((await maya('DELETE', path)).status).toBe(204);
    expect((await maya('DELETE', path)).status).toBe(404);
    const members = [bind('Maya'), bind('Jonas')];
    const pair = await maya('POST', '/chats', { body: { chatType: 'oneOnOne', members } });
    const refused = await maya('POST', `/chats/${keyOf(pair.body)}/members`, {
      body: bind('Sofia'),
    });
    expect(refused.status).toBe(400);
  });
});
