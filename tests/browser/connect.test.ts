import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import type { AxeResults, RunOptions } from 'axe-core';
import {
  chromium,
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  type Page,
} from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, inject, it } from 'vitest';
import { aHost, type PlainHost } from '../integration/oauth/host.js';
import { startOauthStand, type OauthStand } from '../integration/oauth/oauth-stand.js';
import { passwordOfReadme } from '../integration/emulator/sign-in/entra-client.js';
import { canBrowse } from './support/board.js';

const axeSource = readFileSync(
  createRequire(import.meta.url).resolve('axe-core/axe.min.js'),
  'utf8',
);
const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

describe.skipIf(!canBrowse)('connecting in a real browser', () => {
  let stand: OauthStand;
  let browser: Browser;
  let context: BrowserContext | undefined;
  let receiver: Server;
  let redirectUri: string;
  const wrong: string[] = [];

  beforeAll(async () => {
    [stand, browser] = await Promise.all([
      startOauthStand(),
      chromium.launch({
        executablePath: inject('browserPath') ?? '',
        args: ['--no-sandbox', '--disable-gpu', '--no-first-run'],
      }),
    ]);
    receiver = createServer((_request, response) => response.end('Back at the host'));
    await new Promise<void>((resolve) => {
      receiver.listen(0, '127.0.0.1', resolve);
    });
    redirectUri = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/callback`;
  });
  afterAll(async () => {
    receiver.close();
    await browser.close();
    await stand.close();
  });
  afterEach(async () => {
    await context?.close();
    expect(wrong.splice(0)).toEqual([]);
  });

  async function openPage(options: BrowserContextOptions = {}): Promise<Page> {
    context = await browser.newContext({ ignoreHTTPSErrors: true, ...options });
    const page = await context.newPage();
    page.setDefaultTimeout(15_000);
    page.on('console', (message) => {
      // The browser tells of every answer above 399, and asks for an icon that there is none of.
      const isStatus = message.text().startsWith('Failed to load resource');
      if (message.type() === 'error' && !isStatus) wrong.push(message.text());
    });
    page.on('pageerror', (error) => wrong.push(String(error)));
    return page;
  }

  /** What is done on Microsoft's pages, up to the question of ours. */
  async function signIn(page: Page, url: string | URL): Promise<void> {
    await page.goto(String(url));
    await page.getByLabel('Maya Okafor').check();
    await page.getByLabel('Password').fill(passwordOfReadme());
    await page.keyboard.press('Enter');
    const accept = page.getByRole('button', { name: 'Accept', exact: true });
    const question = page.getByRole('heading', { name: /use Tandem\?$/ });
    await accept.or(question).first().waitFor();
    // Microsoft asks once for its own part.
    if (await accept.isVisible()) await accept.click();
    await question.waitFor();
  }

  async function findings(page: Page): Promise<string[]> {
    await page.evaluate(axeSource);
    const { violations } = await page.evaluate(
      (options) =>
        (globalThis as unknown as { axe: { run(given: RunOptions): Promise<AxeResults> } }).axe.run(
          options,
        ),
      { runOnly: rules } satisfies RunOptions,
    );
    return violations.flatMap(({ id, nodes }) =>
      nodes.map(
        ({ target, failureSummary }) => `${id}: ${target.join(' ')}: ${failureSummary ?? ''}`,
      ),
    );
  }

  const host = (): Promise<PlainHost> => aHost(stand, { name: 'Rehearsal host', redirectUri });

  it('goes from the host to Microsoft, to the question and back, without a script of ours', async () => {
    const page = await openPage();
    const plain = await host();
    await signIn(page, plain.authorizeUrl());
    await page.getByRole('heading', { name: /Rehearsal host/ }).waitFor();
    expect(await page.locator('script').count()).toBe(0);
    await page.getByRole('button', { name: 'Allow', exact: true }).click();
    await page.getByText('Back at the host').waitFor();
    const back = new URL(page.url());
    const { status, body } = await plain.redeem(back);
    expect([status, body.scope]).toEqual([200, 'tasks:read tasks:write']);
  });

  it('goes back without a code where the person does not allow it', async () => {
    const page = await openPage();
    await signIn(page, (await host()).authorizeUrl());
    await page.getByRole('button', { name: 'Do not allow' }).click();
    await page.getByText('Back at the host').waitFor();
    expect(new URL(page.url()).searchParams.get('error')).toBe('access_denied');
  });

  it('is all done with the keyboard', async () => {
    const page = await openPage();
    await signIn(page, (await host()).authorizeUrl());
    const box = page.getByRole('checkbox', { name: /Create, change and delete tasks/ });
    await box.focus();
    await page.keyboard.press('Space');
    expect(await box.isChecked()).toBe(false);
    await page.getByRole('button', { name: 'Allow', exact: true }).focus();
    await page.keyboard.press('Enter');
    await page.getByText('Back at the host').waitFor();
  });

  it('shows and ends the hosts of the person at /account', async () => {
    const page = await openPage();
    await signIn(page, (await host()).authorizeUrl());
    await page.getByRole('button', { name: 'Allow', exact: true }).click();
    await page.getByText('Back at the host').waitFor();
    await page.goto(`${stand.origin}/account`);
    const buttons = page.getByRole('button', { name: 'Disconnect Rehearsal host' });
    const count = await buttons.count();
    expect(count).toBeGreaterThan(0);
    await buttons.first().click();
    await page.waitForURL(`${stand.origin}/account`);
    expect(await buttons.count()).toBe(count - 1);
  });

  it('keeps the window of a host that waits for it', async () => {
    const page = await openPage();
    const plain = await host();
    // Microsoft's own pages may cut a window off; here they are behind us.
    await signIn(page, plain.authorizeUrl());
    await page.goto(redirectUri);
    const [popup] = await Promise.all([
      page.waitForEvent('popup'),
      page.evaluate((url) => void window.open(url), plain.authorizeUrl().href),
    ]);
    await popup.getByRole('heading', { name: /Rehearsal host/ }).waitFor();
    expect(await popup.evaluate(() => window.opener !== null)).toBe(true);
  });

  describe.each(['light', 'dark'] as const)('axe-core finds nothing in %s', (colorScheme) => {
    it('in the question, at /account and in a refusal', async () => {
      const page = await openPage({ colorScheme, viewport: { width: 400, height: 800 } });
      await signIn(page, (await host()).authorizeUrl({ scope: 'tasks:read admin' }));
      await page.getByRole('button', { name: 'Do not allow' }).waitFor();
      expect(await findings(page)).toEqual([]);
      const fits = () => document.documentElement.scrollWidth <= window.innerWidth;
      expect(await page.evaluate(fits)).toBe(true);
      await page.getByRole('button', { name: 'Allow', exact: true }).click();
      await page.getByText('Back at the host').waitFor();
      await page.goto(`${stand.origin}/account`);
      await page
        .getByRole('button', { name: /^Disconnect/ })
        .first()
        .waitFor();
      expect(await findings(page)).toEqual([]);
      expect(await page.evaluate(fits)).toBe(true);
      await page.goto(`${stand.origin}/oauth/authorize?client_id=nobody`);
      await page.getByRole('heading', { name: 'Connecting did not work' }).waitFor();
      expect(await findings(page)).toEqual([]);
    });
  });
});
