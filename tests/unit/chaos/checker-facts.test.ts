import { describe, expect, it } from 'vitest';
import { toFacts } from '../../chaos/checker/fact.js';
import { anIdealRun } from './an-ideal-run.js';

const happened = ({ writes, changes }: ReturnType<ReturnType<typeof anIdealRun>['evidence']>) =>
  toFacts(writes, changes).map((fact) => fact.happened);

describe('what became of a write', () => {
  it('is what an agent was told', () => {
    const run = anIdealRun();
    run.agentCreates(1);
    run.agentWrites(1, { priority: 1 }, { told: 'refused' });
    run.agentWrites(1, { priority: 3 }, { told: 'unknown' });
    expect(happened(run.evidence())).toEqual(['yes', 'no', 'maybe']);
  });

  it('is what the board’s log says, whatever a person was told', () => {
    const run = anIdealRun();
    run.personCreates(1);
    run.personWrites(1, { priority: 1 }, { told: 'unknown' });
    run.personWrites(1, { priority: 3 }, { told: 'refused' });
    expect(happened(run.evidence())).toEqual(['yes', 'yes', 'yes']);
    const { changes, ...rest } = run.evidence();
    expect(happened({ ...rest, changes: changes.slice(0, 1) })).toEqual(['yes', 'no', 'no']);
  });

  it('cannot be told when the log lacks what a person was told to be accepted', () => {
    const run = anIdealRun();
    run.personCreates(1);
    expect(() => happened({ ...run.evidence(), changes: [] })).toThrow('its log of changes lacks');
  });

  it('is found by task, fields and time', () => {
    const run = anIdealRun();
    run.personCreates(1);
    run.personWrites(1, { 'labels/category1': true }, { told: 'unknown' });
    run.personWrites(1, { title: 't1 p3' });
    const { changes, ...rest } = run.evidence();
    const others = changes.filter(({ fields }) => !fields.includes('appliedCategories'));
    expect(happened({ ...rest, changes: others })).toEqual(['yes', 'no', 'yes']);
  });
});
