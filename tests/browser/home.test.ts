import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, inject, it } from 'vitest';
import { createKeys } from '../../src/tasks/keys.js';
import { loadFunctions } from '../../src/tasks/load-functions.js';
import { openSignedIn } from '../integration/accounts/signed-in.js';
import { startTestServer, type TestServer } from '../integration/http/start-test-server.js';
import { canBrowse } from './support/board.js';
import { findings } from './support/findings.js';

const key = 'k'.repeat(40);

describe.skipIf(!canBrowse)('the front page', () => {
  let open: TestServer;
  let locked: TestServer;
  let browser: Browser;
  const wrong: string[] = [];

  beforeAll(async () => {
    [open, locked, browser] = await Promise.all([
      startTestServer({
        redisUrl: inject('redisUrl'),
        env: { TEMPORAL_UI_URL: 'http://localhost:8233' },
      }),
      startTestServer({
        redisUrl: inject('redisUrl'),
        env: {
          AUTH_MODE: 'api-key',
          API_KEYS: `operator:${key}`,
          TEMPORAL_UI_URL: 'http://localhost:8233',
        },
      }),
      chromium.launch({
        executablePath: inject('browserPath') ?? '',
        args: ['--no-sandbox', '--disable-gpu'],
      }),
    ]);
  });
  afterEach(async () => {
    await Promise.all(browser.contexts().map((context) => context.close()));
    expect(wrong.splice(0)).toEqual([]);
  });
  afterAll(async () => {
    await browser.close();
    await Promise.all([open.close(), locked.close()]);
  });

  async function visit(server: TestServer, options: BrowserContextOptions = {}): Promise<Page> {
    const page = await (await browser.newContext(options)).newPage();
    page.on('request', (request) => {
      if (!request.url().startsWith(server.origin)) wrong.push(request.url());
    });
    page.on('console', (message) => {
      // That it answers 401 is how the page learns that a key is wanted.
      const isExpected = message.text().includes('401');
      if (message.type() === 'error' && !isExpected) wrong.push(message.text());
    });
    await page.goto(server.origin);
    return page;
  }

  it('shows how sync fares, what waits and who must sign in, and where things are', async () => {
    await lock(open, 'maya.okafor@tandem.example');
    const page = await visit(open);
    const plans = page.getByRole('table');
    await plans.waitFor();
    expect(await plans.innerText()).toMatch(/plan-default\s+starting\s+nothing waits\s+0/);
    await page.getByRole('heading', { name: 'Waiting for approval' }).waitFor();
    expect(await page.getByText('Nothing waits.').count()).toBe(1);
    const accounts = page.getByRole('region', { name: 'Accounts' });
    expect(await accounts.innerText()).toContain('maya.okafor@tandem.example must sign in again.');
    expect(await page.getByText(`${open.origin}/mcp`).count()).toBe(1);
    const temporal = page.getByRole('link', { name: 'Temporal' });
    expect(await temporal.getAttribute('href')).toContain('http://localhost:8233/');
  });

  it('asks for a key where one is needed, and keeps it in the tab alone', async () => {
    const page = await visit(locked);
    const field = page.getByLabel('Key or token of this server');
    await field.fill('wrong');
    await page.getByRole('button', { name: 'Show' }).click();
    await page.getByRole('alert').waitFor();
    expect(await page.getByRole('alert').innerText()).toBe('This key is not known here.');
    expect(await findings(page)).toEqual([]);

    await field.fill(key);
    await page.getByRole('button', { name: 'Show' }).click();
    await page.getByRole('table').waitFor();
    await page.reload();
    await page.getByRole('table').waitFor();
    const storages = await page.evaluate(() => [
      JSON.stringify(sessionStorage),
      JSON.stringify(localStorage),
      document.cookie,
    ]);
    expect(storages.map((text) => text.includes('kkkk'))).toEqual([true, false, false]);
    const other = await page.context().newPage();
    await other.goto(locked.origin);
    await other.getByLabel('Key or token of this server').waitFor();

    await page.getByRole('button', { name: 'Forget the key' }).click();
    await field.waitFor();
    expect(await page.evaluate(() => sessionStorage.length)).toBe(0);
  });

  it('says where things are without its script too, and strangers not where Temporal is', async () => {
    const page = await visit(locked, { javaScriptEnabled: false });
    expect(await page.getByRole('link', { name: '/approvals' }).count()).toBe(1);
    expect(await page.getByRole('link', { name: 'Temporal' }).count()).toBe(0);
  });

  it.each(['light', 'dark'] as const)('is for everybody, %s', async (colorScheme) => {
    const page = await visit(open, { colorScheme });
    await page.getByRole('table').waitFor();
    expect(await findings(page)).toEqual([]);
    await page.setViewportSize({ width: 360, height: 800 });
    expect(await findings(page)).toEqual([]);
    const wide = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
    expect(wide).toBe(false);
  });

  it('runs its own script and no other', async () => {
    const { headers } = await fetch(open.origin, { headers: { Accept: 'text/html' } });
    const policy = headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("script-src 'self';");
    expect(policy).not.toContain('unsafe');
    const json = await fetch(open.origin);
    expect(await json.json()).toMatchObject({ name: 'tandem', links: expect.any(Array) });
  });
});

async function lock({ redis, namespace }: TestServer, userName: string): Promise<void> {
  const place = { redis, keys: createKeys(namespace), call: await loadFunctions(redis) };
  const accounts = openSignedIn(place);
  await accounts.signIn({ id: 'maya.tenant', owner: 'anonymous', userName });
  await accounts.lock('maya.tenant');
}
