import { describe, expect, it } from 'vitest';
import { check } from '../../chaos/checker/check.js';
import type { Evidence } from '../../chaos/evidence/evidence.js';
import { newDescription } from '../../chaos/world/texts.js';
import { aConflict, anIdealRun, ending } from './an-ideal-run.js';

const kinds = (evidence: Evidence): readonly string[] => check(evidence).map(({ kind }) => kind);

describe('a value that is written by several', () => {
  it('is right when the last one stands', () => {
    const run = anIdealRun();
    run.agentCreates(1);
    run.personWrites(1, { title: 't1 p2' });
    run.agentWrites(1, { title: 't1 a3', percentComplete: 7 });
    expect(check(run.evidence())).toEqual([]);
  });

  it('overwrites a person when an agent’s older one stands', () => {
    const run = anIdealRun();
    run.agentCreates(1);
    run.agentWrites(1, { title: 't1 a2' });
    run.personWrites(1, { title: 't1 p3' });
    expect(check(ending(run.evidence(), 1, { title: 't1 a2' }))).toEqual(
      [{ kind: 'overwritten', task: 1, what: 'title is a2’s, although p3 came after it' }].map(
        (one) => ({ ...one, what: one.what.replace('’', "'") }),
      ),
    );
  });

  it('overwrites a person when another person’s older one stands', () => {
    const run = anIdealRun();
    run.personCreates(1);
    run.personWrites(1, { priority: 3 });
    run.personWrites(1, { priority: 4 });
    expect(kinds(ending(run.evidence(), 1, { priority: 3 }))).toEqual(['overwritten']);
  });

  it('is lost when an agent’s older one stands over another agent’s', () => {
    const run = anIdealRun();
    run.agentCreates(1);
    run.agentWrites(1, { percentComplete: 1 });
    run.agentWrites(1, { percentComplete: 2 });
    expect(kinds(ending(run.evidence(), 1, { percentComplete: 1 }))).toEqual(['lost']);
  });

  it('of a row that an agent removed after writing it is the agents’ own loss when a person keeps the row', () => {
    const row = { 'checklist/r0': true, 'checklist/r0/title': 'r0 a2' };
    const standing = { 'checklist/r0': true, 'checklist/r0/title': 'r0 p5' };
    const unchecked = { ...standing, 'checklist/r0/isChecked': false };
    const run = anIdealRun();
    run.agentCreates(1);
    run.agentWrites(1, row);
    run.agentWrites(1, { 'checklist/r0/isChecked': true });
    run.agentWrites(1, { 'checklist/r0': false });
    run.personWrites(1, { 'checklist/r0/title': 'r0 p5' });
    expect(kinds(ending(run.evidence(), 1, unchecked))).toEqual([]);

    const left = anIdealRun();
    left.agentCreates(1);
    left.agentWrites(1, row);
    left.agentWrites(1, { 'checklist/r0': false });
    left.personWrites(1, { 'checklist/r0/isChecked': true });
    const back = { 'checklist/r0': true, 'checklist/r0/title': 'r0 a2' };
    expect(kinds(ending(left.evidence(), 1, back))).toEqual([]);

    const kept = anIdealRun();
    kept.agentCreates(1);
    kept.agentWrites(1, row);
    kept.agentWrites(1, { 'checklist/r0/isChecked': true });
    kept.personWrites(1, { 'checklist/r0/title': 'r0 p5' });
    expect(kinds(ending(kept.evidence(), 1, unchecked))).toEqual(['lost']);
  });

  it('claims nothing on a card that its own people deleted before anybody had looked, and the task stands anew', () => {
    const run = anIdealRun();
    run.agentCreates(1);
    run.personWrites(1, { title: 't1 p2' });
    const evidence = run.evidence();
    const [created, updated] = evidence.changes;
    const [document] = evidence.documents;
    if (created === undefined || updated === undefined || document === undefined) {
      throw new Error('The ideal run has a card, an edit and a document');
    }
    const by = { kind: 'person', id: 'a person' } as const;
    const deleted = { ...updated, seq: 3, operation: 'deleted', by, fields: [] } as const;
    const anew = { ...created, seq: 4, id: 'card-1-anew', at: updated.at + 60_000 };
    const cells = new Map([['title', 't1 a1'] as const]);
    const standing = { ...document, cells, plannerId: anew.id };
    const ended = (changes: Evidence['changes']): Evidence => ({
      ...evidence,
      changes,
      documents: [standing],
      board: [{ ...standing, id: anew.id }],
      revisions: evidence.revisions.slice(0, 1),
    });
    const overwritten = (of: Evidence): boolean => kinds(of).includes('overwritten');
    expect(overwritten(ended([created, updated, deleted, anew]))).toBe(false);
    // Without the deletion the person's edit counts.
    expect(overwritten(ended([created, updated, anew]))).toBe(true);
  });

  it('is lost when a person’s older one stands and no conflict tells why', () => {
    const run = anIdealRun();
    run.agentCreates(1);
    run.personWrites(1, { dueDateTime: 'p' });
    run.agentWrites(1, { dueDateTime: 'a' });
    const evidence = ending(run.evidence(), 1, { dueDateTime: 'p' });
    expect(kinds(evidence)).toEqual(['lost']);
    const told = aConflict(1, { field: 'dueDateTime', agent: 'a', planner: 'p' });
    expect(kinds({ ...evidence, conflicts: [told] })).toEqual([]);
    const other = aConflict(1, { field: 'dueDateTime', agent: 'b', planner: 'p' });
    expect(kinds({ ...evidence, conflicts: [other] })).toEqual(['lost']);
    const forAgent = aConflict(1, { field: 'dueDateTime', agent: 'a', winner: 'agent' });
    expect(kinds({ ...evidence, conflicts: [forAgent] })).toEqual(['lost']);
  });

  it('is lost when nobody wrote what stands there', () => {
    const run = anIdealRun();
    run.agentCreates(1);
    run.agentWrites(1, { percentComplete: 1 });
    expect(kinds(ending(run.evidence(), 1, { percentComplete: 0 }))).toEqual(['lost']);
    expect(kinds(ending(run.evidence(), 1, { percentComplete: 55 }))).toEqual(['lost']);
    expect(kinds(ending(run.evidence(), 1, { priority: 9 }))).toEqual(['lost']);
  });

  it('may be that of a write without an answer, whenever that was done', () => {
    const run = anIdealRun();
    run.agentCreates(1);
    run.agentTriesInVain(1, { title: 't1 a2' });
    run.personWrites(1, { title: 't1 p3' });
    run.agentWrites(1, { title: 't1 a4' });
    expect(check(ending(run.evidence(), 1, { title: 't1 a2' }))).toEqual([]);
  });

  it('may be an older one that a refused write did not change', () => {
    const run = anIdealRun();
    run.agentCreates(1);
    run.agentWrites(1, { priority: 1 });
    run.agentWrites(1, { priority: 3 }, { told: 'refused' });
    expect(check(ending(run.evidence(), 1, { priority: 1 }))).toEqual([]);
  });
});

