import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { GraphJson } from '../integration/emulator/graph-fixture.js';
import {
  addTask,
  canBrowse,
  card,
  openBoard,
  tasksOf,
  titlesIn,
  type Board,
  type Plan,
  text,
} from './support/board.js';

const choose = async (page: Page, field: string, value: string) => {
  await page.getByRole('button', { name: new RegExp(`^${field}`) }).click();
  await page.getByRole('menuitemradio', { name: value, exact: true }).click();
};

describe.skipIf(!canBrowse)('A person on the board', () => {
  let board: Board;
  beforeAll(async () => {
    board = await openBoard();
  });
  afterAll(() => board.close());

  const task = async (plan: Plan, title: string): Promise<GraphJson> => {
    const found = (await tasksOf(board.fixture, plan)).find(
      (each) => text(each['title']) === title,
    );
    return found ?? {};
  };
  const details = async (id: unknown) =>
    (await board.fixture.app('GET', `/planner/tasks/${text(id)}/details`)).body;
  it('adds a task with a due date and somebody to do it', async () => {
    const { page, plan, errors } = await board.visit();
    await page.getByRole('button', { name: 'Add task to Doing' }).click();
    await page.getByRole('textbox', { name: 'Task name' }).fill('Call the printer');
    await page.getByLabel('Due date').fill('2026-12-01');
    await page.getByRole('button', { name: 'Assign' }).click();
    await page.getByRole('menuitemcheckbox', { name: 'Jonas Lindqvist' }).click();
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Add task', exact: true }).click();
    await card(page, 'Call the printer').waitFor();
    const made = await task(plan, 'Call the printer');
    expect(made).toMatchObject({
      bucketId: plan.bucket('Doing'),
      dueDateTime: '2026-12-01T10:00:00Z',
    });
    expect(Object.keys(made['assignments'] ?? {})).toEqual([board.fixture.personId('Jonas')]);
    expect(made['createdBy']).toMatchObject({ user: { id: board.fixture.personId('Maya') } });
    // The form stays for the next one.
    expect(await page.getByRole('textbox', { name: 'Task name' }).inputValue()).toBe('');
    expect(errors).toEqual([]);
  });

  it('edits every field of a task, and Graph has each of them', async () => {
    const { page, plan, errors } = await board.visit();
    const { id } = await addTask(board.fixture, plan, {
      title: 'Plain task',
      startDateTime: '2026-11-01T10:00:00Z',
    });
    await page.getByRole('link', { name: 'Plain task' }).click();

    await page.getByRole('textbox', { name: 'Title' }).fill('Rich task');
    await page.keyboard.press('Enter');
    await choose(page, 'Bucket:', 'Doing');
    await choose(page, 'Progress:', 'In progress');
    await choose(page, 'Priority:', 'Urgent');
    await page.getByLabel('Start date').fill('2026-12-02');
    await page.getByLabel('Due date').fill('2026-12-24');
    await page.getByRole('button', { name: 'Assign people' }).click();
    await page.getByRole('menuitemcheckbox', { name: 'Maya Okafor' }).click();
    await page.getByRole('menuitemcheckbox', { name: 'Jonas Lindqvist' }).click();
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Add label' }).click();
    await page.getByRole('menuitemcheckbox', { name: 'Dark gray' }).click();
    await page.getByRole('menuitemcheckbox', { name: 'Pink' }).click();
    await page.keyboard.press('Escape');
    await page.getByRole('textbox', { name: 'Notes' }).fill('Two lines\nof notes');
    await page
      .getByRole('textbox', { name: 'Address of a new link' })
      .fill('example.com/a.b?c=1#d');
    await page.getByRole('textbox', { name: 'Name of the new link' }).fill('Example');
    await page.getByRole('textbox', { name: 'Name of the new link' }).press('Enter');
    await page.getByRole('link', { name: 'Example' }).waitFor();

    await expect
      .poll(() => task(plan, 'Rich task'))
      .toMatchObject({
        bucketId: plan.bucket('Doing'),
        percentComplete: 50,
        priority: 1,
        startDateTime: '2026-12-02T10:00:00Z',
        dueDateTime: '2026-12-24T10:00:00Z',
        appliedCategories: { category1: true, category25: true },
      });
    const edited = await task(plan, 'Rich task');
    expect(Object.keys(edited['assignments'] ?? {}).sort()).toEqual(
      [board.fixture.personId('Maya'), board.fixture.personId('Jonas')].sort(),
    );
    // The page shows a link before Graph has it.
    await expect
      .poll(() => details(id))
      .toMatchObject({
        description: 'Two lines\nof notes',
        references: { 'https%3A//example%2Ecom/a%2Eb?c=1%23d': { alias: 'Example' } },
      });
    // Everything can be taken back as well.
    await page.getByLabel('Due date').fill('');
    await page.getByRole('button', { name: 'Unassign Maya Okafor' }).click();
    await page.getByRole('button', { name: 'Remove label Pink' }).click();
    await page.getByRole('button', { name: 'Remove link Example' }).click();
    await expect
      .poll(() => task(plan, 'Rich task'))
      .toMatchObject({ dueDateTime: null, referenceCount: 0 });
    const cleared = await task(plan, 'Rich task');
    expect(Object.keys(cleared['assignments'] ?? {})).toEqual([board.fixture.personId('Jonas')]);
    expect(cleared['appliedCategories']).toEqual({ category25: true });
    expect(errors).toEqual([]);
  });

  it('keeps the next checklist item that is typed while one is being saved', async () => {
    const { page, plan } = await board.visit();
    await addTask(board.fixture, plan, { title: 'Typed fast' });
    await page.getByRole('link', { name: 'Typed fast' }).click();
    await board.fixture.control('POST', '/faults', {
      body: {
        match: { method: 'PATCH', path: '/details$' },
        effect: { kind: 'latency', ms: 1000 },
        times: 1,
      },
    });
    const adding = page.getByRole('textbox', { name: 'New checklist item' });
    await adding.fill('One');
    await adding.press('Enter');
    await adding.fill('Two');
    await page.waitForResponse((response) => response.request().method() === 'PATCH');
    await page.getByRole('checkbox', { name: 'Done: One' }).waitFor();
    expect(await adding.inputValue()).toBe('Two');
  });

  it('adds, checks, renames, reorders and removes checklist items', async () => {
    const { page, plan } = await board.visit();
    const { id } = await addTask(board.fixture, plan, { title: 'With a list' });
    await page.getByRole('link', { name: 'With a list' }).click();
    const adding = page.getByRole('textbox', { name: 'New checklist item' });
    for (const title of ['One', 'Two', 'Three']) {
      await adding.fill(title);
      await adding.press('Enter');
      await page.getByRole('checkbox', { name: `Done: ${title}` }).waitFor();
    }
    const rows = async () =>
      Object.values(((await details(id))['checklist'] ?? {}) as Record<string, GraphJson>)
        .sort((a, b) => (text(a['orderHint']) < text(b['orderHint']) ? -1 : 1))
        .map((row) => `${text(row['title'])}${row['isChecked'] === (true as unknown) ? ' x' : ''}`);
    await expect.poll(rows).toEqual(['One', 'Two', 'Three']);
    await page.getByRole('checkbox', { name: 'Done: Two' }).check();
    await page.getByRole('button', { name: 'Move Three up' }).click();
    await page.getByRole('textbox', { name: 'Checklist item 1' }).fill('First');
    await page.getByRole('textbox', { name: 'Checklist item 1' }).press('Enter');
    await expect.poll(rows).toEqual(['First', 'Three', 'Two x']);
    await page.getByRole('button', { name: 'Remove Three' }).click();
    await expect.poll(rows).toEqual(['First', 'Two x']);
    await page.getByRole('button', { name: 'Close task' }).click();
    await card(page, 'With a list').getByText('1/2').waitFor();
  });

  it('saves what is being typed when the task is closed', async () => {
    const { page, plan } = await board.visit();
    await addTask(board.fixture, plan, { title: 'Half-typed' });
    await page.getByRole('link', { name: 'Half-typed' }).click();
    await page.getByRole('textbox', { name: 'Title' }).fill('Typed to the end');
    await page.getByRole('button', { name: 'Close task' }).click();
    await expect
      .poll(() => task(plan, 'Typed to the end'))
      .toMatchObject({ title: 'Typed to the end' });
  });

  it('drags a card between two others of another bucket', async () => {
    const { page, plan } = await board.visit();
    for (const title of ['Lower', 'Upper']) {
      await addTask(board.fixture, plan, { title, bucket: 'Doing' });
      await card(page, title).waitFor();
    }
    const before = await titlesIn(page, 'Doing');
    await addTask(board.fixture, plan, { title: 'Traveller' });
    await card(page, 'Traveller').waitFor();
    await card(page, 'Traveller').dragTo(card(page, before[1] ?? ''), {
      targetPosition: { x: 60, y: 6 },
    });
    await expect.poll(() => titlesIn(page, 'Doing')).toEqual([before[0], 'Traveller', before[1]]);
    await expect
      .poll(async () => (await task(plan, 'Traveller'))['bucketId'])
      .toBe(plan.bucket('Doing'));
    // The order is Graph's as well, not only the page's.
    await page.reload();
    await card(page, 'Traveller').waitFor();
    expect(await titlesIn(page, 'Doing')).toEqual([before[0], 'Traveller', before[1]]);
  });

  it('completes a task with one click and finds it among the completed ones', async () => {
    const { page, plan } = await board.visit();
    await addTask(board.fixture, plan, { title: 'Nearly there' });
    await page.getByRole('button', { name: 'Mark as completed: Nearly there' }).click();
    await expect.poll(async () => (await task(plan, 'Nearly there'))['percentComplete']).toBe(100);
    await page.getByRole('button', { name: 'Completed tasks 1' }).click();
    await page.getByRole('button', { name: 'Mark as not completed: Nearly there' }).waitFor();
  });

  it('deletes a task only after a yes', async () => {
    const { page, plan } = await board.visit();
    await addTask(board.fixture, plan, { title: 'Doomed' });
    await page.getByRole('link', { name: 'Doomed' }).click();
    await page.getByRole('button', { name: 'Delete task' }).click();
    await page.getByRole('button', { name: 'Cancel' }).click();
    expect(await task(plan, 'Doomed')).toMatchObject({ title: 'Doomed' });
    await page.getByRole('button', { name: 'Delete task' }).click();
    await page.getByRole('button', { name: 'Delete', exact: true }).click();
    await expect.poll(() => tasksOf(board.fixture, plan)).toEqual([]);
    await page.getByRole('textbox', { name: 'Title' }).waitFor({ state: 'detached' });
    expect(await titlesIn(page, 'To do')).toEqual([]);
  });

  it('acts as the person chosen, also after a reload', async () => {
    const { page, plan } = await board.visit();
    await page.getByRole('button', { name: /^Acting as Maya/ }).click();
    await page.getByRole('menuitemradio', { name: /Jonas Lindqvist/ }).click();
    await page.reload();
    await page.getByRole('button', { name: /^Acting as Jonas/ }).waitFor();
    await page.getByRole('button', { name: 'Add task to To do' }).click();
    await page.getByRole('textbox', { name: 'Task name' }).fill('By Jonas');
    await page.keyboard.press('Enter');
    await card(page, 'By Jonas').waitFor();
    expect((await task(plan, 'By Jonas'))['createdBy']).toMatchObject({
      user: { id: board.fixture.personId('Jonas') },
    });
  });

  it('filters by title, label, person and priority', async () => {
    const { page, plan } = await board.visit();
    await addTask(board.fixture, plan, {
      title: 'Red herring',
      appliedCategories: { category2: true },
    });
    await addTask(board.fixture, plan, { title: 'Urgent matter', priority: 1 });
    await card(page, 'Urgent matter').waitFor();
    const filter = page.getByRole('textbox', { name: 'Filter tasks' });
    await filter.fill('urg');
    await expect.poll(() => titlesIn(page, 'To do')).toEqual(['Urgent matter']);
    await page.getByText('1 of 2').waitFor();
    await filter.fill('red');
    await expect.poll(() => titlesIn(page, 'To do')).toEqual(['Red herring']);
    await filter.press('Escape');
    await expect.poll(async () => (await titlesIn(page, 'To do')).length).toBe(2);
  });

  it('adds a bucket and switches to another plan', async () => {
    const { page } = await board.visit();
    await page.getByRole('button', { name: 'Add bucket' }).click();
    await page.getByRole('textbox', { name: 'Bucket name' }).fill('Later');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Later' }).waitFor();
    await page.getByRole('button', { name: /^Plan: Trial plan/ }).click();
    await page.getByRole('menuitemradio', { name: 'Product launch' }).click();
    await page.getByRole('heading', { name: 'In review' }).waitFor();
    expect(new URL(page.url()).searchParams.get('plan')).toBe(board.fixture.emulator.defaultPlanId);
  });
});
