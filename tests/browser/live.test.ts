import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  addTask,
  canBrowse,
  card,
  changeAsApp,
  makePlan,
  newestEtag,
  notice,
  openBoard,
  said,
  titlesIn,
  type Board,
  text,
} from './support/board.js';
import { startCuttableProxy } from './support/cuttable-proxy.js';

describe.skipIf(!canBrowse)('The board lives', () => {
  let board: Board;
  beforeAll(async () => {
    board = await openBoard();
  });
  afterAll(() => board.close());

  it("shows an agent's new task at once, lit up and signed by the app", async () => {
    const { page, plan, errors } = await board.visit();
    await addTask(board.fixture, plan, { title: 'Draft the offer' });
    const added = card(page, 'Draft the offer');
    await added.waitFor();
    expect(await added.getAttribute('class')).toMatch(/lit app/);
    await added.getByText('Tandem · just now').waitFor();
    await expect.poll(() => said(page)).toContain('Tandem added Draft the offer');
    // The light is short.
    await expect.poll(() => added.getAttribute('class'), { timeout: 8_000 }).not.toContain('lit');
    expect(errors).toEqual([]);
  });

  it("follows an agent's changes of title, bucket, progress and checklist without a reload", async () => {
    const { page, plan } = await board.visit();
    const { id } = await addTask(board.fixture, plan, { title: 'First title' });
    await card(page, 'First title').waitFor();
    const path = `/planner/tasks/${text(id)}`;
    await changeAsApp(board.fixture, path, {
      title: 'Second title',
      bucketId: plan.bucket('Doing'),
      percentComplete: 50,
      dueDateTime: '2020-01-31T10:00:00Z',
    });
    await changeAsApp(board.fixture, `${path}/details`, {
      checklist: {
        'a1b2c3d4-0000-4000-8000-000000000001': {
          '@odata.type': '#microsoft.graph.plannerChecklistItem',
          title: 'One',
          isChecked: true,
        },
      },
    });
    const moved = card(page, 'Second title');
    await moved.getByText('1/1').waitFor();
    await moved.getByText('Jan 31, 2020').waitFor();
    await moved.locator('.overdue').waitFor();
    expect(await titlesIn(page, 'Doing')).toEqual(['Second title']);
    expect(await titlesIn(page, 'To do')).toEqual([]);
  });

  it('takes a card away when an agent deletes its task, and says so in the open task', async () => {
    const { page, plan } = await board.visit();
    const { id } = await addTask(board.fixture, plan, { title: 'Short-lived' });
    await page.getByRole('link', { name: 'Short-lived' }).click();
    await page.getByRole('textbox', { name: 'Title' }).waitFor();
    const path = `/planner/tasks/${text(id)}`;
    const etag = await newestEtag(board.fixture, path);
    await board.fixture.app('DELETE', path, { headers: { 'If-Match': etag } });
    await page.getByText('Tandem has deleted this task').waitFor();
    await page.getByRole('button', { name: 'Close task' }).click();
    expect(await titlesIn(page, 'To do')).toEqual([]);
  });

  it('tells in one list what apps and what people did', async () => {
    const { page, plan } = await board.visit();
    await addTask(board.fixture, plan, { title: 'From the agent' });
    await board.fixture.as('Jonas')('POST', '/planner/tasks', {
      body: { planId: plan.id, bucketId: plan.bucket('Doing'), title: 'From Jonas' },
    });
    const entries = page.locator('.activity-entry');
    await expect.poll(() => entries.count()).toBe(2);
    expect(await entries.nth(1).textContent()).toMatch(/Tandem\s*App\s*added\s*From the agent/);
    expect(await entries.nth(0).textContent()).toMatch(/Jonas Lindqvist\s*added\s*From Jonas/);
    expect(await entries.nth(1).locator('.avatar.app').count()).toBe(1);
    expect(await entries.nth(0).locator('.avatar.app').count()).toBe(0);
    await page.getByRole('button', { name: 'Agents' }).click();
    await expect.poll(() => entries.count()).toBe(1);
    expect(await entries.first().textContent()).toContain('From the agent');
  });

  it('keeps up with a burst of 60 tasks by reading the list, not each task', async () => {
    const { page, plan } = await board.visit();
    await board.fixture.control('DELETE', '/requests');
    for (const batch of [0, 1, 2]) {
      const requests = Array.from({ length: 20 }, (_, index) => ({
        id: String(index),
        method: 'POST',
        url: '/planner/tasks',
        headers: { 'Content-Type': 'application/json' },
        body: {
          planId: plan.id,
          bucketId: plan.bucket('To do'),
          title: `Task ${batch * 20 + index}`,
        },
      }));
      await board.fixture.app('POST', '/$batch', { body: { requests } });
    }
    await expect.poll(async () => (await titlesIn(page, 'To do')).length).toBe(60);
    const { body } = await board.fixture.control('GET', '/requests');
    const requests = body['requests'] as unknown as { method: string; path: string }[];
    expect(requests.filter(({ method }) => method === 'GET').length).toBeLessThan(30);
  });

  it('says when the connection is lost, and catches up with what it missed afterwards', async () => {
    const proxy = await startCuttableProxy(board.fixture.emulator.boardUrl);
    const { page, plan } = await board.visit({ origin: proxy.origin });
    await proxy.cut();
    await page.getByText('Connection lost. Trying again…').waitFor();
    await addTask(board.fixture, plan, { title: 'Made meanwhile' });
    await proxy.restore();
    await card(page, 'Made meanwhile').waitFor();
    await notice(page, 'Connected again. The board is up to date.').waitFor();
    await page.close();
    await proxy.close();
  });

  it.each([
    ['?task=…', (planId: string, taskId: string) => `?plan=${planId}&task=${taskId}`],
    ['?task=… alone', (_planId: string, taskId: string) => `?task=${taskId}`],
    ['#/plans/…/tasks/…', (planId: string, taskId: string) => `#/plans/${planId}/tasks/${taskId}`],
  ])('opens plan and task of the address %s', async (_name, toAddress) => {
    const plan = await makePlan(board.fixture);
    const { id } = await addTask(board.fixture, plan, { title: 'Linked from elsewhere' });
    const { page } = await board.visit({ plan, address: toAddress(plan.id, text(id)) });
    const title = page.getByRole('textbox', { name: 'Title' });
    await title.waitFor();
    expect(await title.inputValue()).toBe('Linked from elsewhere');
    await page.getByRole('button', { name: 'Plan: Trial plan' }).waitFor({ state: 'attached' });
  });

  it('says so when the address names a plan that is not there', async () => {
    const { page } = await board.visit({ address: '?plan=AAAAAAAAAAAAAAAAAAAAAAAAAAAA' });
    await page.getByRole('heading', { name: 'This plan cannot be shown' }).waitFor();
    await page.getByRole('button', { name: /^Plan:/ }).click();
    await page.getByRole('menuitemradio', { name: 'Product launch' }).click();
    await page.getByRole('heading', { name: 'In review' }).waitFor();
  });

  it('opens a task when only the part after the hash changes, and closes it with the back button', async () => {
    const { page, plan } = await board.visit();
    const { id } = await addTask(board.fixture, plan, { title: 'By hash' });
    await card(page, 'By hash').waitFor();
    await page.evaluate(
      (hash) => {
        location.hash = hash;
      },
      `#/plans/${plan.id}/tasks/${text(id)}`,
    );
    await page.getByRole('textbox', { name: 'Title' }).waitFor();
    await page.goBack();
    await page.getByRole('textbox', { name: 'Title' }).waitFor({ state: 'detached' });
  });
});
