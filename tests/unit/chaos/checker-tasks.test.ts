import { describe, expect, it } from 'vitest';
import { check } from '../../chaos/checker/check.js';
import type { Evidence } from '../../chaos/evidence/evidence.js';
import {
  aCard,
  aConflict,
  aDocument,
  anIdealRun,
  plannerIdOf,
  taskIdOf,
  without,
} from './an-ideal-run.js';

const kinds = (evidence: Evidence): readonly string[] => check(evidence).map(({ kind }) => kind);
const comeback = aConflict(1, { field: 'task', rule: 'person_edit_beats_agent_delete' });

describe('a task', () => {
  it('stands once on each side', () => {
    const run = anIdealRun();
    run.agentCreates(1);
    const evidence = run.evidence();
    const { cells } = aCard(1, evidence.board[0]?.cells ?? new Map());
    const second = { ...aCard(1, cells), id: 'card-1-again' };
    expect(kinds({ ...evidence, board: [...evidence.board, second] })).toEqual([
      'doubled',
      'differing',
    ]);
    const twin = { ...aDocument(1, cells, 1), id: 'doc-1-again', plannerId: null };
    expect(kinds({ ...evidence, documents: [...evidence.documents, twin] })).toEqual([
      'doubled',
      'differing',
    ]);
  });

  it('must not vanish', () => {
    const run = anIdealRun();
    run.agentCreates(1);
    run.personCreates(2);
    expect(kinds(without(without(run.evidence(), 1), 2))).toEqual(['deleted', 'deleted']);
  });

  it('that never came to the board is lost', () => {
    const run = anIdealRun();
    run.agentCreates(1);
    expect(kinds({ ...without(run.evidence(), 1), changes: [] })).toEqual(['lost']);
  });

  it('of which nobody knows whether it was made may be missing', () => {
    const run = anIdealRun();
    run.agentCreates(1);
    const { writes, ...rest } = without(run.evidence(), 1);
    const unanswered = writes.map((write) => ({ ...write, told: 'unknown' as const }));
    expect(kinds({ ...rest, writes: unanswered })).toEqual([]);
  });
});

/** The agents delete without knowing of an edit of the details, so long after it (ms). */
function blindDelete(after: number): Evidence {
  const run = anIdealRun();
  run.agentCreates(1);
  run.personWrites(1, { 'description/s1': 's1 p2' });
  run.agentDeletes(1, { after });
  const { revisions, ...rest } = run.evidence();
  return {
    ...rest,
    revisions: revisions.map((one) => ({ ...one, cells: new Map([['title', 't1 a1']]) })),
  };
}

describe('a task that agents deleted', () => {
  it('is gone', () => {
    const run = anIdealRun();
    run.agentCreates(1);
    run.agentDeletes(1);
    expect(check(run.evidence())).toEqual([]);
    const cells = new Map([['title', 't1 a1']]);
    const back = { documents: [aDocument(1, cells, 2)], board: [aCard(1, cells)] };
    expect(kinds({ ...run.evidence(), ...back })).toEqual(['lost']);
  });

  it('may be brought back by a person’s edit, and the conflict says so', () => {
    const run = anIdealRun();
    run.agentCreates(1);
    run.agentDeletes(1);
    run.personWrites(1, { title: 't1 p3' });
    const cells = new Map([['title', 't1 p3']]);
    const back = { documents: [aDocument(1, cells, 3)], board: [aCard(1, cells)] };
    expect(kinds({ ...run.evidence(), ...back })).toEqual(['lost']);
    expect(kinds({ ...run.evidence(), ...back, conflicts: [comeback] })).toEqual([]);
  });

  it('comes back for a person’s edit that the agents did not know of', () => {
    const run = anIdealRun();
    run.agentCreates(1);
    run.personWrites(1, { title: 't1 p2' });
    run.agentDeletes(1);
    expect(check(run.evidence())).toEqual([]);
    const { revisions, ...rest } = run.evidence();
    const unknown = revisions.map((one) => ({ ...one, cells: new Map([['title', 't1 a1']]) }));
    expect(kinds({ ...rest, revisions: unknown })).toEqual(['deleted']);
  });

  it('may go with a property of a row that another person has removed since', () => {
    const edits = (isRemoved: boolean): readonly string[] => {
      const run = anIdealRun();
      run.personCreates(1);
      run.personWrites(1, { 'checklist/r0': true, 'checklist/r0/title': 'r0 p2' });
      run.personWrites(1, { 'checklist/r0/isChecked': true });
      if (isRemoved) run.personWrites(1, { 'checklist/r0': false });
      run.agentDeletes(1);
      const evidence = run.evidence();
      // The agents saw the row come and go, but never checked.
      const revisions = evidence.revisions.map((one) => ({
        ...one,
        cells: new Map([...one.cells].filter(([cell]) => cell !== 'checklist/r0/isChecked')),
      }));
      return check({ ...evidence, revisions }).map(({ kind }) => kind);
    };
    expect(edits(true)).toEqual([]);
    expect(edits(false)).toEqual(['deleted']);
  });

  it('may go with an edit of its details that came between the last look and the delete', () => {
    expect(kinds(blindDelete(1_000))).toEqual([]);
    expect(kinds(blindDelete(40_000))).toEqual(['deleted']);
  });

  it('can be brought back as long as its tombstone stands', () => {
    const run = anIdealRun();
    run.agentCreates(1);
    run.agentDeletes(1);
    const gone = new Map([[taskIdOf(1), 'not_found']]);
    expect(kinds({ ...run.evidence(), gone })).toEqual(['lost']);
  });
});

