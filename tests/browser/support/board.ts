import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright-core';
import { inject } from 'vitest';
import {
  startFixture,
  type Fixture,
  type GraphJson,
} from '../../integration/emulator/graph-fixture.js';

/** Without one these tests are skipped, except where `CI=true` wants all of them. */
export const canBrowse = inject('browserPath') !== null || process.env['CI'] === 'true';

const launchArgs = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export interface Board {
  readonly fixture: Fixture;
  /** A new visitor with a memory of their own, on a plan of their own unless one is named. The one before leaves. */
  visit(visit?: Visit): Promise<Visitor>;
  close(): Promise<void>;
}

export interface Visit {
  readonly plan?: Plan;
  /** What is added to the page's address instead of `?plan=…`. */
  readonly address?: string;
  readonly options?: BrowserContextOptions;
  /** Where the page comes from instead of the emulator itself. */
  readonly origin?: string;
}

export interface Visitor {
  readonly page: Page;
  readonly plan: Plan;
  /** What the page has reported as errors so far. */
  readonly errors: readonly string[];
}

export interface Plan {
  readonly id: string;
  readonly bucket: (name: string) => string;
}

/** A browser and an emulator of the test file's own. The built page comes from the run's global setup. */
export async function openBoard(): Promise<Board> {
  const executablePath = inject('browserPath');
  if (executablePath === null) throw new Error('No Chromium, Chrome or Edge was found');
  const [fixture, browser] = await Promise.all([
    startFixture(),
    chromium.launch({ executablePath, args: launchArgs }),
  ]);
  return {
    fixture,
    async visit(visit = {}) {
      await Promise.all(browser.contexts().map((context) => context.close()));
      return await startVisit(browser, fixture, visit);
    },
    async close() {
      await browser.close();
      await fixture.close();
    },
  };
}

async function startVisit(browser: Browser, fixture: Fixture, visit: Visit): Promise<Visitor> {
  const plan = visit.plan ?? (await makePlan(fixture));
  const context = await browser.newContext({
    viewport: { width: 1440, height: 900 },
    colorScheme: 'light',
    ...visit.options,
  });
  const page = await context.newPage();
  page.setDefaultTimeout(10_000);
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  await page.goto(
    `${visit.origin ?? fixture.emulator.boardUrl}/${visit.address ?? `?plan=${plan.id}`}`,
  );
  await page.locator('[data-connection="live"]').waitFor();
  await page.locator('main[aria-busy="false"]').waitFor();
  return { page, plan, errors };
}

export async function makePlan(fixture: Fixture): Promise<Plan> {
  const { body } = await fixture.control('POST', '/plans', {
    body: { title: 'Trial plan', buckets: ['To do', 'Doing', 'Done'] },
  });
  const buckets = body['buckets'] as unknown as { id: string; name: string }[];
  return {
    id: text(body['id']),
    bucket(name) {
      const found = buckets.find((bucket) => bucket.name === name);
      if (found === undefined) throw new Error(`No bucket ${name}`);
      return found.id;
    },
  };
}

/** A task that the agents' app makes through Graph, as the product does. */
export async function addTask(
  fixture: Fixture,
  plan: Plan,
  fields: { readonly title: string; readonly bucket?: string; readonly [name: string]: unknown },
): Promise<GraphJson> {
  const { bucket = 'To do', ...rest } = fields;
  const { status, body } = await fixture.app('POST', '/planner/tasks', {
    body: { planId: plan.id, bucketId: plan.bucket(bucket), ...rest },
  });
  if (status !== 201) throw new Error(`The task was not made: ${JSON.stringify(body)}`);
  return body;
}

/** A change by the agents' app, with the newest etag. */
export async function changeAsApp(
  fixture: Fixture,
  path: string,
  change: Readonly<Record<string, unknown>>,
): Promise<void> {
  const etag = await newestEtag(fixture, path);
  const { status, body } = await fixture.app('PATCH', path, {
    headers: { 'If-Match': etag },
    body: change,
  });
  if (status >= 300) throw new Error(`The change was refused: ${JSON.stringify(body)}`);
}

/** A text of Graph's JSON; throws when there is none, so that a test cannot pass on `undefined`. */
export function text(value: unknown): string {
  if (typeof value !== 'string') throw new Error(`No text: ${JSON.stringify(value)}`);
  return value;
}

export async function newestEtag(fixture: Fixture, path: string): Promise<string> {
  return text((await fixture.app('GET', path)).body['@odata.etag']);
}

/** The plan's tasks as Graph has them now. */
export async function tasksOf(fixture: Fixture, plan: Plan): Promise<readonly GraphJson[]> {
  const { body } = await fixture.app('GET', `/planner/plans/${plan.id}/tasks`);
  return body['value'] as unknown as GraphJson[];
}

/** A card by its title. */
export function card(page: Page, title: string) {
  return page.locator('.card', { has: page.getByRole('link', { name: title, exact: true }) });
}

/** A message at the foot of the page. */
export function notice(page: Page, words: string) {
  return page.locator('.notice', { hasText: words });
}

/** What the page has said to screen readers lately. */
export async function said(page: Page): Promise<string> {
  return (await page.locator('[data-announcer]').last().textContent()) ?? '';
}

/** Titles of the open cards of a column, top to bottom. */
export async function titlesIn(page: Page, bucket: string): Promise<string[]> {
  return await page
    .getByRole('list', { name: `Tasks in ${bucket}`, exact: true })
    .locator('.card-title')
    .allTextContents()
    .then((titles) => titles.map((title) => title.trim()));
}
