import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startFixture, text, type Fixture, type GraphJson, type Send } from '../graph-fixture.js';
import { codeOf } from './graph-rows.js';

let fixture: Fixture;
let maya: Send;

beforeAll(async () => {
  fixture = await startFixture();
  maya = fixture.as('Maya');
});
afterAll(() => fixture.close());

const request = (entityType: string, queryString: string, more: object = {}) => ({
  body: { requests: [{ entityTypes: [entityType], query: { queryString }, ...more }] },
});

async function search(
  send: Send,
  entityType: string,
  queryString: string,
  more: object = {},
): Promise<GraphJson> {
  const { status, body } = await send(
    'POST',
    '/search/query',
    request(entityType, queryString, more),
  );
  if (status !== 200) throw new Error(`Graph answered ${status}: ${JSON.stringify(body)}`);
  return body['value']?.['0']?.['hitsContainers']?.['0'] ?? {};
}

const hitsOf = (container: GraphJson): GraphJson[] => Object.values(container['hits'] ?? {});
const subjects = (container: GraphJson): string[] =>
  hitsOf(container).map((hit) => text(hit['resource']?.['subject']));

async function personWith(...permissions: string[]): Promise<Send> {
  const { body } = await fixture.control('POST', '/tokens', {
    body: { person: 'Maya', permissions },
  });
  return fixture.with(text(body['accessToken']));
}

describe('POST /search/query', () => {
  it('finds mail of the own mailbox, newest first, with its id as the hit’s', async () => {
    const found = await search(maya, 'message', 'landing page', { size: 2 });
    const [hit] = hitsOf(found);
    expect(hit).toMatchObject({ rank: 1, resource: { '@odata.type': '#microsoft.graph.message' } });
    expect(hit?.['resource']).not.toHaveProperty('id');
    const message = await maya('GET', `/me/messages/${encodeURIComponent(text(hit?.['hitId']))}`);
    expect(message.body['subject']).toBe(hit?.['resource']?.['subject']);
    const newest = await search(maya, 'message', 'from:aiko OR from:jonas');
    const times = hitsOf(newest).map((each) => text(each['resource']?.['receivedDateTime']));
    expect(times).toEqual(times.toSorted().toReversed());
  });

  it('pages with from and size, and counts the page', async () => {
    const query = 'from:maya OR from:aiko OR from:jonas';
    const first = await search(maya, 'message', query, { size: 2 });
    expect(first).toMatchObject({ total: 2, moreResultsAvailable: true });
    const second = await search(maya, 'message', query, { from: 2, size: 25 });
    expect(second['moreResultsAvailable']).toBe(false);
    expect(hitsOf(second)[0]?.['rank']).toBe(3);
    expect(subjects(second)).not.toContain(subjects(first)[0]);
  });

  it('has no hits where nothing is found', async () => {
    expect(await search(maya, 'message', 'zeppelin')).toEqual({
      total: 0,
      moreResultsAvailable: false,
    });
  });

  it('finds what was said in chats and channels that one belongs to', async () => {
    const found = await search(maya, 'chatMessage', 'quote');
    expect(hitsOf(found)[0]).toMatchObject({
      resource: {
        '@odata.type': '#microsoft.graph.chatMessage',
        from: { emailAddress: { name: 'Priya Raman' } },
        channelIdentity: {},
      },
    });
    expect(hitsOf(await search(fixture.as('Lena'), 'chatMessage', 'quote'))).toEqual([]);
    const booth = await search(maya, 'chatMessage', 'corner booth from:maya');
    expect(hitsOf(booth)[0]?.['resource']).toMatchObject({ subject: 'Booth 4.12', chatId: null });
    const mentioned = await search(maya, 'chatMessage', 'IsMentioned:true confirm');
    expect(hitsOf(mentioned)).toHaveLength(1);
    const late = await search(maya, 'chatMessage', 'quote sent>2100-01-01');
    expect(hitsOf(late)).toEqual([]);
  });

  it('reads only what the permission opens', async () => {
    const chats = await personWith('Chat.Read');
    expect(hitsOf(await search(chats, 'chatMessage', 'booth'))).toEqual([]);
    expect(hitsOf(await search(chats, 'chatMessage', 'quote')).length).toBeGreaterThan(0);
    const mail = await personWith('Mail.Read');
    const refused = await mail('POST', '/search/query', request('chatMessage', 'quote'));
    expect([refused.status, codeOf(refused.body)]).toEqual([403, 'Forbidden']);
    for (const type of ['message', 'chatMessage', 'event']) {
      const app = await fixture.app('POST', '/search/query', request(type, 'quote'));
      expect([app.status, codeOf(app.body)]).toEqual([403, 'Forbidden']);
    }
  });

  it('finds events, and shows the fields that are asked for', async () => {
    const found = await search(maya, 'event', 'budget', { fields: ['subject', 'shoeSize'] });
    expect(hitsOf(found)[0]?.['resource']).toEqual({
      '@odata.type': '#microsoft.graph.event',
      subject: 'Budget review',
    });
  });

  it.each<[what: string, body: object]>([
    ['no request', { requests: [] }],
    [
      'two requests',
      {
        requests: [
          { entityTypes: ['message'], query: { queryString: 'x' } },
          { entityTypes: ['event'], query: { queryString: 'x' } },
        ],
      },
    ],
    ['two types', request('message', 'x', { entityTypes: ['message', 'event'] }).body],
    ['no type', request('message', 'x', { entityTypes: [] }).body],
    ['a type that is none', request('shoe', 'x').body],
    ['no text', request('message', ' ').body],
    ['the query of the old beta', request('message', '', { query: { query_string: {} } }).body],
    ['too many', request('message', 'x', { size: 26 }).body],
    ['none', request('message', 'x', { size: 0 }).body],
    ['a start below zero', request('message', 'x', { from: -1 }).body],
    ['an order', request('message', 'x', { sortProperties: [{ name: 'subject' }] }).body],
  ])('refuses %s', async (_what, body) => {
    const reply = await maya('POST', '/search/query', { body });
    expect([reply.status, codeOf(reply.body)]).toEqual([400, 'BadRequest']);
  });
});
