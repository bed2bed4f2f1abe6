import { describe, expect, it } from 'vitest';
import { check } from '../../chaos/checker/check.js';
import type { Evidence } from '../../chaos/evidence/evidence.js';
import { anIdealRun, ending } from './an-ideal-run.js';

const kinds = (evidence: Evidence): readonly string[] => check(evidence).map(({ kind }) => kind);
const link = 'links/https://files.example.com/t1/f0.docx';

describe('a label, person, row or link', () => {
  it.each(['labels/category1', 'people/1f0c', 'checklist/r0', link])(
    'must not go by itself: %s',
    (cell) => {
      const run = anIdealRun();
      run.agentCreates(1, { [cell]: true });
      expect(check(run.evidence())).toEqual([]);
      expect(kinds(ending(run.evidence(), 1, { [cell]: undefined }))).toEqual(['lost']);
    },
  );

  it('must not go by itself when it is a person’s', () => {
    const run = anIdealRun();
    run.agentCreates(1);
    run.personWrites(1, { 'labels/category2': true });
    expect(kinds(ending(run.evidence(), 1, { 'labels/category2': undefined }))).toEqual([
      'overwritten',
    ]);
  });

  it('must not come back after a person removed it', () => {
    const run = anIdealRun();
    run.agentCreates(1, { 'people/1f0c': true });
    run.personWrites(1, { 'people/1f0c': false });
    expect(check(run.evidence())).toEqual([]);
    expect(kinds(ending(run.evidence(), 1, { 'people/1f0c': true }))).toEqual(['overwritten']);
  });

  it('must not come back after an agent removed it', () => {
    const run = anIdealRun();
    run.personCreates(1);
    run.personWrites(1, { 'labels/category1': true });
    run.agentWrites(1, { 'labels/category1': false });
    expect(kinds(ending(run.evidence(), 1, { 'labels/category1': true }))).toEqual(['lost']);
  });

  it('must not appear by itself', () => {
    const run = anIdealRun();
    run.agentCreates(1);
    expect(kinds(ending(run.evidence(), 1, { 'labels/category1': true }))).toEqual(['lost']);
  });
});

describe('a row', () => {
  it('that a person writes into stays, although agents removed it without knowing', () => {
    const run = anIdealRun();
    run.agentCreates(1, { 'checklist/r0': true, 'checklist/r0/title': 'r0 a1' });
    run.agentWrites(1, { 'checklist/r0': false });
    run.personWrites(1, { 'checklist/r0/title': 'r0 p3' });
    const kept = ending(run.evidence(), 1, {
      'checklist/r0': true,
      'checklist/r0/title': 'r0 p3',
    });
    expect(check(kept)).toEqual([]);
    const gone = ending(run.evidence(), 1, {
      'checklist/r0': undefined,
      'checklist/r0/title': undefined,
    });
    expect(kinds(gone)).toEqual(['overwritten']);
  });

  it('may stand again when an agent wrote into it after its removal', () => {
    const run = anIdealRun();
    run.agentCreates(1, { 'checklist/r0': true, 'checklist/r0/title': 'r0 a1' });
    run.personWrites(1, { 'checklist/r0': false });
    run.agentWrites(1, { 'checklist/r0/title': 'r0 a3' });
    expect(check(ending(run.evidence(), 1, { 'checklist/r0': true }))).toEqual([]);
  });

  it('has values that count as long as it is there', () => {
    const run = anIdealRun();
    run.agentCreates(1, { [link]: true, [`${link}/alias`]: 'a1' });
    run.personWrites(1, { [`${link}/alias`]: 'p2' });
    expect(kinds(ending(run.evidence(), 1, { [`${link}/alias`]: 'a1' }))).toEqual(['overwritten']);
    run.personWrites(1, { [link]: false });
    expect(check(ending(run.evidence(), 1, { [`${link}/alias`]: undefined }))).toEqual([]);
  });

  it('must not be there twice', () => {
    const run = anIdealRun();
    run.agentCreates(1, { 'checklist/r0': true });
    const { board, ...rest } = run.evidence();
    const doubled = board.map((card) => ({ ...card, doubledRows: ['r0'] }));
    expect(kinds({ ...rest, board: doubled })).toEqual(['doubled']);
  });
});
