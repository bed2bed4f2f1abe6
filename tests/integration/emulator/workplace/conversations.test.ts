import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { missingIn, problemsOf } from '../conformance.js';
import {
  etagOf,
  makeTask,
  patch,
  startFixture,
  text,
  type Fixture,
  type Send,
} from '../graph-fixture.js';
import { codeOf, each, keyOf, rowsOf } from './graph-rows.js';

let fixture: Fixture;
let maya: Send;
let threads: string;

beforeAll(async () => {
  fixture = await startFixture();
  maya = fixture.as('Maya');
  const groups = await fixture.app('GET', "/groups?$filter=displayName eq 'Product team'");
  threads = `/groups/${keyOf(rowsOf(groups.body)[0])}/threads`;
});
afterAll(() => fixture.close());

const html = (content: string) => ({ body: { contentType: 'html', content } });
const opening = { topic: 'Comments on task "Offer"', posts: [html('<p>First</p>')] };

describe('threads of a group', () => {
  it('begin with a post, are answered and hang on a task', async () => {
    const made = await maya('POST', threads, { body: opening });
    expect(made.status).toBe(201);
    expect(made.body).toMatchObject({ topic: opening.topic, uniqueSenders: ['Maya Okafor'] });
    const thread = `${threads}/${keyOf(made.body)}`;
    const task = await makeTask(fixture, fixture.emulator.defaultPlanId, {});
    const linked = await patch(fixture.app, `/planner/tasks/${text(task['id'])}`, etagOf(task), {
      conversationThreadId: made.body['id'],
    });
    expect(linked.body['conversationThreadId']).toBe(made.body['id']);
    const replied = await fixture.as('Lena')('POST', `${thread}/reply`, {
      body: { post: html('<p>Second</p>') },
    });
    expect([replied.status, replied.body]).toEqual([202, {}]);
    const posts = await fixture.app('GET', `${thread}/posts`);
    expect(rowsOf(posts.body).map((post) => post['body']?.['content'])).toEqual([
      '<p>First</p>',
      '<p>Second</p>',
    ]);
    for (const post of rowsOf(posts.body)) {
      expect([problemsOf('post', post), missingIn('post', post)]).toEqual([[], []]);
    }
    const last = await maya('GET', `${thread}/posts/${keyOf(rowsOf(posts.body)[1])}`);
    expect(last.body['from']).toMatchObject({ emailAddress: { name: 'Lena Fischer' } });
    const whole = await maya('GET', thread);
    expect(whole.body).toMatchObject({ preview: 'Second', isLocked: false });
    expect(problemsOf('conversationThread', whole.body)).toEqual([]);
    expect(missingIn('conversationThread', whole.body)).toEqual(['ccRecipients', 'toRecipients']);
    const selected = await maya('GET', `${thread}?$select=toRecipients`);
    expect(selected.body['toRecipients']).toMatchObject([
      { emailAddress: { address: 'productteam@tandem.example' } },
    ]);
  });

  it('come with the newest post first', async () => {
    const first = await maya('POST', threads, { body: { ...opening, topic: 'One' } });
    await maya('POST', threads, { body: { ...opening, topic: 'Two' } });
    await maya('POST', `${threads}/${keyOf(first.body)}/reply`, { body: { post: html('x') } });
    const { body } = await maya('GET', `${threads}?$top=2`);
    expect(each(body, 'topic')).toEqual(['One', 'Two']);
  });

  it('are read by apps and members, and written by members only', async () => {
    const made = await maya('POST', threads, { body: opening });
    const reply = `${threads}/${keyOf(made.body)}/reply`;
    expect((await fixture.app('GET', threads)).status).toBe(200);
    for (const [send, method, path, body] of [
      [fixture.app, 'POST', threads, opening],
      [fixture.app, 'POST', reply, { post: html('x') }],
      [fixture.as('Karim'), 'POST', reply, { post: html('x') }],
      [fixture.as('Karim'), 'GET', threads, undefined],
    ] as const) {
      const refused = await send(method, path, body === undefined ? {} : { body });
      expect([refused.status, codeOf(refused.body)]).toEqual([403, 'ErrorAccessDenied']);
    }
    const { body } = await fixture.control('POST', '/tokens', {
      body: { person: 'Maya', permissions: ['Group.Read.All'] },
    });
    const reader = fixture.with(text(body['accessToken']));
    expect((await reader('GET', threads)).status).toBe(200);
    expect((await reader('POST', threads, { body: opening })).status).toBe(403);
  });

  it.each<[what: string, body: object]>([
    ['without a topic', { posts: [html('x')] }],
    ['without a post', { topic: 'x', posts: [] }],
    ['with a post without a body', { topic: 'x', posts: [{}] }],
    ['with a preview', { topic: 'x', preview: 'x', posts: [html('x')] }],
  ])('are refused %s', async (_what, body) => {
    expect((await maya('POST', threads, { body })).status).toBe(400);
  });

  it('are written by people beside Graph too', async () => {
    const act = async (action: string) =>
      await fixture.control('POST', '/people/Maya/actions', { body: { action, text: 'By hand' } });
    expect((await act('startThread')).status).toBe(200);
    expect((await act('replyInThread')).status).toBe(200);
    const { body } = await maya('GET', `${threads}?$top=1`);
    expect(rowsOf(body)[0]).toMatchObject({ topic: 'Question', preview: 'By hand' });
    const posts = await maya('GET', `${threads}/${keyOf(rowsOf(body)[0])}/posts`);
    expect(rowsOf(posts.body)).toHaveLength(2);
  });

  it('that do not exist are not found', async () => {
    const reply = await maya('GET', `${threads}/AAQkAD`);
    expect([reply.status, codeOf(reply.body)]).toEqual([404, 'ErrorItemNotFound']);
  });
});
