import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Etag, PlannerDetails } from '../../../src/domain/planner.js';
import { aTask, startGraphLab, type GraphLab, type LabPlan } from './graph-lab.js';

let lab: GraphLab;
let plan: LabPlan;
beforeAll(async () => {
  lab = await startGraphLab();
  plan = await lab.makePlan({ buckets: ['To do', 'Done'] });
});
afterAll(() => lab.close());

const personIds = () => lab.people.map(({ id }) => id).sort();
const aRow = (title: string) => ({ id: randomUUID(), title, isChecked: false });
const noDetails = { description: '', checklist: [], references: [] };
const newTask = () => lab.planner.createTask(plan.id, aTask());

const update = async (before: PlannerDetails, changes: Partial<PlannerDetails['fields']>) => {
  const { plannerId, etag, handles, fields: current } = before;
  return lab.planner.updateDetails({ plannerId, etag, handles, changes, current });
};
const fresh = async () => lab.planner.getDetails((await newTask()).plannerId);

describe('a task', () => {
  it('is made with every field and read as it was made', async () => {
    const [ann = '', bob = ''] = personIds();
    const fields = aTask({
      bucketId: plan.buckets[1]?.id ?? '',
      title: 'Grüße 😀 "quoted" \\ / end',
      percentComplete: 50,
      priority: 1,
      startDateTime: '2026-12-01T08:00:00Z',
      dueDateTime: '2026-12-02T10:00:00Z',
      assigneeIds: [ann, bob],
      appliedCategories: ['category25', 'category3'],
    });
    const made = await lab.planner.createTask(plan.id, fields);
    expect(made.fields).toEqual(fields);
    expect(made).toMatchObject({ planId: plan.id, createdBy: { appId: lab.emulator.clientId } });
    expect(Object.keys(made.assignedAt).sort()).toEqual([ann, bob]);
    expect(Math.abs(Date.parse(made.createdAt ?? '') - Date.now())).toBeLessThan(60_000);
    expect(await lab.planner.getTask(made.plannerId)).toEqual(made);
  });

  it('is updated field by field and answered as Planner holds it then', async () => {
    const [ann = '', bob = '', cid = ''] = personIds();
    const made = await lab.planner.createTask(
      plan.id,
      aTask({
        dueDateTime: '2026-12-02T10:00:00Z',
        assigneeIds: [ann, bob],
        appliedCategories: ['category1'],
      }),
    );
    const wanted = aTask({
      bucketId: plan.buckets[0]?.id ?? '',
      title: 'Call them',
      percentComplete: 100,
      priority: 9,
      startDateTime: '2026-12-01T08:00:00Z',
      assigneeIds: [bob, cid].sort(),
      appliedCategories: ['category2'],
    });
    const { plannerId, etag, fields: current } = made;
    const updated = await lab.planner.updateTask({ plannerId, etag, changes: wanted, current });
    expect(updated.fields).toEqual(wanted);
    expect(updated.completedBy).toMatchObject({ appId: lab.emulator.clientId });
    expect(updated.etag).not.toBe(etag);
    expect(await lab.planner.getTask(plannerId)).toEqual(updated);
  });

  it("keeps a person's newer edit of another field, and shows it in the answer", async () => {
    const { plannerId, etag, fields: current } = await newTask();
    await lab.asPerson('PATCH', `/planner/tasks/${plannerId}`, { priority: 1 });
    const changes = { title: 'From the agent' };
    const updated = await lab.planner.updateTask({ plannerId, etag, changes, current });
    expect(updated.fields).toMatchObject({ title: 'From the agent', priority: 1 });
  });

  it("is not overwritten where a person's newer edit is", async () => {
    const { plannerId, etag, fields: current } = await newTask();
    await lab.asPerson('PATCH', `/planner/tasks/${plannerId}`, { title: 'From the person' });
    const update = { plannerId, etag, changes: { title: 'From the agent' }, current };
    await expect(lab.planner.updateTask(update)).rejects.toMatchObject({
      code: 'conflict',
      status: 409,
      applied: 'no',
    });
    expect((await lab.planner.getTask(plannerId)).fields.title).toBe('From the person');
  });

  it('of a Graph that merges nothing is a conflict with any stale etag, and too old a one is refused', async () => {
    const { plannerId, etag, fields: current } = await newTask();
    await lab.asPerson('PATCH', `/planner/tasks/${plannerId}`, { priority: 1 });
    const update = { plannerId, etag, changes: { title: 'From the agent' }, current };
    await lab.settings({ staleEtag: 'conflict' });
    await expect(lab.planner.updateTask(update)).rejects.toMatchObject({ code: 'conflict' });
    await lab.settings({ staleEtag: 'merge', etagHistory: 0 });
    await expect(lab.planner.updateTask(update)).rejects.toMatchObject({
      code: 'precondition_failed',
    });
    await lab.settings({ etagHistory: 1_000 });
    expect((await lab.planner.updateTask(update)).fields.priority).toBe(1);
  });

  it('refuses an etag of something else', async () => {
    const { plannerId, fields: current } = await newTask();
    const { etag } = await lab.planner.getDetails(plannerId);
    const update = { plannerId, etag, changes: { title: 'x' }, current };
    await expect(lab.planner.updateTask(update)).rejects.toMatchObject({
      code: 'precondition_failed',
    });
    await expect(lab.planner.deleteTask(plannerId, '*' as Etag)).rejects.toMatchObject({
      status: 400,
    });
  });

  it('is gone after its deletion', async () => {
    const { plannerId, etag } = await newTask();
    await lab.planner.deleteTask(plannerId, etag);
    await expect(lab.planner.getTask(plannerId)).rejects.toMatchObject({ code: 'not_found' });
    await expect(lab.planner.deleteTask(plannerId, etag)).rejects.toMatchObject({
      code: 'not_found',
    });
  });

  it('is not deleted over an edit that the caller has not seen', async () => {
    const { plannerId, etag } = await newTask();
    await lab.asPerson('PATCH', `/planner/tasks/${plannerId}`, { title: 'Still needed' });
    await expect(lab.planner.deleteTask(plannerId, etag)).rejects.toMatchObject({
      code: 'conflict',
    });
  });

  it('refuses what Planner refuses, in words', async () => {
    const fields = aTask({
      startDateTime: '2026-12-02T00:00:00Z',
      dueDateTime: '2026-12-01T00:00:00Z',
    });
    await expect(lab.planner.createTask(plan.id, fields)).rejects.toMatchObject({
      code: 'bad_request',
      applied: 'no',
    });
  });
});

