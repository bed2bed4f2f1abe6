import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { startFixture, type Fixture } from '../graph-fixture.js';
import { codeOf } from './graph-rows.js';

let fixture: Fixture;
let messages: string;

beforeAll(async () => {
  fixture = await startFixture();
  messages = `/users/${fixture.personId('Maya')}/messages?$top=1`;
});
afterEach(async () => {
  await fixture.control('DELETE', '/faults');
  await fixture.control('PUT', '/settings', {
    body: { mailboxConcurrency: 4, mailboxRequestsPer10Minutes: 10_000, latencyMs: 0 },
  });
});
afterAll(() => fixture.close());

const slowly = async (path: string) =>
  await fixture.control('POST', '/faults', {
    body: { match: { path }, effect: { kind: 'latency', ms: 300 } },
  });
const statuses = async (paths: readonly string[]) =>
  (await Promise.all(paths.map(async (path) => await fixture.app('GET', path))))
    .map(({ status }) => status)
    .toSorted((a, b) => a - b);

describe('Outlook’s limits', () => {
  it('let one app have four requests to a mailbox at a time', async () => {
    await slowly('messages');
    const replies = await Promise.all(
      Array.from({ length: 6 }, async () => await fixture.app('GET', messages)),
    );
    const refused = replies.filter(({ status }) => status === 429);
    expect(refused).toHaveLength(2);
    expect(codeOf(refused[0]?.body ?? {})).toBe('ApplicationThrottled');
    expect(refused[0]?.headers.get('retry-after')).toMatch(/^\d+$/);
    // Afterwards there is room again.
    expect((await fixture.app('GET', messages)).status).toBe(200);
  });

  it('count the time that an answer is on its way', async () => {
    await fixture.control('PUT', '/settings', { body: { latencyMs: 300 } });
    expect(await statuses(Array<string>(6).fill(messages))).toEqual([200, 200, 200, 200, 429, 429]);
  });

  it('are those of each mailbox, however it is named, and of Outlook alone', async () => {
    await slowly('messages|mailFolders|events|lists');
    const [maya, lena] = [
      `/users/${fixture.personId('Maya')}`,
      `/users/${fixture.personId('Lena')}`,
    ];
    const named = '/users/maya.okafor@tandem.example';
    expect(
      await statuses([
        `${maya}/messages`,
        `${maya}/mailFolders`,
        `${maya}/events`,
        `${named}/messages`,
        `${named}/messages`,
        `${lena}/messages`,
        `${maya}/todo/lists`,
      ]),
    ).toEqual([200, 200, 200, 200, 200, 200, 429]);
  });

  it('do not meet a batch alone: Outlook takes four of its requests at a time', async () => {
    await slowly('messages');
    const ask = async () =>
      await fixture.app('POST', '/$batch', {
        body: {
          requests: Array.from({ length: 8 }, (_, index) => ({
            id: String(index),
            method: 'GET',
            url: messages,
          })),
        },
      });
    const started = performance.now();
    const { body } = await ask();
    const answers = Object.values(body['responses'] ?? {});
    expect(answers.map((answer) => answer['status'] as unknown)).toEqual(Array(8).fill(200));
    expect(performance.now() - started).toBeGreaterThan(550);
    // Two at once are more than four.
    const both = await Promise.all([ask(), ask()]);
    const all = both.flatMap((each) => Object.values(each.body['responses'] ?? {}));
    expect(all.map((answer) => answer['status'] as unknown)).toContain(429);
  });

  it('let one app have so many requests in ten minutes', async () => {
    await fixture.control('PUT', '/settings', { body: { mailboxRequestsPer10Minutes: 1 } });
    const refused = await fixture.app('GET', messages);
    expect(refused.status).toBe(429);
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(400);
  });
});
