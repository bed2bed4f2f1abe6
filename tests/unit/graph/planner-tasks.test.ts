import { describe, expect, it } from 'vitest';
import { toDocumentTime, toInstant } from '../../../src/graph/planner/graph-time.js';
import { parseAnswer } from '../../../src/graph/parse-answer.js';
import { graphTask } from '../../../src/graph/planner/planner-schemas.js';
import { toPlannerTask } from '../../../src/graph/planner/read-task.js';
import { toNewTask, toTaskPatch } from '../../../src/graph/planner/write-task.js';
import type { PlannerTaskFields } from '../../../src/domain/planner.js';
import { taskFields } from '../../../src/domain/task.js';

const fields: PlannerTaskFields = {
  bucketId: 'bucket-1',
  title: 'Call vendor',
  percentComplete: 50,
  priority: 3,
  startDateTime: '2026-12-01T08:00:00Z',
  dueDateTime: '2026-12-01T10:00:00Z',
  assigneeIds: ['ann', 'bob'],
  appliedCategories: ['category1', 'category3'],
};
const empty: PlannerTaskFields = {
  bucketId: null,
  title: '',
  percentComplete: 0,
  priority: 5,
  startDateTime: null,
  dueDateTime: null,
  assigneeIds: [],
  appliedCategories: [],
};
const whole = {
  bucketId: null,
  title: 'T',
  percentComplete: 0,
  priority: 5,
  startDateTime: null,
  dueDateTime: null,
  assignments: {},
  appliedCategories: {},
};
const assigned = { '@odata.type': '#microsoft.graph.plannerAssignment', orderHint: ' !' };

const read = (task: object) =>
  toPlannerTask(parseAnswer(graphTask, { id: 't', '@odata.etag': 'W/"1"', ...task }, 'no'), 'p');

describe('a task as Planner sends it', () => {
  it('is read into the shape of the document', () => {
    const task = read({
      '@odata.context': 'ignored',
      planId: 'plan-1',
      bucketId: 'bucket-1',
      title: 'Call vendor',
      percentComplete: 50,
      priority: 3,
      startDateTime: '2026-12-01T08:00:00Z',
      dueDateTime: '2026-12-01T10:00:00.1234567Z',
      createdDateTime: '2026-11-20T08:00:00.1239567Z',
      createdBy: { user: { displayName: null, id: 'ann' }, application: { id: 'app' } },
      completedDateTime: '2026-11-21T08:00:00Z',
      completedBy: { user: { id: 'bob' } },
      hasDescription: true,
      previewType: 'holographic',
      checklistItemCount: 3,
      activeChecklistItemCount: 2,
      referenceCount: 1,
      appliedCategories: { category3: true, category2: false, category1: true },
      assignments: {
        bob: { '@odata.type': '#x', assignedDateTime: '2026-11-20T09:00:00Z', orderHint: 'x' },
        ann: { orderHint: 'y' },
        gone: null,
      },
    });
    expect(task).toEqual({
      plannerId: 't',
      planId: 'plan-1',
      etag: 'W/"1"',
      fields,
      createdAt: '2026-11-20T08:00:00.123Z',
      createdBy: { userId: 'ann', appId: 'app' },
      completedAt: '2026-11-21T08:00:00.000Z',
      completedBy: { userId: 'bob', appId: null },
      assignedAt: { bob: '2026-11-20T09:00:00.000Z' },
      derived: {
        hasDescription: true,
        checklistItemCount: 3,
        activeChecklistItemCount: 2,
        referenceCount: 1,
      },
    });
  });

  it('may lack all but id and etag, and then says what it does not say', () => {
    const task = read({});
    expect(task.fields).toEqual(empty);
    expect(task).toMatchObject({ planId: 'p', completedBy: null, assignedAt: {}, createdAt: null });
    expect(task.gaps).toEqual(taskFields.map((field) => ({ field })));
    expect(task.derived.hasDescription).toBe(true);
  });

  it('says nothing of a value that no task can have, and of null where there is always one', () => {
    const odd = { ...whole, title: null, priority: 'high', percentComplete: 50.5 };
    const task = read({ ...odd, dueDateTime: 'tomorrow', appliedCategories: { category1: 'yes' } });
    expect(task.gaps).toEqual(
      ['title', 'percentComplete', 'priority', 'dueDateTime', 'appliedCategories'].map((field) => ({
        field,
      })),
    );
  });

  it('carries values through that Planner does not know yet', () => {
    const odd = {
      ...whole,
      title: 'x'.repeat(300),
      percentComplete: 101,
      priority: 11,
      bucketId: 'bucket nobody lists',
      appliedCategories: { category99: true, Kategorie: true },
      assignments: { ANN: {}, ann: {}, odd: 7 },
      newProperty: { of: 'Graph' },
    };
    expect(read(odd)).toMatchObject({
      fields: {
        title: 'x'.repeat(300),
        percentComplete: 101,
        priority: 11,
        bucketId: 'bucket nobody lists',
        appliedCategories: ['Kategorie', 'category99'],
        assigneeIds: ['ANN', 'ann', 'odd'],
      },
    });
    expect(read(odd).gaps).toBeUndefined();
  });

  it('holds a sign in place of half a character, and wide ones as they are', () => {
    expect(read({ title: 'a\ud800b😀\udc00 \u202eمرحبا' }).fields.title).toBe(
      'a\ufffdb😀\ufffd \u202eمرحبا',
    );
  });

  it.each([
    [{ id: 7 }, 'id'],
    [{ '@odata.etag': undefined }, '@odata.etag'],
  ])('without %j is refused, the property is named and no value', (task, where) => {
    expect(() => read(task)).toThrow(`not as documented: ${where}`);
  });
});