describe('details', () => {
  it('of a new task are empty, and are filled with everything', async () => {
    const empty = await fresh();
    expect(empty.fields).toEqual(noDetails);
    const wanted = {
      description: 'Zeile 1\nZeile 2 😀',
      checklist: ['A', 'B', 'C'].map(aRow),
      references: [
        {
          url: 'https://contoso.sharepoint.com/a%20b/x.pptx?q=1&r=@#top',
          alias: 'Slides',
          type: 'PowerPoint',
        },
      ],
    };
    const filled = await update(empty, wanted);
    expect(filled.fields).toEqual(wanted);
    expect(await lab.planner.getDetails(empty.plannerId)).toEqual(filled);
    const changed = filled.checklistChanges[wanted.checklist[0]?.id ?? ''];
    expect(changed?.by.appId).toBe(lab.emulator.clientId);
    expect(await lab.planner.getTask(empty.plannerId)).toMatchObject({
      derived: {
        hasDescription: true,
        checklistItemCount: 3,
        activeChecklistItemCount: 3,
        referenceCount: 1,
      },
    });
  });

  it('take new rows at the end and any new order', async () => {
    const [a, b, c] = ['A', 'B', 'C'].map(aRow);
    const [d, e] = ['D', 'E'].map(aRow);
    if (!a || !b || !c || !d || !e) throw new Error('five rows');
    const first = await update(await fresh(), { checklist: [a, b, c] });
    const second = await update(first, { checklist: [a, b, c, d, e] });
    expect(second.fields.checklist).toEqual([a, b, c, d, e]);
    const third = await update(second, { checklist: [e, a, { ...d, isChecked: true }, c] });
    expect(third.fields.checklist).toEqual([e, a, { ...d, isChecked: true }, c]);
    const fourth = await update(third, { checklist: [c, b, d, a, e] });
    expect(fourth.fields.checklist).toEqual([c, b, d, a, e]);
  });

  it('take a new row at the end also from a caller that did not keep the handles', async () => {
    const {
      plannerId,
      etag,
      fields: current,
    } = await update(await fresh(), {
      checklist: ['A', 'B'].map(aRow),
    });
    const checklist = [...current.checklist, aRow('C')];
    const changes = { checklist };
    const after = await lab.planner.updateDetails({ plannerId, etag, changes, current });
    expect(after.fields.checklist).toEqual(checklist);
  });

  it('leave the rows of others alone', async () => {
    const row = aRow('mine');
    const seen = await update(await fresh(), { checklist: [row] });
    const theirs = randomUUID();
    await lab.asPerson('PATCH', `/planner/tasks/${seen.plannerId}/details`, {
      checklist: {
        [theirs]: { '@odata.type': '#microsoft.graph.plannerChecklistItem', title: 'theirs' },
      },
    });
    const after = await update(seen, { checklist: [{ ...row, isChecked: true }] });
    const ticked = Object.fromEntries(
      after.fields.checklist.map(({ title, isChecked }) => [title, isChecked]),
    );
    expect(ticked).toEqual({ mine: true, theirs: false });
    expect(after.checklistChanges[theirs]?.by.userId).toBe(lab.people[0]?.id);
  });

  it('change and lose references, whatever their URL', async () => {
    const references = [
      'https://a.b/c',
      'https://user@a.b:8443/%25/%2E?x=%20#y.z',
      'https://ü.example/ß',
    ].map((url) => ({ url, alias: 'Before', type: 'Other' }));
    const [first, second] = references;
    if (!first || !second) throw new Error('two references');
    const filled = await update(await fresh(), { references });
    expect(filled.fields.references.map(({ url }) => url).sort()).toEqual(
      references.map(({ url }) => url).sort(),
    );
    const wanted = [{ ...second, alias: 'After', type: 'Word' }];
    const left = await update(filled, { references: wanted });
    expect(left.fields.references).toEqual(wanted);
    expect((await update(left, { references: [] })).fields.references).toEqual([]);
  });

  it('are cleared', async () => {
    const filled = await update(await fresh(), { description: 'x', checklist: [aRow('A')] });
    expect((await update(filled, noDetails)).fields).toEqual(noDetails);
  });
});

