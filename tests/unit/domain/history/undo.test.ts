import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sameContent } from '../../../../src/domain/content.js';
import {
  changesBetween,
  placeOf,
  type HistoryEntry,
} from '../../../../src/domain/history/history-entry.js';
import { planUndo } from '../../../../src/domain/history/undo.js';
import { valueAt } from '../../../../src/domain/history/value-at.js';
import type { Editor, TaskContent } from '../../../../src/domain/task.js';
import { aContent, row } from '../a-content.js';
import { content } from '../arbitraries.js';

const ada: Editor = { kind: 'agent', id: 'ada' };
const person: Editor = { kind: 'human', id: 'p1' };

/** A task that was given these contents one after the other; the newest entry first. */
function aLife(first: TaskContent, ...steps: readonly (readonly [Editor, TaskContent])[]) {
  const history: HistoryEntry[] = [
    { rev: 1, at: at(1), by: ada, operation: 'create', changes: [] },
  ];
  let now = first;
  for (const [by, next] of steps) {
    const rev = history.length + 1;
    const changes = changesBetween(now, next);
    history.unshift({ rev, at: at(rev), by, operation: 'update', changes });
    now = next;
  }
  return { content: now, history };
}

function at(rev: number): string {
  return new Date(Date.UTC(2026, 11, 1, 10, rev)).toISOString();
}

const ofRev = (rev: number) => (entry: HistoryEntry) => entry.rev === rev;
const ofAda = ({ by, operation }: HistoryEntry) => by.id === 'ada' && operation === 'update';
const isAdas = ({ by }: HistoryEntry) => by.id === 'ada';

describe('taking back', () => {
  it('the last operation gives the content before it, whatever it changed', () => {
    fc.assert(
      fc.property(content, content, content, (one, two, three) => {
        const life = aLife(one, [person, two], [ada, three]);
        const plan = planUndo(life.content, life.history, ofRev(3));
        expect(plan.kind === 'change' && sameContent(plan.content, two)).toBe(true);
      }),
    );
  });

  it('everything of an agent leaves what others did and what nobody changed since', () => {
    fc.assert(
      fc.property(content, content, content, content, (one, two, three, four) => {
        const life = aLife(one, [ada, two], [person, three], [ada, four]);
        const plan = planUndo(life.content, life.history, ofAda);
        if (plan.kind !== 'change') throw new Error('It was made by a create that stays');
        const [adas, persons] = life.history;
        const changedLast = new Set(adas?.changes.map(placeOf));
        for (const change of persons?.changes ?? []) {
          // The person's value stands, whether the agent changed it afterwards or not.
          const theirs = changedLast.has(placeOf(change)) ? three : life.content;
          if (change.key === undefined && Array.isArray(change.before)) continue;
          expect(valueAt(plan.content, change)).toEqual(valueAt(theirs, change));
        }
      }),
    );
  });

  it('a value that somebody changed since keeps theirs, and says whose it is', () => {
    const life = aLife(
      aContent({ title: 'one', priority: 5 }),
      [ada, aContent({ title: 'two', priority: 1 })],
      [person, aContent({ title: 'three', priority: 1 })],
    );
    const plan = planUndo(life.content, life.history, ofRev(2));
    expect(plan).toMatchObject({
      kind: 'change',
      content: { title: 'three', priority: 5 },
      undone: [{ field: 'priority', from: 1, to: 5 }],
      kept: [{ field: 'title', by: person, rev: 3, at: at(3) }],
    });
  });

  it('a value that somebody changed in between goes back to theirs', () => {
    const life = aLife(
      aContent({ title: 'one' }),
      [ada, aContent({ title: 'two' })],
      [person, aContent({ title: 'three' })],
      [ada, aContent({ title: 'four' })],
    );
    const plan = planUndo(life.content, life.history, ofAda);
    expect(plan).toMatchObject({ kind: 'change', content: { title: 'three' }, kept: [] });
  });

  it('brings removed rows back and removes added ones, beside rows of others', () => {
    const life = aLife(
      aContent({ checklist: [row('a', 'first'), row('b', 'second')] }),
      [ada, aContent({ checklist: [row('b', 'second'), row('c', 'of ada')] })],
      [person, aContent({ checklist: [row('b', 'second'), row('c', 'of ada'), row('d')] })],
    );
    const plan = planUndo(life.content, life.history, ofRev(2));
    if (plan.kind !== 'change') throw new Error('A change was expected');
    expect(plan.content.checklist.map(({ id }) => id).toSorted()).toEqual(['a', 'b', 'd']);
    expect(plan.content.checklist.find(({ id }) => id === 'a')).toEqual(row('a', 'first'));
  });

  it('a change to and fro has nothing to take back', () => {
    const life = aLife(
      aContent({ title: 'one' }),
      [ada, aContent({ title: 'two' })],
      [ada, aContent({ title: 'one' })],
    );
    expect(planUndo(life.content, life.history, ofAda)).toMatchObject({
      kind: 'change',
      undone: [],
      kept: [],
    });
  });

  it('a create deletes the task, unless others have worked on it since', () => {
    const alone = aLife(aContent(), [ada, aContent({ title: 'two' })]);
    expect(planUndo(alone.content, alone.history, isAdas)).toEqual({ kind: 'delete' });
    const shared = aLife(aContent(), [person, aContent({ title: 'two' })]);
    expect(planUndo(shared.content, shared.history, isAdas)).toMatchObject({
      kind: 'keep',
      kept: [{ field: 'title', by: person }],
    });
  });

  it('a create keeps a task that somebody else brought back', () => {
    const { content: now, history } = aLife(aContent());
    const of = (rev: number, operation: HistoryEntry['operation'], by: Editor): HistoryEntry => ({
      rev,
      at: at(rev),
      by,
      operation,
      changes: [],
    });
    const bob: Editor = { kind: 'agent', id: 'bob' };
    const revived = [of(3, 'restore', bob), of(2, 'delete', bob), ...history];
    expect(planUndo(now, revived, isAdas)).toEqual({ kind: 'keep', kept: [] });
  });

  it('an order goes back without losing rows that came since', () => {
    const life = aLife(
      aContent({ checklist: [row('a'), row('b'), row('c')] }),
      [ada, aContent({ checklist: [row('c'), row('b'), row('a')] })],
      [person, aContent({ checklist: [row('c'), row('b'), row('a'), row('d')] })],
    );
    const plan = planUndo(life.content, life.history, ofRev(2));
    if (plan.kind !== 'change') throw new Error('A change was expected');
    const ids = plan.content.checklist.map(({ id }) => id);
    expect(ids.filter((id) => id !== 'd')).toEqual(['a', 'b', 'c']);
    expect(ids).toContain('d');
  });
});
