import { describe, expect, it } from 'vitest';
import { describeChange } from '../../../src/demo/describe-change.js';
import type { TaskDocument } from '../../../src/domain/task.js';

const before: TaskDocument = {
  id: '1',
  planId: 'p',
  bucketId: null,
  title: 'Draft',
  description: '',
  percentComplete: 0,
  priority: 5,
  startDateTime: null,
  dueDateTime: null,
  assigneeIds: [],
  appliedCategories: [],
  checklist: [{ id: 'c', title: 'Write', isChecked: false }],
  references: [],
  createdAt: '',
  createdBy: { kind: 'agent', id: 'a' },
  updatedAt: '',
  updatedBy: { kind: 'agent', id: 'a' },
  rev: 1,
  sync: { state: 'synced', plannerId: 'x', syncedRev: 1, syncedAt: '', webUrl: '', error: null },
};

describe('describeChange', () => {
  it('tells what is different in words, and nothing of the bookkeeping', () => {
    const after: TaskDocument = {
      ...before,
      title: 'Draft it',
      percentComplete: 50,
      dueDateTime: '2026-12-01T00:00:00Z',
      checklist: [{ id: 'c', title: 'Write', isChecked: true }],
      rev: 2,
      updatedAt: 'later',
    };
    expect(describeChange(before, after)).toEqual([
      'title: "Draft" -> "Draft it"',
      'progress: 0 -> 50',
      'due: none -> "2026-12-01T00:00:00Z"',
      'checklist: Write -> Write (done)',
    ]);
  });

  it('has nothing to tell of equal tasks', () => {
    expect(describeChange(before, { ...before, rev: 9 })).toEqual([]);
  });
});