describe('a new task', () => {
  it('carries every field', () => {
    expect(toNewTask('plan-1', fields)).toEqual({
      planId: 'plan-1',
      bucketId: 'bucket-1',
      title: 'Call vendor',
      percentComplete: 50,
      priority: 3,
      startDateTime: '2026-12-01T08:00:00Z',
      dueDateTime: '2026-12-01T10:00:00Z',
      assignments: { ann: assigned, bob: assigned },
      appliedCategories: { category1: true, category3: true },
    });
  });

  it('leaves out what is empty', () => {
    expect(toNewTask('plan-1', empty)).toEqual({
      planId: 'plan-1',
      title: '',
      percentComplete: 0,
      priority: 5,
    });
  });
});

describe('an update of a task', () => {
  it('has nothing to say when nothing differs', () => {
    const changes = { ...fields, assigneeIds: ['bob', 'ann'] };
    expect(toTaskPatch({ changes, current: fields })).toBeUndefined();
    expect(toTaskPatch({ changes: {}, current: fields })).toBeUndefined();
  });

  it('writes only what differs, key by key', () => {
    const changes = {
      ...fields,
      title: 'Call them',
      dueDateTime: null,
      assigneeIds: ['bob', 'cid'],
      appliedCategories: ['category3', 'category25'],
    };
    expect(toTaskPatch({ changes, current: fields })).toEqual({
      title: 'Call them',
      dueDateTime: null,
      assignments: { ann: null, cid: assigned },
      appliedCategories: { category1: false, category25: true },
    });
  });

  it('moves between buckets, but never out of all of them', () => {
    expect(toTaskPatch({ changes: { bucketId: 'bucket-2' }, current: fields })).toEqual({
      bucketId: 'bucket-2',
    });
    expect(toTaskPatch({ changes: { bucketId: null }, current: fields })).toBeUndefined();
  });

  it('removes everything', () => {
    expect(
      toTaskPatch({ changes: { assigneeIds: [], appliedCategories: [] }, current: fields }),
    ).toEqual({
      assignments: { ann: null, bob: null },
      appliedCategories: { category1: false, category3: false },
    });
  });
});

describe('times of Graph', () => {
  it.each([
    ['2026-12-01T10:00:00Z', '2026-12-01T10:00:00Z', '2026-12-01T10:00:00.000Z'],
    ['2026-12-01T10:00:00.9999999Z', '2026-12-01T10:00:00Z', '2026-12-01T10:00:00.999Z'],
    ['2026-12-01T10:00:00', '2026-12-01T10:00:00Z', '2026-12-01T10:00:00.000Z'],
    ['2026-12-01T10:00:00+02:00', '2026-12-01T08:00:00Z', '2026-12-01T08:00:00.000Z'],
    ['2026-12-01T10:00:00+0530', '2026-12-01T04:30:00Z', '2026-12-01T04:30:00.000Z'],
    ['2026-12-01t10:00:00-14', '2026-12-02T00:00:00Z', '2026-12-02T00:00:00.000Z'],
    ['2026-12-01T00:30:00.5+00:45', '2026-11-30T23:45:00Z', '2026-11-30T23:45:00.500Z'],
    ['0001-01-01T00:00:00Z', '0001-01-01T00:00:00Z', '0001-01-01T00:00:00.000Z'],
  ])('%s is %s in the document and %s as an instant', (text, inDocument, instant) => {
    expect(toDocumentTime(text)).toBe(inDocument);
    expect(toInstant(text)).toBe(instant);
  });

  it('that are none are none', () => {
    expect(toDocumentTime('soon')).toBeUndefined();
    expect(toInstant('soon')).toBeUndefined();
    for (const text of ['2026-13-01T10:00:00Z', '2026-12-32T10:00:00Z', '2026-12-01T25:00:00Z']) {
      expect(toInstant(text)).toBeUndefined();
    }
    expect(toInstant('0000-01-01T00:00:00+01:00')).toBeUndefined();
  });
});
