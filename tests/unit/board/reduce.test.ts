import { describe, expect, it } from 'vitest';
import { activityKept } from '../../../emulator/board/src/board/board-state.js';
import { reduce } from '../../../emulator/board/src/board/reduce.js';
import { shownDetails, shownTask } from '../../../emulator/board/src/board/select.js';
import { aBoard, aChange, agent, aTask, maya, theDetails } from './a-board.js';

describe("The board's state", () => {
  it('shows a change before Graph has it, and Graph’s own version once it answers', () => {
    let state = aBoard([aTask()]);
    state = reduce(state, {
      type: 'changeSent',
      change: { token: 1, id: 't1', entity: 'task', patch: { title: 'Mine' } },
    });
    expect(shownTask(state, 't1')?.title).toBe('Mine');
    state = reduce(state, { type: 'tasksRead', tasks: [aTask({ title: 'Mine, trimmed' })] });
    state = reduce(state, { type: 'changeSettled', token: 1 });
    expect(shownTask(state, 't1')?.title).toBe('Mine, trimmed');
  });

  it('takes a refused change back', () => {
    let state = aBoard([aTask()]);
    const change = { token: 7, id: 't1', entity: 'task', patch: { percentComplete: 100 } } as const;
    state = reduce(state, { type: 'changeSent', change });
    state = reduce(state, { type: 'changeSettled', token: 7 });
    expect(shownTask(state, 't1')).toEqual(aTask());
  });

  it('keeps the same object for a task that nothing happened to, so that its card is not drawn again', () => {
    const before = aBoard([aTask(), aTask({ id: 't2' })]);
    const after = reduce(before, { type: 'tasksRead', tasks: [aTask({ title: 'New' })] });
    expect(shownTask(after, 't2')).toBe(shownTask(before, 't2'));
  });

  it('leaves out tasks and changes of other plans', () => {
    const state = aBoard([]);
    expect(reduce(state, { type: 'tasksRead', tasks: [aTask({ planId: 'p2' })] }).tasks.size).toBe(
      0,
    );
    expect(reduce(state, { type: 'changeArrived', change: aChange({ planId: 'p2' }) })).toBe(state);
  });

  it("lights up what others change, and not the person's own changes", () => {
    const state = aBoard([aTask()], { actingAs: maya.id });
    const byAgent = reduce(state, { type: 'changeArrived', change: aChange({ by: agent }) });
    expect(byAgent.highlights.get('t1')).toMatchObject({ actorKind: 'app', fields: ['title'] });
    const own = reduce(state, { type: 'changeArrived', change: aChange({ by: maya }) });
    expect(own.highlights.size).toBe(0);
    expect(own.lastChange.get('t1')?.by).toEqual(maya);
  });

  it('lets the light of a later change burn when that of an earlier one ends', () => {
    let state = aBoard([aTask()]);
    state = reduce(state, { type: 'changeArrived', change: aChange({ seq: 1 }) });
    state = reduce(state, {
      type: 'changeArrived',
      change: aChange({ seq: 2, fields: ['dueDateTime'] }),
    });
    state = reduce(state, { type: 'highlightEnded', id: 't1', seq: 1 });
    expect(state.highlights.get('t1')?.fields).toEqual(['title', 'dueDateTime']);
    state = reduce(state, { type: 'highlightEnded', id: 't1', seq: 2 });
    expect(state.highlights.size).toBe(0);
  });

  it('hears a change once that the stream repeats after a reconnect', () => {
    let state = aBoard([aTask()]);
    state = reduce(state, { type: 'changeArrived', change: aChange() });
    expect(reduce(state, { type: 'changeArrived', change: aChange() })).toBe(state);
  });

  it('remembers a bounded number of changes', () => {
    let state = aBoard([aTask()]);
    for (let seq = 1; seq <= activityKept + 20; seq += 1) {
      state = reduce(state, { type: 'changeArrived', change: aChange({ seq }) });
    }
    expect(state.activity.length).toBe(activityKept);
    expect(state.activity[0]?.seq).toBe(activityKept + 20);
  });

  it('forgets everything about a deleted task but who deleted it', () => {
    let state = aBoard([aTask()]);
    state = reduce(state, {
      type: 'changeArrived',
      change: aChange({ operation: 'deleted', fields: [] }),
    });
    state = reduce(state, { type: 'taskGone', id: 't1' });
    expect(shownTask(state, 't1')).toBeUndefined();
    expect(state.highlights.size).toBe(0);
    expect(state.lastChange.get('t1')?.operation).toBe('deleted');
  });

  it('does not bring back a task that was deleted while it was read', () => {
    const change = aChange({ operation: 'deleted', fields: [] });
    let state = reduce(aBoard([aTask()]), { type: 'changeArrived', change });
    state = reduce(state, { type: 'taskGone', id: 't1' });
    state = reduce(state, { type: 'tasksRead', tasks: [aTask()] });
    expect(shownTask(state, 't1')).toBeUndefined();
    expect(state.lastChange.get('t1')?.operation).toBe('deleted');
  });

  it('keeps what the stream told while the plan was loading', () => {
    const change = aChange({ seq: 9, operation: 'deleted', fields: [] });
    const loading = reduce(aBoard([aTask()]), { type: 'changeArrived', change });
    const { plan, categoryNames } = loading;
    if (plan === null) throw new Error('There is no plan');
    const state = reduce(loading, {
      type: 'planLoaded',
      plan,
      categoryNames,
      buckets: [],
      tasks: [aTask(), aTask({ id: 't2' })],
      activity: [aChange({ seq: 8, id: 't2' })],
    });
    expect([...state.tasks.keys()]).toEqual(['t2']);
    expect(state.activity.map(({ seq }) => seq)).toEqual([9, 8]);
    expect(state.lastChange.get('t1')?.operation).toBe('deleted');
  });

  it('starts another plan empty, with the same people and the same person', () => {
    const before = aBoard([aTask()], { actingAs: maya.id, filter: 'old' });
    const after = reduce(before, { type: 'planChosen', plan: { id: 'p2', title: 'Other' } });
    expect(after).toMatchObject({ phase: 'loading', actingAs: maya.id, filter: '' });
    expect(after.tasks.size).toBe(0);
  });

  it('keeps a board that is shown when reading it again fails', () => {
    const state = aBoard([aTask()]);
    expect(reduce(state, { type: 'loadingFailed', failure: 'unreachable' })).toBe(state);
  });

  it('merges changes of checklist rows property by property', () => {
    const row = { title: 'One', isChecked: false, orderHint: 'A' };
    let state = aBoard([aTask()], {
      details: new Map([['t1', theDetails({ checklist: { r: row } })]]),
    });
    state = reduce(state, {
      type: 'changeSent',
      change: {
        token: 1,
        id: 't1',
        entity: 'details',
        patch: { checklist: { r: { isChecked: true } } },
      },
    });
    expect(shownDetails(state, 't1')?.checklist['r']).toEqual({ ...row, isChecked: true });
  });
});
