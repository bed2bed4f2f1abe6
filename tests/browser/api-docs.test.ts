import { chromium, type Browser, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { startTestServer, type TestServer } from '../integration/http/start-test-server.js';
import { canBrowse } from './support/board.js';

describe.skipIf(!canBrowse)('the page of the API', () => {
  let server: TestServer;
  let browser: Browser;
  let page: Page;
  const strangers: string[] = [];
  const errors: string[] = [];

  beforeAll(async () => {
    server = await startTestServer({ redisUrl: inject('redisUrl') });
    browser = await chromium.launch({
      executablePath: inject('browserPath') ?? '',
      args: ['--no-sandbox', '--disable-gpu'],
    });
    page = await browser.newPage();
    page.on('request', (request) => {
      if (!request.url().startsWith(server.origin) && !request.url().startsWith('data:')) {
        strangers.push(request.url());
      }
    });
    page.on('console', (message) => {
      if (message.type() === 'error') errors.push(message.text());
    });
    await page.goto(`${server.origin}/api/docs`);
    await page.locator('#operations-tag-tasks').click();
    await page.locator('#operations-tasks-task_list').waitFor();
  });
  afterAll(async () => {
    await browser.close();
    await server.close();
  });

  it('shows the operations, breaks no rule of its own and asks nobody else', async () => {
    expect(await page.locator('.opblock-tag').count()).toBeGreaterThan(4);
    expect(await page.locator('#operations-tasks-task_list').innerText()).toContain('List tasks');
    expect(errors).toEqual([]);
    expect(strangers).toEqual([]);
  });

  it('calls an operation from the page', async () => {
    const block = page.locator('#operations-tasks-task_list');
    await block.locator('button.opblock-summary-control').click();
    await block.getByRole('button', { name: 'Try it out' }).click();
    await block.getByRole('button', { name: 'Execute' }).click();
    const live = block.locator('.live-responses-table');
    await live.waitFor();
    expect(await live.innerText()).toContain('"tasks"');
  });
});
