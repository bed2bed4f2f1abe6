import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { differingFields, sameContent } from '../../../src/domain/content.js';
import { mergeTask } from '../../../src/domain/merge/merge-task.js';
import type { TaskContent } from '../../../src/domain/task.js';
import { anyTimes, content, timesFor } from './arbitraries.js';
import { aContent, row } from './a-content.js';

const merge = (
  base: TaskContent,
  agent: TaskContent,
  planner: TaskContent,
  winner: 'agent' | 'person' = 'person',
) => mergeTask({ base, agent, planner }, timesFor(winner));

describe('merging a task', () => {
  it('takes the side that changed when the other did not, whoever it is', () => {
    fc.assert(
      fc.property(content, content, anyTimes, (base, changed, times) => {
        const byAgent = mergeTask({ base, agent: changed, planner: base }, times);
        const byPerson = mergeTask({ base, agent: base, planner: changed }, times);
        expect(differingFields(byAgent.value, changed)).toEqual([]);
        expect(differingFields(byPerson.value, changed)).toEqual([]);
        expect([...byAgent.conflicts, ...byPerson.conflicts]).toEqual([]);
      }),
    );
  });

  it('changes nothing and reports nothing when both sides made the same change', () => {
    fc.assert(
      fc.property(content, content, anyTimes, (base, same, times) => {
        const { value, conflicts } = mergeTask({ base, agent: same, planner: same }, times);
        expect(differingFields(value, same)).toEqual([]);
        expect(conflicts).toEqual([]);
      }),
    );
  });

  it('is stable: once both sides hold the result, merging again changes nothing', () => {
    fc.assert(
      fc.property(content, content, content, anyTimes, (base, agent, planner, times) => {
        const merged = mergeTask({ base, agent, planner }, times).value;
        const again = mergeTask({ base: planner, agent: merged, planner: merged }, times);
        expect(sameContent(again.value, merged)).toBe(true);
        expect(again.conflicts).toEqual([]);
      }),
    );
  });

  it('invents no value: every plain field and every row comes from one of the sides', () => {
    fc.assert(
      fc.property(content, content, content, anyTimes, (base, agent, planner, times) => {
        const { value } = mergeTask({ base, agent, planner }, times);
        for (const field of [
          'title',
          'bucketId',
          'percentComplete',
          'priority',
          'startDateTime',
          'dueDateTime',
        ] as const) {
          expect([agent[field], planner[field]]).toContain(value[field]);
        }
        for (const row of value.checklist) {
          const sources = [...agent.checklist, ...planner.checklist].filter(
            (one) => one.id === row.id,
          );
          expect(sources.map((one) => one.title)).toContain(row.title);
          expect(sources.map((one) => one.isChecked)).toContain(row.isChecked);
        }
        const lines = new Set([
          ...agent.description.split('\n'),
          ...planner.description.split('\n'),
          '',
        ]);
        for (const line of value.description.split('\n')) expect(lines).toContain(line);
      }),
    );
  });

  it('never loses what only a person did', () => {
    fc.assert(
      fc.property(content, content, content, (base, agent, planner) => {
        const { value } = merge(base, agent, planner, 'person');
        for (const field of ['title', 'percentComplete', 'priority', 'dueDateTime'] as const) {
          if (planner[field] !== base[field]) expect(value[field]).toBe(planner[field]);
        }
        for (const row of planner.checklist) {
          const before = base.checklist.find((one) => one.id === row.id);
          const isPersons = before === undefined || before.title !== row.title;
          if (isPersons) {
            expect(value.checklist.find((one) => one.id === row.id)?.title).toBe(row.title);
          }
        }
        for (const row of base.checklist) {
          const wasDeletedByPerson = !planner.checklist.some((one) => one.id === row.id);
          if (wasDeletedByPerson)
            expect(value.checklist.some((one) => one.id === row.id)).toBe(false);
        }
      }),
    );
  });

  it('keeps rows, people and labels that both sides added', () => {
    const base = aContent({ assigneeIds: ['ann'], checklist: [row('r1', 'one')] });
    const agent = {
      ...base,
      assigneeIds: ['ann', 'ben'],
      checklist: [row('r1', 'one'), row('r2', 'two')],
    };
    const planner = {
      ...base,
      assigneeIds: ['cy'],
      checklist: [row('r1', 'one'), row('r3', 'three')],
    };
    const { value, conflicts } = merge(base, agent, planner);
    expect([...value.assigneeIds].sort()).toEqual(['ben', 'cy']);
    expect(value.checklist.map((one) => one.id)).toEqual(['r1', 'r3', 'r2']);
    expect(conflicts).toEqual([]);
  });

  it('merges a renamed and a checked row into both', () => {
    const base = aContent({ checklist: [row('r1', 'one')] });
    const agent = { ...base, checklist: [row('r1', 'renamed')] };
    const planner = { ...base, checklist: [row('r1', 'one', true)] };
    expect(merge(base, agent, planner).value.checklist).toEqual([row('r1', 'renamed', true)]);
  });

  it('lets a person keep a row that an agent removed without knowing of the edit', () => {
    const base = aContent({ checklist: [row('r1', 'one')] });
    const agent = { ...base, checklist: [] };
    const planner = { ...base, checklist: [row('r1', 'edited')] };
    const { value, conflicts } = merge(base, agent, planner, 'agent');
    expect(value.checklist).toEqual([row('r1', 'edited')]);
    expect(conflicts[0]?.rule).toBe('person_edit_beats_agent_delete');
  });

  it('removes a row that a person deleted although an agent edited it, and says so', () => {
    const base = aContent({ checklist: [row('r1', 'one')] });
    const agent = { ...base, checklist: [row('r1', 'edited')] };
    const planner = { ...base, checklist: [] };
    const { value, conflicts } = merge(base, agent, planner, 'agent');
    expect(value.checklist).toEqual([]);
    expect(conflicts[0]?.rule).toBe('person_delete_beats_agent_edit');
  });

  it('takes the order of the side that reordered', () => {
    const base = aContent({ checklist: [row('r1'), row('r2'), row('r3')] });
    const reordered = { ...base, checklist: [row('r3'), row('r1'), row('r2')] };
    expect(merge(base, reordered, base).value.checklist.map((one) => one.id)).toEqual([
      'r3',
      'r1',
      'r2',
    ]);
    expect(merge(base, base, reordered).value.checklist.map((one) => one.id)).toEqual([
      'r3',
      'r1',
      'r2',
    ]);
  });

  it('merges different lines of a description and decides only the common ones', () => {
    const base = aContent({ description: 'one\ntwo\nthree' });
    const agent = { ...base, description: 'ONE\ntwo\nthree' };
    const planner = { ...base, description: 'one\ntwo\nTHREE' };
    expect(merge(base, agent, planner)).toEqual({
      value: { ...base, description: 'ONE\ntwo\nTHREE' },
      conflicts: [],
    });
    const clash = merge(
      base,
      { ...base, description: 'agent\ntwo' },
      { ...base, description: 'person\ntwo' },
    );
    expect(clash.value.description).toContain('person');
    expect(clash.conflicts).toHaveLength(1);
  });
});
