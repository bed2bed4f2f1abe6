import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { chromium, type Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import type { LoginView } from '../../src/accounts/login/logins.js';
import { toLoginProblem } from '../../src/domain/accounts/login-problem.js';
import { createResponseClass } from '../../src/http/exchange.js';
import { loginPage, nothingPage } from '../../src/http/login-pages.js';
import { sendPage, type Page } from '../../src/http/pages/send-page.js';
import { canBrowse } from './support/board.js';
import { findings } from './support/findings.js';

const login: LoginView = {
  loginId: '01',
  state: 'completed',
  kind: 'tool',
  owner: 'key:planner-bot',
  actor: 'planner-bot',
  account: {
    id: 'oid.tid',
    userName: 'maya.okafor@tandem.example',
    displayName: '<img src=x onerror=alert(1)>',
    person: { oid: 'oid', tid: 'tid' },
  },
  problem: null,
  returnTo: null,
  expiresAt: '2026-01-01T00:00:00.000Z',
};

const pages: Readonly<Record<string, Page>> = {
  done: loginPage(login),
  waiting: loginPage({ ...login, state: 'redeeming', account: null }),
  failed: loginPage({
    ...login,
    state: 'failed',
    account: null,
    problem: toLoginProblem('consent_needed', 'AADSTS65001'),
  }),
  nothing: nothingPage,
};

describe.skipIf(!canBrowse)('the pages of a sign-in', () => {
  let server: Server;
  let browser: Browser;
  let origin: string;

  beforeAll(async () => {
    server = createServer({ ServerResponse: createResponseClass() }, (request, response) => {
      const page = pages[request.url?.slice('/oauth/'.length) ?? ''];
      if (page === undefined) response.writeHead(404).end();
      else sendPage(response, page);
    });
    await new Promise<void>((resolve) => {
      server.listen(0, '127.0.0.1', resolve);
    });
    origin = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
    browser = await chromium.launch({
      executablePath: inject('browserPath') ?? '',
      args: ['--no-sandbox', '--disable-gpu'],
    });
  });
  afterAll(async () => {
    await browser?.close();
    server?.close();
  });

  for (const colorScheme of ['light', 'dark'] as const) {
    for (const name of Object.keys(pages)) {
      it(`axe-core finds nothing (${name}, ${colorScheme})`, async () => {
        // For axe-core alone: the page's own policy lets no script run.
        const context = await browser.newContext({ colorScheme, bypassCSP: true });
        const page = await context.newPage();
        await page.goto(`${origin}/oauth/${name}`);
        expect(await findings(page)).toEqual([]);
        await context.close();
      });
    }
  }

  it('shows names as text, and its own style, under its own policy', async () => {
    const context = await browser.newContext();
    const page = await context.newPage();
    const trouble: string[] = [];
    page.on('console', (message) => trouble.push(message.text()));
    page.on('dialog', (dialog) => trouble.push(dialog.message()));
    await page.goto(`${origin}/oauth/done`);
    expect(await page.locator('dd').first().textContent()).toBe('<img src=x onerror=alert(1)>');
    expect(await page.locator('img').count()).toBe(0);
    expect(await page.locator('main').evaluate((main) => getComputedStyle(main).borderRadius)).toBe(
      '8px',
    );
    expect(trouble.filter((line) => !line.includes('favicon'))).toEqual([]);
    await context.close();
  });
});
