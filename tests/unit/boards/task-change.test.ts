import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { changeBetween } from '../../../src/boards/changed-values.js';
import { toStoreUpdate } from '../../../src/boards/store-body.js';
import { applyChange, type TaskChange } from '../../../src/boards/task-change.js';
import { aContent } from '../domain/a-content.js';
import { aDocument } from './a-board-task.js';

const rows = ['a', 'b', 'c'].map((id) => ({ id, title: id.toUpperCase(), isChecked: false }));
const idsAfter = (change: TaskChange): string =>
  applyChange(aContent({ checklist: rows }), change)
    .checklist.map(({ id }) => id)
    .join('');

describe('a change of a task', () => {
  it('leaves alone what it does not name', () => {
    const content = aContent({ title: 'x', dueDateTime: '2026-12-01T10:00:00Z', checklist: rows });
    expect(applyChange(content, {})).toEqual(content);
    expect(applyChange(content, { dueDateTime: null })).toEqual({ ...content, dueDateTime: null });
  });

  it('adds and takes away people without touching the others', () => {
    const content = aContent({ assigneeIds: ['ana', 'bo'] });
    const change = { assign: ['cy', 'ana'], unassign: ['bo', 'nobody'] };
    expect(applyChange(content, change).assigneeIds).toEqual(['ana', 'cy']);
  });

  it.each([
    ['before', 'a', 'cab'],
    ['after', 'a', 'acb'],
    ['after', 'b', 'abc'],
    ['before', 'gone', 'abc'],
  ] as const)('puts a row %s another (%s)', (side, id, order) => {
    const place = { side, id };
    expect(idsAfter({ checklist: [{ kind: 'change', id: 'c', place }] })).toBe(order);
  });

  it('adds a row at the end, and removes one', () => {
    const row = { id: 'd', title: 'D', isChecked: false };
    expect(idsAfter({ checklist: [{ kind: 'add', row }] })).toBe('abcd');
    expect(idsAfter({ checklist: [{ kind: 'remove', id: 'b' }] })).toBe('ac');
  });

  it('sets a link in its place', () => {
    const link = (url: string, alias: string | null) => ({ url, alias, type: null });
    const content = aContent({ references: [link('https://a', null), link('https://b', null)] });
    const change: TaskChange = { references: [{ kind: 'set', link: link('https://a', 'A') }] };
    expect(applyChange(content, change).references).toEqual([
      link('https://a', 'A'),
      link('https://b', null),
    ]);
  });
});

const someContent = fc
  .record({
    title: fc.constantFrom('one', 'two', 'three'),
    bucketId: fc.constantFrom('b1', 'b2'),
    percentComplete: fc.constantFrom(0, 50, 100),
    priority: fc.constantFrom(1, 5, 9),
    dueDateTime: fc.constantFrom(null, '2026-12-01T10:00:00Z'),
    assigneeIds: fc.subarray(['ana', 'bo', 'cy']),
    appliedCategories: fc.subarray(['category1', 'category2']),
  })
  .map(aContent);

describe('the change between two contents', () => {
  it('makes one of the other, and back', () => {
    fc.assert(
      fc.property(someContent, someContent, (before, after) => {
        const sorted = (content: typeof before) => ({
          ...content,
          assigneeIds: content.assigneeIds.toSorted(),
          appliedCategories: content.appliedCategories.toSorted(),
        });
        const there = applyChange(before, changeBetween(before, after));
        expect(sorted(there)).toEqual(sorted(after));
        const back = applyChange(after, changeBetween(after, before));
        expect(sorted(back)).toEqual(sorted(before));
      }),
    );
  });
});

describe('a write to the store', () => {
  it('says nothing where nothing changes', () => {
    const document = aDocument({ checklist: rows });
    expect(toStoreUpdate(document, aContent({ checklist: rows }))).toEqual({ body: null });
  });

  it('says of lists what is added, changed and removed, so that what others wrote stays', () => {
    const document = aDocument({ checklist: rows, assigneeIds: ['ana', 'bo'] });
    const wanted = applyChange(document, {
      title: 'New',
      assign: ['cy'],
      unassign: ['ana'],
      checklist: [
        { kind: 'remove', id: 'a' },
        { kind: 'change', id: 'b', isChecked: true },
        { kind: 'add', row: { id: 'd', title: 'D', isChecked: false } },
      ],
    });
    expect(toStoreUpdate(document, wanted)).toEqual({
      body: {
        title: 'New',
        assigneeIds: { add: ['cy'], remove: ['ana'] },
        checklist: [
          { id: 'a', remove: true },
          { id: 'b', title: 'B', isChecked: true },
          { id: 'd', title: 'D', isChecked: false },
        ],
      },
    });
  });

  it('writes another order whole, on the revision that it is an order of', () => {
    const document = aDocument({ checklist: rows });
    const place = { side: 'before', id: 'a' } as const;
    const wanted = applyChange(document, { checklist: [{ kind: 'change', id: 'c', place }] });
    expect(toStoreUpdate(document, wanted)).toEqual({
      body: { checklist: [rows[2], rows[0], rows[1]] },
      expectedRev: 3,
    });
  });
});
