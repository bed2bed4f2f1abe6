import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createRequire } from 'node:module';
import type { AxeResults, RunOptions } from 'axe-core';
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, inject, it } from 'vitest';
import {
  startFixture,
  text as textOf,
  type Fixture,
} from '../integration/emulator/graph-fixture.js';
import {
  entraClient,
  passwordOfReadme,
  type EntraClient,
} from '../integration/emulator/sign-in/entra-client.js';
import { canBrowse } from './support/board.js';

const axeSource = readFileSync(
  createRequire(import.meta.url).resolve('axe-core/axe.min.js'),
  'utf8',
);
const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

describe.skipIf(!canBrowse)('the sign-in pages', () => {
  let fixture: Fixture;
  let entra: EntraClient;
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;
  let client: Server;
  let redirectUri: string;
  const received: string[] = [];
  const wrong: string[] = [];

  beforeAll(async () => {
    [fixture, browser] = await Promise.all([
      startFixture(),
      chromium.launch({
        executablePath: inject('browserPath') ?? '',
        args: ['--no-sandbox', '--disable-gpu', '--no-first-run'],
      }),
    ]);
    entra = entraClient(fixture);
    client = createServer((request, response) => {
      if (request.url?.startsWith('/oauth/callback') !== true) {
        response.writeHead(404).end();
        return;
      }
      let body = '';
      request.on('data', (part) => {
        body += String(part);
      });
      request.on('end', () => {
        received.push(`${request.method ?? ''} ${request.url ?? ''} ${body}`);
        response.end('Back at the client');
      });
    });
    await new Promise<void>((resolve) => {
      client.listen(0, 'localhost', resolve);
    });
    redirectUri = `http://localhost:${(client.address() as AddressInfo).port}/oauth/callback`;
  });
  afterAll(async () => {
    client.close();
    await browser.close();
    await fixture.close();
  });
  afterEach(async () => {
    expect(wrong.splice(0)).toEqual([]);
    await context.close();
  });

  async function open(address: string): Promise<void> {
    context = await browser.newContext({ ignoreHTTPSErrors: true });
    page = await context.newPage();
    page.setDefaultTimeout(10_000);
    page.on('console', (message) => {
      // The browser tells of every answer above 399; those are expected here.
      const isStatus = message.text().startsWith('Failed to load resource');
      if (message.type() === 'error' && !isStatus) wrong.push(message.text());
    });
    page.on('pageerror', (error) => wrong.push(String(error)));
    await page.goto(address);
  }

  const authorizeUrl = (changes: Record<string, string> = {}): string =>
    entra.authorizeUrl({ redirect_uri: redirectUri, ...changes });

  async function type(name: string, password: string): Promise<void> {
    await page.getByLabel(name).check();
    await page.getByLabel('Password').fill(password);
    await page.keyboard.press('Enter');
  }

  async function findings(): Promise<string[]> {
    // Scripts are forbidden to the page, not to who looks at it.
    await page.evaluate(axeSource);
    const { violations } = await page.evaluate(
      (options) =>
        (
          globalThis as unknown as { axe: { run(options: RunOptions): Promise<AxeResults> } }
        ).axe.run(options),
      { runOnly: rules } satisfies RunOptions,
    );
    return violations.flatMap(({ id, nodes }) =>
      nodes.map(({ target, failureSummary }) => `${id}: ${String(target)}: ${failureSummary}`),
    );
  }

  it('lead from a choice of people over a wrong password and a consent back to the client', async () => {
    await open(authorizeUrl());
    await page.getByRole('heading', { name: 'Sign in' }).waitFor();
    expect(await findings()).toEqual([]);
    expect(await page.locator('#help').textContent()).toContain(passwordOfReadme());
    await type('Jonas Lindqvist', 'wrong');
    expect(await page.getByRole('alert').textContent()).toContain('incorrect');
    expect(await page.getByLabel('Jonas Lindqvist').isChecked()).toBe(true);
    expect(await findings()).toEqual([]);
    await type('Jonas Lindqvist', passwordOfReadme());
    await page.getByRole('heading', { name: 'Permissions requested' }).waitFor();
    expect(await findings()).toEqual([]);
    expect(await page.getByText('on behalf of your organisation').count()).toBe(0);
    await page.getByRole('button', { name: 'Accept' }).click();
    await page.getByText('Back at the client').waitFor();
    const code = new URL(page.url()).searchParams.get('code') ?? '';
    const { status } = await entra.redeem(code, { redirect_uri: redirectUri });
    expect(status).toBe(200);
    // The browser is known now: no page at all.
    await page.goto(authorizeUrl());
    await page.getByText('Back at the client').waitFor();
  });

  it('ask for a second factor, let the administrator consent for all, and post the answer', async () => {
    await fixture.control('PATCH', '/people/Maya/sign-in', { body: { mfa: 'enrol' } });
    await open(authorizeUrl({ response_mode: 'form_post', scope: 'openid Group.Read.All' }));
    await type('Maya Okafor', passwordOfReadme());
    await page.getByRole('heading', { name: 'More information required' }).waitFor();
    expect(await findings()).toEqual([]);
    await page.getByRole('button', { name: 'Deny' }).click();
    await page.getByRole('alert').waitFor();
    await page.getByRole('button', { name: 'Set up and go on' }).click();
    await page.getByLabel('Consent on behalf of your organisation').check();
    expect(await findings()).toEqual([]);
    await page.getByRole('button', { name: 'Accept' }).click();
    await page.getByText('Back at the client').waitFor();
    expect(received.at(-1)).toMatch(/^POST \/oauth\/callback code=/);
    expect(new URL(page.url()).search).toBe('');
  });

  it('stop who needs an administrator, and take her back', async () => {
    await open(authorizeUrl({ scope: 'openid User.Read.All' }));
    await type('Lena Fischer', passwordOfReadme());
    await page.getByRole('heading', { name: 'Need admin approval' }).waitFor();
    expect(await findings()).toEqual([]);
    await page.getByRole('button', { name: 'Return to the app' }).click();
    await page.getByText('Back at the client').waitFor();
    expect(new URL(page.url()).searchParams.get('error')).toBe('access_denied');
  });

  it('take a device’s code', async () => {
    const { text } = await entra.send(
      'POST',
      `/${fixture.emulator.tenantId}/oauth2/v2.0/devicecode`,
      { form: { client_id: fixture.emulator.clientId, scope: 'openid User.Read' } },
    );
    const { user_code: userCode, verification_uri: address } = JSON.parse(text) as Record<
      string,
      string
    >;
    await open(address ?? '');
    expect(await findings()).toEqual([]);
    await page.getByLabel('Code').fill('WRONG');
    await page.keyboard.press('Enter');
    await page.getByRole('alert').waitFor();
    await page.getByLabel('Code').fill((userCode ?? '').toLowerCase());
    await page.keyboard.press('Enter');
    await type('Aiko Tanaka', passwordOfReadme());
    await page.getByRole('heading', { name: 'Are you trying to sign in to Tandem?' }).waitFor();
    expect(await findings()).toEqual([]);
    await page.getByRole('button', { name: 'Continue' }).click();
    await page.getByRole('button', { name: 'Accept' }).click();
    await page.getByRole('heading', { name: 'You are signed in' }).waitFor();
    expect(await findings()).toEqual([]);
  });

  it('show what somebody else wrote as text, and run nothing', async () => {
    const name = `<script>document.title='bad'</script>"'><b>App`;
    const { body: app } = await fixture.control('POST', '/apps', {
      body: { displayName: name, redirectUris: [{ uri: 'http://localhost/oauth/callback' }] },
    });
    await open(
      authorizeUrl({ client_id: textOf(app['appId']), login_hint: '"><script>1</script>' }),
    );
    await page.getByText(`to continue to ${name}`).waitFor();
    expect(await page.title()).toContain(name);
    expect(await page.locator('script').count()).toBe(0);
    await page.goto(authorizeUrl({ redirect_uri: `https://evil.example/"><script>1</script>` }));
    await page.getByText('AADSTS50011').waitFor();
    expect(await findings()).toEqual([]);
    expect(await page.locator('script').count()).toBe(0);
    const path = new URL(authorizeUrl());
    const { headers } = await entra.send('GET', `${path.pathname}${path.search}`);
    expect(headers['content-security-policy']).toMatch(
      /^default-src 'none'; style-src 'nonce-[^']+'; base-uri 'none'; frame-ancestors 'none'$/,
    );
    expect(String(headers['set-cookie'])).toMatch(/HttpOnly; Secure; SameSite=Lax$/);
  });

  it('cannot be gone on with in another browser', async () => {
    await open(authorizeUrl());
    const flow = await page.locator('input[name=flow]').getAttribute('value');
    const { status, text } = await entra.send('POST', `/${fixture.emulator.tenantId}/login`, {
      form: {
        flow,
        step: 'signIn',
        person: fixture.personId('Maya'),
        password: passwordOfReadme(),
      },
    });
    expect([status, text.includes('This sign-in is over')]).toEqual([400, true]);
  });
});