/** The person's value never came to the agents before theirs. */
function unknowing(after: number): Evidence {
  const run = anIdealRun();
  run.agentCreates(1);
  run.personWrites(1, { title: 't1 p2' });
  run.agentWrites(1, { title: 't1 a3' }, { after });
  const { revisions, ...rest } = run.evidence();
  return {
    ...rest,
    revisions: revisions.map((one) =>
      one.rev === 2 ? { ...one, cells: new Map([['title', 't1 a1']]) } : one,
    ),
  };
}

describe('an agent that writes over what it does not know', () => {
  it('must give way within half a minute', () => {
    expect(kinds(unknowing(20_000))).toEqual(['overwritten']);
  });

  it('may stand later', () => {
    expect(kinds(unknowing(31_000))).toEqual([]);
  });

  it('is not blamed where it cannot be seen what it knew', () => {
    const { revisions, ...rest } = unknowing(20_000);
    expect(kinds({ ...rest, revisions: revisions.filter(({ rev }) => rev !== 2) })).toEqual([]);
  });
});

describe('a line of the description', () => {
  it('is a value of its own', () => {
    const run = anIdealRun();
    run.agentCreates(1, { 'description/s1': 's1 a1', 'description/s2': 's2 a1' });
    run.personWrites(1, { 'description/s1': 's1 p2' });
    expect(check(run.evidence())).toEqual([]);
    const evidence = ending(run.evidence(), 1, { 'description/s1': 's1 a1' });
    expect(kinds(evidence)).toEqual(['overwritten']);
    expect(kinds(ending(run.evidence(), 1, { 'description/s1': undefined }))).toContain(
      'overwritten',
    );
  });

  it('gave way only where the conflict is about that line', () => {
    const run = anIdealRun();
    run.agentCreates(1, { 'description/s1': 's1 a1', 'description/s2': 's2 a1' });
    run.personWrites(1, { 'description/s2': 's2 p2' });
    run.agentWrites(1, { 'description/s2': 's2 a3' });
    const evidence = ending(run.evidence(), 1, { 'description/s2': 's2 p2' });
    const base = newDescription(1, 'a1');
    const agent = base.replace('s2 a1', 's2 a3');
    const about = (planner: string) => aConflict(1, { field: 'description', base, agent, planner });
    const sameLine = about(base.replace('s2 a1', 's2 p2'));
    const otherLine = about(base.replace('s1 a1', 's1 p9'));
    expect(kinds({ ...evidence, conflicts: [sameLine] })).toEqual([]);
    expect(kinds({ ...evidence, conflicts: [otherLine] })).toEqual(['lost']);
  });
});