describe('a task that a person deleted', () => {
  const run = anIdealRun();
  run.agentCreates(1);
  run.personDeletes(1);
  const cells = new Map([['title', 't1 a1']]);
  const back = {
    documents: [{ ...aDocument(1, cells, 3), plannerId: 'another' }],
    board: [{ ...aCard(1, cells), id: 'another' }],
  };

  it('must not come back', () => {
    expect(check(run.evidence())).toEqual([]);
    expect(kinds({ ...run.evidence(), ...back })).toEqual(['overwritten']);
  });

  it('may come back when the product had not even seen that it was made', () => {
    const { writes, ...rest } = run.evidence();
    const unsettled = writes.map((write) => ({ ...write, onSettled: false }));
    expect(kinds({ ...rest, ...back, writes: unsettled })).toEqual([]);
  });
});

describe('a delete that is passed on', () => {
  it('must be somebody’s, on the board', () => {
    const run = anIdealRun();
    run.agentCreates(1);
    run.agentWrites(1, { priority: 1 });
    const { changes, ...rest } = run.evidence();
    const last = changes.at(-1);
    if (last === undefined) throw new Error('There is no change');
    const deleted = [...changes, { ...last, seq: last.seq + 1, operation: 'deleted' as const }];
    expect(kinds({ ...rest, changes: deleted })).toEqual(['deleted']);
    const made = { ...last, operation: 'created' as const, title: 't1 a1', id: 'double' };
    const double = [...changes, made, { ...made, operation: 'deleted' as const }];
    expect(kinds({ ...rest, changes: double })).toEqual([]);
  });

  it('must be somebody’s, for the agents', () => {
    const run = anIdealRun();
    run.agentCreates(1);
    const { revisions, ...rest } = run.evidence();
    const deleted = revisions.map((one) => ({ ...one, action: 'deleted', source: 'planner' }));
    expect(kinds({ ...rest, revisions: deleted })).toEqual(['deleted']);
  });
});

describe('a revision', () => {
  it('is told to one writer', () => {
    const run = anIdealRun();
    run.agentCreates(1);
    run.agentWrites(1, { priority: 1 });
    run.agentWrites(1, { percentComplete: 4 });
    const { writes, ...rest } = run.evidence();
    const same = writes.map((write) => ({ ...write, rev: write.rev === 3 ? 2 : write.rev }));
    expect(kinds({ ...rest, writes: same })).toEqual(['lost']);
  });

  it('is not forgotten', () => {
    const run = anIdealRun();
    run.agentCreates(1);
    run.agentWrites(1, { priority: 1 });
    const { documents, ...rest } = run.evidence();
    const older = documents.map((document) => ({ ...document, rev: 1 }));
    expect(kinds({ ...rest, documents: older })).toEqual(['lost']);
  });
});

describe('both sides', () => {
  const run = anIdealRun();
  run.agentCreates(1, { priority: 1 });
  const evidence = run.evidence();

  it('must be equal', () => {
    const board = evidence.board.map((card) => ({
      ...card,
      cells: new Map([...card.cells, ['priority', 3] as const]),
    }));
    expect(kinds({ ...evidence, board })).toEqual(['differing']);
  });

  it('must be so in the product’s own words', () => {
    const documents = evidence.documents.map((document) => ({ ...document, state: 'pending' }));
    expect(kinds({ ...evidence, documents })).toEqual(['differing']);
  });

  it('must stay so', () => {
    const last = evidence.changes.at(-1);
    if (last === undefined) throw new Error('There is no change');
    expect(check({ ...evidence, afterwards: [last] })).toMatchObject([
      { kind: 'afterwards', task: 1 },
    ]);
    expect(plannerIdOf(1)).toBe(last.id);
  });
});

it('a process must not end by itself', () => {
  const evidence = { ...anIdealRun().evidence(), exits: ['worker ended by itself: exit code 1'] };
  expect(kinds(evidence)).toEqual(['died']);
});
