import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  addTask,
  canBrowse,
  card,
  changeAsApp,
  notice,
  openBoard,
  tasksOf,
  titlesIn,
  type Board,
  text,
} from './support/board.js';

describe.skipIf(!canBrowse)('When an agent and a person meet', () => {
  let board: Board;
  beforeAll(async () => {
    board = await openBoard();
  });
  afterAll(() => board.close());

  async function typeWhileTheAgentWrites() {
    const { page, plan } = await board.visit();
    const { id } = await addTask(board.fixture, plan, { title: 'As it was' });
    await page.getByRole('link', { name: 'As it was' }).click();
    const title = page.getByRole('textbox', { name: 'Title' });
    await title.fill("The person's words");
    await changeAsApp(board.fixture, `/planner/tasks/${text(id)}`, {
      title: "The agent's words",
    });
    await page.getByText(/Tandem just changed this to/).waitFor();
    await title.press('Enter');
    await page.getByText(/Tandem changed this while you were typing/).waitFor();
    const titleInGraph = async () => text((await tasksOf(board.fixture, plan))[0]?.['title']);
    return { page, title, titleInGraph };
  }

  it('keeps what the person typed and shows the other text, without overwriting anything', async () => {
    const { title, titleInGraph } = await typeWhileTheAgentWrites();
    expect(await title.inputValue()).toBe("The person's words");
    expect(await titleInGraph()).toBe("The agent's words");
  });

  it("saves the person's words when they say so", async () => {
    const { page, titleInGraph } = await typeWhileTheAgentWrites();
    await page.getByRole('button', { name: 'Keep mine' }).click();
    await expect.poll(titleInGraph).toBe("The person's words");
    await page.getByRole('button', { name: 'Keep mine' }).waitFor({ state: 'detached' });
  });

  it("takes the agent's words when they say so", async () => {
    const { page, title, titleInGraph } = await typeWhileTheAgentWrites();
    await page.getByRole('button', { name: 'Use theirs' }).click();
    expect(await title.inputValue()).toBe("The agent's words");
    expect(await titleInGraph()).toBe("The agent's words");
  });

  it('does not close a task over a text that is not saved', async () => {
    const { page, title } = await typeWhileTheAgentWrites();
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Close task' }).click();
    expect(await title.inputValue()).toMatch(/words/);
    await page.getByRole('button', { name: 'Use theirs' }).click();
    await page.getByRole('button', { name: 'Close task' }).click();
    await title.waitFor({ state: 'detached' });
  });

  it('lets both edit different fields of one task at the same time', async () => {
    const { page, plan } = await board.visit();
    const { id } = await addTask(board.fixture, plan, { title: 'Shared' });
    await page.getByRole('link', { name: 'Shared' }).click();
    const title = page.getByRole('textbox', { name: 'Title' });
    await title.fill('Shared, renamed');
    await changeAsApp(board.fixture, `/planner/tasks/${text(id)}`, { priority: 1 });
    await page.getByRole('button', { name: 'Priority: Urgent' }).waitFor();
    await title.press('Enter');
    await expect
      .poll(async () => (await tasksOf(board.fixture, plan))[0])
      .toMatchObject({ title: 'Shared, renamed', priority: 1 });
    expect(await page.getByText('while you were typing').count()).toBe(0);
  });

  it('keeps the text with words about it when Graph cannot save it, and saves it on the next try', async () => {
    const { page, plan } = await board.visit();
    await addTask(board.fixture, plan, { title: 'Unlucky' });
    await page.getByRole('link', { name: 'Unlucky' }).click();
    await board.fixture.control('POST', '/faults', {
      body: {
        match: { method: 'PATCH', planId: plan.id },
        effect: { kind: 'status', status: 503 },
        times: 1,
      },
    });
    const title = page.getByRole('textbox', { name: 'Title' });
    await title.fill('Lucky');
    await title.press('Enter');
    await page.getByText('Not saved yet. Your text is kept here.').waitFor();
    await notice(page, 'Planner asks to slow down').waitFor();
    expect(await title.inputValue()).toBe('Lucky');
    await page.getByRole('button', { name: 'Try again' }).click();
    await expect
      .poll(async () => (await tasksOf(board.fixture, plan))[0])
      .toMatchObject({ title: 'Lucky' });
  });

  it('puts a card back and says why when Graph refuses a move', async () => {
    const { page, plan } = await board.visit();
    await addTask(board.fixture, plan, { title: 'Held back' });
    await card(page, 'Held back').waitFor();
    await board.fixture.control('POST', '/faults', {
      body: {
        match: { method: 'PATCH', planId: plan.id },
        effect: { kind: 'status', status: 403 },
        times: 1,
      },
    });
    await card(page, 'Held back').dragTo(page.getByRole('heading', { name: 'Done' }));
    await notice(page, 'may not change this plan').waitFor();
    await expect.poll(() => titlesIn(page, 'To do')).toEqual(['Held back']);
  });

  it('sends a move once more when the task changed at the same moment', async () => {
    const { page, plan } = await board.visit();
    await addTask(board.fixture, plan, { title: 'Contested place' });
    await card(page, 'Contested place').waitFor();
    await board.fixture.control('POST', '/faults', {
      body: {
        match: { method: 'PATCH', planId: plan.id },
        effect: { kind: 'status', status: 409 },
        times: 1,
      },
    });
    await card(page, 'Contested place').dragTo(page.getByRole('heading', { name: 'Done' }));
    await expect
      .poll(async () => (await tasksOf(board.fixture, plan))[0]?.['bucketId'])
      .toBe(plan.bucket('Done'));
  });
});