describe('limits', () => {
  it('of a task are told from missing rights', async () => {
    const { plannerId } = await newTask();
    const { etag, fields: current } = await lab.planner.getDetails(plannerId);
    const checklist = Array.from({ length: 21 }, (_, index) => aRow(String(index)));
    const update = { plannerId, etag, changes: { checklist }, current };
    await expect(lab.planner.updateDetails(update)).rejects.toMatchObject({
      code: 'limit_reached',
      limit: 'MaximumChecklistItemsOnTask',
      applied: 'no',
    });
  });
});

describe('a plan', () => {
  it('has a title, a group and buckets', async () => {
    const { buckets, id } = plan;
    expect(await lab.planner.getPlan(id)).toMatchObject({ planId: id, title: 'Lab' });
    expect((await lab.planner.getPlan(id)).ownerGroupId).toMatch(/^[\da-f-]{36}$/);
    const found = await lab.planner.listBuckets(id);
    expect(found.map(({ bucketId, name }) => ({ id: bucketId, name }))).toEqual(
      expect.arrayContaining([...buckets]),
    );
    expect(found).toHaveLength(buckets.length);
  });

  it('that is not there is not found', async () => {
    const missing = 'x'.repeat(28);
    await expect(lab.planner.getPlan(missing)).rejects.toMatchObject({ code: 'not_found' });
    await expect(lab.planner.listTasks(missing)).rejects.toMatchObject({ code: 'not_found' });
  });

  it('is listed page by page, each task once, with all that a task shows', async () => {
    const { id } = await lab.makePlan({ tasks: 850 });
    const first = await lab.planner.listTasks(id);
    const second = await lab.planner.listTasks(id, first.next ?? '');
    const third = await lab.planner.listTasks(id, second.next ?? '');
    expect([first, second, third].map(({ tasks }) => tasks.length)).toEqual([400, 400, 50]);
    expect(third.next).toBeNull();
    const all = [first, second, third].flatMap(({ tasks }) => tasks);
    expect(new Set(all.map(({ plannerId }) => plannerId)).size).toBe(850);
    const one = all[500];
    expect(one).toEqual(await lab.planner.getTask(one?.plannerId ?? ''));
  });

  it('is listed page by page inside a batch too', async () => {
    const plans = await Promise.all([lab.makePlan({ tasks: 401 }), lab.makePlan({ tasks: 401 })]);
    const before = lab.gateway.stats().httpRequests;
    const firsts = await Promise.all(plans.map(({ id }) => lab.planner.listTasks(id)));
    const seconds = await Promise.all(
      plans.map(({ id }, index) => lab.planner.listTasks(id, firsts[index]?.next ?? '')),
    );
    expect(seconds.map(({ tasks }) => tasks.length)).toEqual([1, 1]);
    expect(lab.gateway.stats().httpRequests - before).toBe(2);
  });
});
