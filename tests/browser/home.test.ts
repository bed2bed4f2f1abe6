import { randomUUID } from 'node:crypto';
import { Client, Connection } from '@temporalio/client';
import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, inject, it } from 'vitest';
import { createKeys } from '../../src/tasks/keys.js';
import { loadFunctions } from '../../src/tasks/load-functions.js';
import { createApprovalFlows } from '../../src/temporal/approval-flows.js';
import { registerSearchAttributes } from '../../src/temporal/search-attributes.js';
import { approvalFlowId } from '../../workflows/approval/contract.js';
import { openSignedIn } from '../integration/accounts/signed-in.js';
import { startTestServer, type TestServer } from '../integration/http/start-test-server.js';
import { startWorkplace, type Workplace } from '../integration/workplace/start-workplace.js';
import { doorOf, textIn } from '../integration/workplace/through.js';
import { canBrowse } from './support/board.js';
import { findings } from './support/findings.js';

const key = 'k'.repeat(40);
const namespace = `test-${randomUUID().slice(0, 8)}`;
/** Nobody works for them: what is asked waits. */
const flows = { namespace, taskQueue: namespace, deadlineMs: 10_000 };

describe.skipIf(!canBrowse)('the front page', () => {
  let place: Workplace;
  let open: TestServer;
  let locked: TestServer;
  let browser: Browser;
  let connection: Connection;
  let asked = '';
  const wrong: string[] = [];

  beforeAll(async () => {
    connection = await Connection.connect({ address: inject('temporalAddress') });
    await registerSearchAttributes(connection, 'default');
    const client = new Client({ connection });
    [place, locked, browser] = await Promise.all([
      startWorkplace({
        signedIn: ['Maya'],
        namespace,
        companion: { approvals: createApprovalFlows({ ...flows, client }) },
        env: { TEMPORAL_UI_URL: 'http://localhost:8233', APPROVALS: 'anonymous=all:ask' },
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
    open = place.server;
  });
  afterEach(async () => {
    await Promise.all(browser.contexts().map((context) => context.close()));
    expect(wrong.splice(0)).toEqual([]);
  });
  afterAll(async () => {
    await browser.close();
    await Promise.all([place.close(), locked.close()]);
    const flow = new Client({ connection }).workflow.getHandle(approvalFlowId(namespace, asked));
    await flow.terminate();
    await connection.close();
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
    const mail = { subject: 'Offer', body: 'Here it is', to: ['Jonas Lindqvist'] };
    const { value, problem } = await doorOf(place, 'REST').call('mail_send', mail);
    expect(problem).toEqual({});
    asked = textIn(value['approval'], 'id');
    await lock(open, 'lena.fischer@tandem.example');
    const page = await visit(open);
    const plans = page.getByRole('table');
    await plans.waitFor();
    expect(await plans.innerText()).toMatch(/starting\s+nothing waits/);
    const waiting = page.getByRole('region', { name: 'Waiting for approval' });
    const link = waiting.getByRole('link', { name: /Offer/ });
    expect(await link.getAttribute('href')).toBe(`/approvals/${asked}`);
    expect(await waiting.innerText()).toContain('asked by agent');
    const accounts = page.getByRole('region', { name: 'Accounts' });
    expect(await accounts.innerText()).toContain('lena.fischer@tandem.example must sign in again.');
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
  await accounts.signIn({ id: 'lena.tenant', owner: 'anonymous', userName });
  await accounts.lock('lena.tenant');
}
