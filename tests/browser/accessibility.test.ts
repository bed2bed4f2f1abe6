import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  addTask,
  canBrowse,
  card,
  changeAsApp,
  notice,
  openBoard,
  text,
  type Board,
} from './support/board.js';
import { findings } from './support/findings.js';

describe.skipIf(!canBrowse)('axe-core finds nothing', () => {
  let board: Board;
  beforeAll(async () => {
    board = await openBoard();
  });
  afterAll(() => board.close());

  /** A board with everything a card can show, all 25 labels included. */
  async function richBoard(options: { colorScheme: 'light' | 'dark'; width?: number }) {
    const { colorScheme, width = 1440 } = options;
    const { page, plan } = await board.visit({
      options: { colorScheme, viewport: { width, height: 900 }, reducedMotion: 'reduce' },
    });
    const labels = Object.fromEntries(
      Array.from({ length: 25 }, (_, index) => [`category${index + 1}`, true]),
    );
    const assignments = Object.fromEntries(
      ['Maya', 'Jonas'].map((name) => [
        board.fixture.personId(name),
        { '@odata.type': '#microsoft.graph.plannerAssignment', orderHint: ' !' },
      ]),
    );
    const { id } = await addTask(board.fixture, plan, {
      title: 'Rich task',
      priority: 1,
      percentComplete: 50,
      dueDateTime: '2020-01-31T10:00:00Z',
      appliedCategories: labels,
      assignments,
    });
    await addTask(board.fixture, plan, { title: 'Low', priority: 9, bucket: 'Doing' });
    await addTask(board.fixture, plan, { title: 'Done', percentComplete: 100, bucket: 'Done' });
    await changeAsApp(board.fixture, `/planner/tasks/${text(id)}/details`, {
      description: 'Some notes',
      checklist: {
        'a1b2c3d4-0000-4000-8000-000000000001': {
          '@odata.type': '#microsoft.graph.plannerChecklistItem',
          title: 'One',
          isChecked: true,
        },
      },
      references: {
        'https%3A//example%2Ecom': {
          '@odata.type': '#microsoft.graph.plannerExternalReference',
          alias: 'Example',
          type: 'Other',
        },
      },
    });
    await card(page, 'Rich task').getByText('1/1').waitFor();
    return { page, plan };
  }

  describe.each(['light', 'dark'] as const)('in %s', (colorScheme) => {
    it('on the board, with cards lit up and completed ones shown', async () => {
      const { page } = await richBoard({ colorScheme });
      await page.getByRole('button', { name: 'Completed tasks 1' }).click();
      expect(await page.locator('.card.lit').count()).toBeGreaterThan(0);
      expect(await findings(page)).toEqual([]);
    });

    it('in the open task', async () => {
      const { page } = await richBoard({ colorScheme });
      await page.getByRole('link', { name: 'Rich task' }).click();
      await page.getByRole('textbox', { name: 'Notes' }).waitFor();
      await page.getByRole('dialog', { name: 'Task Rich task' }).waitFor();
      expect(await findings(page)).toEqual([]);
    });

    it('in menus, forms, messages and the question before deleting', async () => {
      const { page } = await richBoard({ colorScheme });
      await page.getByRole('button', { name: 'Add task to To do' }).click();
      await page.getByRole('textbox', { name: 'Task name' }).fill('One more');
      await page.keyboard.press('Enter');
      await notice(page, 'Added “One more” to To do').waitFor();
      await page.getByRole('button', { name: 'More options for Low' }).click();
      await page.getByRole('menuitem', { name: /^Open/ }).waitFor();
      expect(await findings(page)).toEqual([]);
      await page.getByRole('menuitem', { name: 'Delete task…' }).click();
      await page.getByRole('button', { name: 'Cancel' }).waitFor();
      expect(await findings(page)).toEqual([]);
    });
  });

  it('on a telephone', async () => {
    const { page } = await richBoard({ colorScheme: 'light', width: 390 });
    expect(await findings(page)).toEqual([]);
    await page.getByRole('button', { name: 'Who did what' }).click();
    await page.getByRole('heading', { name: 'Who did what' }).waitFor();
    expect(await findings(page)).toEqual([]);
  });

  it('while a conflict is asked about', async () => {
    const { page, plan } = await board.visit();
    const { id } = await addTask(board.fixture, plan, { title: 'As it was' });
    await page.getByRole('link', { name: 'As it was' }).click();
    await page.getByRole('textbox', { name: 'Title' }).fill('Mine');
    await changeAsApp(board.fixture, `/planner/tasks/${text(id)}`, { title: 'Theirs' });
    await page.getByText('just changed this').waitFor();
    await page.getByRole('textbox', { name: 'Title' }).press('Enter');
    await page.getByRole('button', { name: 'Keep mine' }).waitFor();
    expect(await findings(page)).toEqual([]);
  });

  it('and the page moves nothing for those who asked their system not to', async () => {
    const { page } = await richBoard({ colorScheme: 'light' });
    const moving = await page.evaluate(
      () => document.getAnimations().filter(({ playState }) => playState === 'running').length,
    );
    expect(moving).toBe(0);
  });

  it('and the switch for light and dark overrules the system and is remembered', async () => {
    const { page } = await board.visit({ options: { colorScheme: 'light' } });
    await page.getByRole('button', { name: 'Light or dark' }).click();
    await page.getByRole('menuitemradio', { name: 'Dark' }).click();
    const theme = () => page.evaluate(() => document.documentElement.dataset['theme']);
    expect(await theme()).toBe('dark');
    await page.reload();
    await page.getByRole('heading', { name: 'To do' }).waitFor();
    expect(await theme()).toBe('dark');
  });
});
