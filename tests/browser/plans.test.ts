import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { canBrowse, card, openBoard, type Board } from './support/board.js';

describe.skipIf(!canBrowse)('The plans of the board', () => {
  let board: Board;
  beforeAll(async () => {
    board = await openBoard();
  });
  afterAll(() => board.close());

  it('are chosen by name, and seen as one of their members', async () => {
    const { page, errors } = await board.visit({ address: '' });
    const choose = async (title: string) => {
      await page.getByRole('button', { name: /^Plan:/ }).click();
      await page.getByRole('menuitemradio', { name: title, exact: true }).click();
    };
    const actingAs = (name: string) =>
      page.getByRole('button', { name: `Acting as ${name}. Choose another person` });
    await card(page, 'Write the press release').waitFor();
    await choose('Marketing');
    await card(page, 'Newsletter for the launch month').waitFor();
    await actingAs('Maya Okafor').waitFor();
    await choose('Engineering roadmap');
    await card(page, 'Sign in with passkeys').waitFor();
    await actingAs('Jonas Lindqvist').waitFor();
    await choose('Office move');
    await card(page, 'Order the internet line').waitFor();
    expect(errors).toEqual([]);
  });

  it('leave room for names and job titles of people', async () => {
    const { page } = await board.visit({ address: '' });
    await page.getByRole('button', { name: /^Acting as/ }).click();
    const item = page.getByRole('menuitemradio', { name: /^Aiko Tanaka/ });
    await item.waitFor();
    const gap = await item.evaluate((element) => {
      const range = document.createRange();
      const name = [...element.childNodes].find(
        (node) => node.nodeType === Node.TEXT_NODE && node.textContent?.includes('Aiko') === true,
      );
      range.selectNodeContents(name ?? element);
      const hint = element.querySelector('.menu-hint');
      return (hint?.getBoundingClientRect().left ?? 0) - range.getBoundingClientRect().right;
    });
    expect(gap).toBeGreaterThan(0);
  });
});
