import { describe, expect, it } from 'vitest';
import { repairTask } from '../../../src/backup/repair-task.js';
import { fromStoredText, type StoredText } from '../../../src/backup/stored-text.js';
import { at, aDocument, aTaskLine, taskId } from './a-backup.js';

const text = (stored: StoredText) => fromStoredText(stored).toString();
const places = (line: Parameters<typeof repairTask>[0]) =>
  repairTask(line)
    .memberships.map(({ key }) => key)
    .toSorted();
const open = {
  document: aDocument({ rev: 4 }),
  plannerId: 'planner-1',
  at: '2026-05-03T00:00:00Z',
};

describe('the lists that a restored task stands in', () => {
  it('are those of a task on both sides', () => {
    expect(places(aTaskLine({ document: aDocument() }))).toEqual([
      'plans:P:details',
      'plans:P:planner',
      'plans:P:tasks',
      'tasks:index',
    ]);
  });

  it('keep the times that were read', () => {
    const known = { key: 'tasks:index', type: 'zset', member: taskId, score: '12' } as const;
    const { memberships } = repairTask(aTaskLine({ document: aDocument(), memberships: [known] }));
    expect(memberships).toContainEqual(known);
  });

  it('are none of the plans where the task has none', () => {
    const line = aTaskLine({
      document: aDocument({ planId: null, syncedRev: null, state: 'local' }),
      planId: null,
      plannerId: null,
    });
    expect(places(line)).toEqual(['tasks:index']);
    expect(repairTask(line).unsyncedIn).toBeNull();
  });

  it('say that a newer revision waits for sync', () => {
    const line = aTaskLine({ document: aDocument({ rev: 4, syncedRev: 3, state: 'pending' }) });
    expect(repairTask(line).unsyncedIn).toBe('P');
    expect(places(line)).toContain('plans:P:unsynced');
    expect(repairTask(aTaskLine({ document: aDocument() })).unsyncedIn).toBeNull();
  });

  it('say that a delete waits, until it is done on both sides', () => {
    const waiting = aTaskLine({ tombstone: open });
    expect(places(waiting)).toEqual(['plans:P:details', 'plans:P:planner', 'plans:P:unsynced']);
    const done = aTaskLine({ tombstone: open, expiresAt: at + 1_000 });
    expect(places(done)).toEqual([]);
  });

  it('hold a task that was not in Planner as one whose create may have been done', () => {
    const line = aTaskLine({
      document: aDocument({ rev: 1, syncedRev: null, state: 'pending' }),
      plannerId: null,
    });
    const { contents, memberships } = repairTask(line);
    const attempt = memberships.find(({ key }) => key === 'plans:P:attempts');
    expect(attempt?.type === 'hash' && JSON.parse(text(attempt.value))).toMatchObject({
      at,
      posted: { title: 'Task' },
      isRestored: true,
    });
    const state = contents.find(({ key }) => key === `sync:state:${taskId}`);
    const fields = new Map(
      state?.type === 'hash' ? state.value.map(([name, value]) => [text(name), text(value)]) : [],
    );
    expect(fields.get('v')).toBe('4');
    expect(JSON.parse(fields.get('intent') ?? '')).toMatchObject({ wanted: { title: 'Task' } });
    expect(JSON.parse(fields.get('attempt') ?? '')).toMatchObject({ isRestored: true });
  });

  it('keep what was posted in a create that was under way', () => {
    const line = aTaskLine({
      document: aDocument({ rev: 2, syncedRev: null, state: 'pending' }),
      plannerId: null,
      stateFields: { attempt: '{"at":7,"posted":{"title":"Earlier"}}', intent: '{"at":7}' },
    });
    const { contents } = repairTask(line);
    const state = contents.find(({ key }) => key === `sync:state:${taskId}`);
    expect(state?.value).toContainEqual([
      'attempt',
      '{"at":7,"posted":{"title":"Earlier"},"isRestored":true}',
    ]);
    expect(state?.value).toContainEqual(['intent', '{"at":7}']);
  });

  it('are left as they are where a document cannot be understood', () => {
    const line = aTaskLine({ document: { title: 'By somebody else' } });
    expect(repairTask(line)).toEqual({ contents: line.keys, memberships: [], unsyncedIn: null });
  });
});
