import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { openRestDoor, type Door } from '../workplace/doors.js';
import { hiddenOf, textOf, type Browser, type Ended, type Shown } from './browser.js';
import { aHost } from './host.js';
import { startOauthStand, type OauthStand } from './oauth-stand.js';

const wait = { timeout: 20_000, interval: 100 };
const botKey = `bot-${randomUUID()}`;

let stand: OauthStand;
let bot: Door;
let maya: { readonly id: string };

beforeAll(async () => {
  stand = await startOauthStand({
    env: {
      AUTH_MODE: 'oauth,api-key',
      API_KEYS: `bot:${botKey}`,
      OAUTH_OPERATORS: 'maya.okafor@tandem.example',
      APPROVALS: 'send:page',
    },
  });
  bot = openRestDoor(stand.origin, { Authorization: `Bearer ${botKey}` });
  const { people } = await stand.control('GET', '/people');
  const found = (people as readonly { id: string; displayName: string }[]).find(
    ({ displayName }) => displayName === 'Maya Okafor',
  );
  if (found === undefined) throw new Error('Maya does not work there');
  maya = found;
});
afterAll(async () => {
  await bot.close();
  await stand.close();
});

const aMail = (subject: string) => ({ subject, body: 'All is well', to: ['Jonas Lindqvist'] });
const pathOf = (id: string) => `${stand.origin}/approvals/${id}`;

/** Of an agent with a key. */
async function askAsBot(subject: string): Promise<string> {
  const asked = await bot.call('mail_send', { ...aMail(subject), account: 'app', person: maya.id });
  expect(asked.problem).toEqual({});
  return String(asked.value['approval']?.['id']);
}

function pageOf(ended: Ended): Shown {
  if (ended.kind === 'sentAway') throw new Error(`Sent away to ${ended.to.href}`);
  return ended.page;
}

/** Somebody's browser, as it is after signing in for the page. */
async function visitor(person: string): Promise<Browser> {
  const browser = stand.browserOf(person);
  const page = pageOf(await browser.open(`${stand.origin}/approvals/sign-in`));
  expect(new URL(page.url).pathname).toBe('/approvals');
  return browser;
}

const decide = async (
  browser: Browser,
  id: string,
  fields: Readonly<Record<string, string>>,
): Promise<Shown> => {
  const page = pageOf(await browser.open(pathOf(id)));
  const form = { token: hiddenOf(page, 'token') ?? '', comment: '', ...fields };
  return pageOf(await browser.submit(page, `/approvals/${id}`, Object.entries(form)));
};

const untilShown = (browser: Browser, id: string, words: string) =>
  vi.waitFor(async () => {
    expect(textOf(pageOf(await browser.open(pathOf(id))))).toContain(words);
  }, wait);

describe('the page of approvals, where people sign in', () => {
  it('shows nothing to who has not', async () => {
    const id = await askAsBot('Nobody looks');
    for (const path of ['/approvals', `/approvals/${id}`]) {
      const page = await fetch(stand.origin + path);
      const text = await page.text();
      expect(text).toContain('href="/approvals/sign-in"');
      expect(text).not.toContain('Nobody looks');
    }
    const sent = await fetch(pathOf(id), {
      method: 'POST',
      headers: { Origin: stand.origin, 'Content-Type': 'application/x-www-form-urlencoded' },
      body: 'decision=approve&token=',
    });
    expect(await sent.text()).toContain('href="/approvals/sign-in"');
    expect((await bot.call('approvals_get', { id })).value['approval']).toMatchObject({
      state: 'waiting',
    });
  });

  it('lets an operator decide for an agent, who hears who it was', async () => {
    const id = await askAsBot('An offer');
    const browser = await visitor('Maya');
    const list = pageOf(await browser.open(`${stand.origin}/approvals`));
    expect(textOf(list)).toContain('An offer');
    await decide(browser, id, { decision: 'approve', comment: 'Go ahead' });
    await untilShown(browser, id, 'It was done');
    expect((await bot.call('approvals_get', { id })).value['approval']).toMatchObject({
      state: 'done',
      decidedBy: 'Maya Okafor',
      comment: 'Go ahead',
      result: { sent: true },
    });
  });

  it('takes no form of another browser', async () => {
    const id = await askAsBot('Forged');
    const refused = await decide(await visitor('Maya'), id, {
      token: 'of-another-browser',
      decision: 'approve',
    });
    expect(refused.status).toBe(403);
    expect((await bot.call('approvals_get', { id })).value['approval']).toMatchObject({
      state: 'waiting',
    });
  });

  it('shows an agent’s calls to nobody else', async () => {
    const id = await askAsBot('Between us');
    const browser = await visitor('Priya');
    const list = pageOf(await browser.open(`${stand.origin}/approvals`));
    expect(textOf(list)).not.toContain('Between us');
    expect(pageOf(await browser.open(pathOf(id))).status).toBe(404);
    const refused = await decide(browser, id, {
      token: hiddenOf(list, 'token') ?? '',
      decision: 'approve',
    });
    expect(refused.status).not.toBe(200);
    expect((await bot.call('approvals_get', { id })).value['approval']).toMatchObject({
      state: 'waiting',
    });
  });

  it('lets a person decide about what a host asks in their name, and no operator', async () => {
    const host = await aHost(stand);
    const browser = stand.browserOf('Priya');
    const { to } = await browser.allow(host.authorizeUrl({ scope: 'mail:read mail:send' }));
    const { access_token } = (await host.redeem(to)).body;
    const { body } = await host.call(access_token, 'tools/call', {
      name: 'mail_send',
      arguments: aMail('In my name'),
    });
    const { approval } = Object(Object(body['result'])['structuredContent']) as {
      approval?: { id: string; state: string };
    };
    expect(approval).toMatchObject({ state: 'waiting' });
    const id = approval?.id ?? '';
    expect(pageOf(await (await visitor('Maya')).open(pathOf(id))).status).toBe(404);
    const own = await visitor('Priya');
    await decide(own, id, { decision: 'approve' });
    await untilShown(own, id, 'It was done');
  });
});
