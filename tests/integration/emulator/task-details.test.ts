import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  etagOf,
  makePlan,
  makeTask,
  patch,
  startFixture,
  type Fixture,
  type GraphJson,
  type Reply,
  text,
} from './graph-fixture.js';

const item = (fields: object): object => ({
  '@odata.type': 'microsoft.graph.plannerChecklistItem',
  ...fields,
});
const reference = (fields: object): object => ({
  '@odata.type': '#microsoft.graph.plannerExternalReference',
  ...fields,
});
const DECK = 'https%3A//contoso%2Esharepoint%2Ecom/a/b%2Epptx';

let fixture: Fixture;
let planId: string;
let task: GraphJson;
let path: string;

beforeAll(async () => {
  fixture = await startFixture();
  planId = (await makePlan(fixture)).id;
});
beforeEach(async () => {
  task = await makeTask(fixture, planId);
  path = `/planner/tasks/${text(task['id'])}`;
});
afterAll(() => fixture.close());

async function change(body: object): Promise<Reply> {
  const details = await fixture.app('GET', `${path}/details`);
  return await patch(fixture.app, `${path}/details`, etagOf(details.body), body);
}

const taskEtag = async (): Promise<string> => etagOf((await fixture.app('GET', path)).body);

describe('task details', () => {
  it('show themselves on the task: description, counts and preview', async () => {
    const [first, second] = [randomUUID(), randomUUID()];
    const { status, body } = await change({
      description: 'What to say',
      previewType: 'checklist',
      checklist: {
        [first]: item({ title: 'Number', isChecked: true }),
        [second]: item({ title: 'Price' }),
      },
      references: { [DECK]: reference({ alias: 'Deck', type: 'PowerPoint' }) },
    });
    expect(status).toBe(200);
    expect(body['checklist']?.[second]).toMatchObject({
      '@odata.type': '#microsoft.graph.plannerChecklistItem',
      title: 'Price',
      isChecked: false,
      lastModifiedBy: { application: { id: fixture.emulator.clientId } },
    });
    const after = await fixture.app('GET', path);
    expect(after.body).toMatchObject({
      hasDescription: true,
      previewType: 'checklist',
      checklistItemCount: 2,
      activeChecklistItemCount: 1,
      referenceCount: 1,
    });
    expect(etagOf(after.body)).not.toBe(etagOf(task));
  });

  it('keep the rest of a row when one of its properties changes, and drop it for null', async () => {
    const id = randomUUID();
    await change({ checklist: { [id]: item({ title: 'Number' }) } });
    const ticked = await change({ checklist: { [id]: item({ isChecked: true }) } });
    expect(ticked.body['checklist']?.[id]).toMatchObject({ title: 'Number', isChecked: true });
    const dropped = await change({ checklist: { [id]: null } });
    expect(dropped.body['checklist']).toEqual({});
  });

  it('leave the task etag alone when no derived property changes, unless the setting says so', async () => {
    const id = randomUUID();
    await change({ checklist: { [id]: item({ title: 'Number' }) } });
    const before = await taskEtag();
    await change({ checklist: { [id]: item({ title: 'Phone number' }) } });
    expect(await taskEtag()).toBe(before);
    await fixture.control('PUT', '/settings', { body: { checklistEditMovesTaskEtag: true } });
    await change({ checklist: { [id]: item({ title: 'Mobile number' }) } });
    await fixture.control('PUT', '/settings', { body: { checklistEditMovesTaskEtag: false } });
    expect(await taskEtag()).not.toBe(before);
  });

  it('make an older task etag useless for a deletion', async () => {
    await change({ description: 'Something' });
    const reply = await fixture.app('DELETE', path, { headers: { 'If-Match': etagOf(task) } });
    expect(reply.status).toBe(409);
  });

  it('conflict by row', async () => {
    const [first, second] = [randomUUID(), randomUUID()];
    const { body } = await change({
      checklist: { [first]: item({ title: 'A' }), [second]: item({ title: 'B' }) },
    });
    await change({ checklist: { [first]: item({ title: 'A2' }) } });
    const stale = etagOf(body);
    const other = { checklist: { [second]: item({ title: 'B2' }) } };
    expect((await patch(fixture.app, `${path}/details`, stale, other)).status).toBe(200);
    const same = { checklist: { [first]: item({ title: 'A3' }) } };
    expect((await patch(fixture.app, `${path}/details`, stale, same)).status).toBe(409);
  });

  it.each([
    ['a row without type', { checklist: { [randomUUID()]: { title: 'x' } } }],
    ['a row without title', { checklist: { [randomUUID()]: item({ isChecked: true }) } }],
    ['an empty row', { checklist: { [randomUUID()]: item({}) } }],
    ['a row whose key is no GUID', { checklist: { first: item({ title: 'x' }) } }],
    ['a row with an unknown property', { checklist: { [randomUUID()]: item({ name: 'x' }) } }],
    [
      'a row with a read-only property',
      { checklist: { [randomUUID()]: item({ title: 'x', lastModifiedDateTime: null }) } },
    ],
    [
      'an address that is not encoded',
      { references: { 'https://a.example/b': reference({ alias: 'x' }) } },
    ],
    ['an address with a lone %', { references: { 'https%3A//a%20b': reference({ alias: 'x' }) } }],
    ['an address that is relative', { references: { 'a/b%2Epptx': reference({ alias: 'x' }) } }],
    ['another scheme', { references: { 'ftp%3A//a%2Eexample/b': reference({ alias: 'x' }) } }],
    ['an unknown kind of reference', { references: { [DECK]: reference({ type: 'Video' }) } }],
    ['an unknown preview', { previewType: 'thumbnail' }],
    ['a property of the task', { title: 'x' }],
    ['a number as description', { description: 7 }],
  ])('refuse %s with 400', async (_what, body) => {
    expect((await change(body)).status).toBe(400);
  });

  it('hold the numbered rows that the web client made, and let others change them', async () => {
    const seeded = await fixture.app(
      'GET',
      `/planner/plans/${fixture.emulator.defaultPlanId}/tasks`,
    );
    const rows = Object.values(seeded.body['value'] ?? {});
    const withRows = rows.find((row) => Number(row['checklistItemCount']) > 0);
    path = `/planner/tasks/${text(withRows?.['id'])}`;
    const details = await fixture.app('GET', `${path}/details`);
    const id = Object.keys(details.body['checklist'] ?? {})[0] ?? '';
    expect(id).toMatch(/^\d+$/);
    const ticked = await change({ checklist: { [id]: item({ isChecked: true }) } });
    expect(ticked.body['checklist']?.[id]).toMatchObject({ isChecked: true });
  });
});
