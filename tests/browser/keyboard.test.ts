import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  addTask,
  canBrowse,
  card,
  openBoard,
  said,
  tasksOf,
  titlesIn,
  type Board,
  text,
} from './support/board.js';

/** What has the focus, by its accessible name or its text. */
const focused = (page: Page) =>
  page.evaluate(() => {
    let element = document.activeElement;
    while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
    return (element?.getAttribute('aria-label') ?? element?.textContent ?? '').trim();
  });
const tabTo = async (page: Page, name: string) => {
  for (let presses = 0; presses < 60; presses += 1) {
    if ((await focused(page)) === name) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab never reaches ${name}; the focus is on ${await focused(page)}`);
};

describe.skipIf(!canBrowse)('Without a mouse', () => {
  let board: Board;
  beforeAll(async () => {
    board = await openBoard();
  });
  afterAll(() => board.close());

  it('adds a task and comes back to the button with Escape', async () => {
    const { page } = await board.visit();
    await tabTo(page, 'Add task to Doing');
    await page.keyboard.press('Enter');
    await page.keyboard.type('By keyboard');
    await page.keyboard.press('Enter');
    await card(page, 'By keyboard').waitFor();
    await expect.poll(() => focused(page)).toBe('Task name');
    await page.keyboard.press('Escape');
    await expect.poll(() => focused(page)).toBe('Add task to Doing');
  });

  it('walks over the cards with the arrow keys, one stop of Tab per column', async () => {
    const { page, plan } = await board.visit();
    await addTask(board.fixture, plan, { title: 'A2' });
    await addTask(board.fixture, plan, { title: 'A1' });
    await addTask(board.fixture, plan, { title: 'C1', bucket: 'Done' });
    await card(page, 'C1').waitFor();
    const [top = '', below = ''] = await titlesIn(page, 'To do');
    await tabTo(page, top);
    await page.keyboard.press('ArrowDown');
    expect(await focused(page)).toBe(below);
    // The empty column between is passed over.
    await page.keyboard.press('ArrowRight');
    expect(await focused(page)).toBe('C1');
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('ArrowUp');
    expect(await focused(page)).toBe(top);
    await tabTo(page, 'Add task to Doing');
    await tabTo(page, 'C1');
  });

  it('takes a card along with Alt and the arrow keys, keeps the focus on it and says where it is', async () => {
    const { page, plan } = await board.visit();
    await addTask(board.fixture, plan, { title: 'Stays' });
    await addTask(board.fixture, plan, { title: 'Moves' });
    await addTask(board.fixture, plan, { title: 'There', bucket: 'Doing' });
    await card(page, 'There').waitFor();
    await tabTo(page, (await titlesIn(page, 'To do'))[0] ?? '');
    if ((await focused(page)) !== 'Moves') await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Alt+ArrowRight');
    await expect.poll(() => titlesIn(page, 'Doing')).toContain('Moves');
    await expect.poll(() => focused(page)).toBe('Moves');
    await expect.poll(() => said(page)).toMatch(/Moved to Doing, position \d of 2\./);
    const before = await titlesIn(page, 'Doing');
    await page.keyboard.press(before[0] === 'Moves' ? 'Alt+ArrowDown' : 'Alt+ArrowUp');
    await expect.poll(() => titlesIn(page, 'Doing')).toEqual(before.toReversed());
    await expect
      .poll(async () =>
        (await tasksOf(board.fixture, plan))
          .filter((task) => text(task['title']) === 'Moves')
          .map((task) => task['bucketId']),
      )
      .toEqual([plan.bucket('Doing')]);
  });

  it("moves a card with its menu's “Move to”", async () => {
    const { page, plan } = await board.visit();
    await addTask(board.fixture, plan, { title: 'By menu' });
    await card(page, 'By menu').waitFor();
    await tabTo(page, 'By menu');
    await page.keyboard.press('Shift+F10');
    await page.getByRole('menuitemradio', { name: 'Done' }).focus();
    await page.keyboard.press('Enter');
    await expect.poll(() => titlesIn(page, 'Done')).toEqual(['By menu']);
    await expect.poll(() => focused(page)).toBe('By menu');
  });

  it('walks through a menu with arrows, and Escape closes the menu alone', async () => {
    const { page, plan } = await board.visit();
    await addTask(board.fixture, plan, { title: 'With a menu' });
    await card(page, 'With a menu').waitFor();
    await tabTo(page, 'With a menu');
    await page.keyboard.press('Enter');
    await page.getByRole('textbox', { name: 'Title' }).waitFor();
    await tabTo(page, 'Priority: Medium');
    await page.keyboard.press('ArrowDown');
    await expect.poll(() => focused(page)).toBe('Medium');
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Priority: Important' }).waitFor();
    expect(await focused(page)).toBe('Priority: Important');
    await page.keyboard.press('Enter');
    await expect.poll(() => focused(page)).toBe('Important');
    await page.keyboard.press('Escape');
    await expect.poll(() => focused(page)).toBe('Priority: Important');
    expect(await page.getByRole('textbox', { name: 'Title' }).count()).toBe(1);
  });

  it('opens, edits and closes a task, and the focus returns to its card', async () => {
    const { page, plan } = await board.visit();
    await addTask(board.fixture, plan, { title: 'To be renamed' });
    await card(page, 'To be renamed').waitFor();
    await tabTo(page, 'To be renamed');
    await page.keyboard.press('Enter');
    await tabTo(page, 'Title');
    await page.keyboard.press('Control+A');
    await page.keyboard.type('Renamed');
    await page.keyboard.press('Enter');
    await tabTo(page, 'New checklist item');
    await page.keyboard.type('A step');
    await page.keyboard.press('Enter');
    await page.getByRole('checkbox', { name: 'Done: A step' }).waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('textbox', { name: 'Title' }).waitFor({ state: 'detached' });
    await expect.poll(() => focused(page)).toBe('Renamed');
  });

  it('deletes a task and leaves the focus in its column', async () => {
    const { page, plan } = await board.visit();
    await addTask(board.fixture, plan, { title: 'To be deleted' });
    await card(page, 'To be deleted').waitFor();
    await tabTo(page, 'To be deleted');
    await page.keyboard.press('Shift+F10');
    await page.getByRole('menuitem', { name: 'Delete task…' }).focus();
    await page.keyboard.press('Enter');
    await expect.poll(() => focused(page)).toBe('Cancel');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await expect.poll(() => titlesIn(page, 'To do')).toEqual([]);
    await expect.poll(() => focused(page)).toBe('Add task to To do');
  });

  it('shows where the focus is on everything that Tab reaches', async () => {
    const { page, plan } = await board.visit();
    await addTask(board.fixture, plan, { title: 'Seen' });
    await card(page, 'Seen').waitFor();
    for (let presses = 0; presses < 25; presses += 1) {
      await page.keyboard.press('Tab');
      const unseen = await page.evaluate(() => {
        let element = document.activeElement;
        while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
        if (element === null || element === document.body) return '';
        const candidates = [
          getComputedStyle(element),
          getComputedStyle(element, '::after'),
          getComputedStyle(element.parentElement ?? element),
          getComputedStyle(element.parentElement ?? element, '::after'),
        ];
        const isSeen = candidates.some(
          ({ outlineStyle, boxShadow, borderBottomWidth, scale }) =>
            outlineStyle !== 'none' ||
            boxShadow !== 'none' ||
            (borderBottomWidth === '2px' && scale !== '0'),
        );
        return isSeen ? '' : element.outerHTML;
      });
      expect(unseen).toBe('');
    }
  });
});
