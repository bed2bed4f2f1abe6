import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findNotes, wordsOf } from '../../../src/domain/agent-notes.js';
import { differingFields } from '../../../src/domain/content.js';
import { applyIntent } from '../../../src/domain/intent.js';
import { mergeTask } from '../../../src/domain/merge/merge-task.js';
import type { TaskContent } from '../../../src/domain/task.js';
import { aContent, row } from './a-content.js';
import { anyTimes, content, timesFor } from './arbitraries.js';
import { decide, versions } from './decide.js';

/** Without the order of rows and the place of the agents' section, which carry nobody's words. */
function unplaced(of: TaskContent): TaskContent {
  const { description } = of;
  const notes = findNotes(description)?.notes ?? 'none';
  const checklist = of.checklist.toSorted((one, other) => one.id.localeCompare(other.id));
  return { ...of, checklist, description: `${wordsOf(description)}\n${notes}` };
}

describe('an intent', () => {
  const decided = fc.tuple(versions, anyTimes).map(([given, times]) => {
    const { value: wanted, conflicts } = decide(given, times);
    return { ...given, times, wanted, conflicts };
  });

  it('that never arrived explains nothing', () => {
    fc.assert(
      fc.property(decided, ({ base, planner, wanted }) => {
        const known = applyIntent(base, { at: 0, before: planner, wanted }, planner);
        expect(differingFields(known, base)).toEqual([]);
      }),
    );
  });

  it('that arrived needs no second write, and keeps what a person did before it', () => {
    fc.assert(
      fc.property(decided, ({ base, agent, planner, wanted, conflicts, times }) => {
        // Which lines of a clash are whose is lost with the document that it was decided on; both values are in the log.
        fc.pre(!conflicts.some((one) => one.field === 'description'));
        const known = applyIntent(base, { at: 0, before: planner, wanted }, wanted);
        const again = decide({ base: known, agent, planner: wanted }, times);
        expect(differingFields(unplaced(again.value), unplaced(wanted))).toEqual([]);
      }),
    );
  });

  it('that arrived leaves to a person what the person did after it', () => {
    fc.assert(
      fc.property(decided, content, ({ base, agent, planner, wanted }, later) => {
        for (const field of ['title', 'priority', 'percentComplete', 'bucketId'] as const) {
          // Set back to what it was, it cannot be told from a write that never arrived.
          if ([base, planner].some((of) => of[field] === later[field])) continue;
          const now = { ...wanted, [field]: later[field] };
          const known = applyIntent(base, { at: 0, before: planner, wanted }, now);
          const again = mergeTask({ base: known, agent, planner: now }, timesFor('person'));
          expect(again.value[field]).toBe(now[field]);
        }
        const id = wanted.checklist[0]?.id;
        if (id === undefined) return;
        const edited = wanted.checklist.map((one) =>
          one.id === id ? row(id, 'by the person', one.isChecked) : one,
        );
        const now = { ...wanted, checklist: edited };
        const known = applyIntent(base, { at: 0, before: planner, wanted }, now);
        const again = mergeTask({ base: known, agent, planner: now }, timesFor('person'));
        expect(again.value.checklist.find((one) => one.id === id)).toEqual(edited[0]);
      }),
    );
  });

  it('never makes an agent undo what a person did while it was under way', () => {
    const base = aContent({
      description: 'one\nmid\ntwo',
      checklist: [row('r1')],
      assigneeIds: ['ann'],
    });
    const agent = {
      ...base,
      description: 'ONE\nmid\ntwo',
      checklist: [row('r1', 'r1', true)],
      assigneeIds: ['ann', 'ben'],
    };
    const person = {
      ...base,
      description: 'one\nmid\nTWO',
      checklist: [row('r1', 'renamed'), row('r2')],
      assigneeIds: ['cy'],
    };
    const times = timesFor('agent');
    const wanted = mergeTask({ base, agent, planner: person }, times).value;
    for (const planner of [person, wanted]) {
      const known = applyIntent(base, { at: 0, before: person, wanted }, planner);
      const { value } = mergeTask({ base: known, agent, planner }, times);
      expect(value).toMatchObject({
        description: 'ONE\nmid\nTWO',
        checklist: [row('r1', 'renamed', true), row('r2')],
        assigneeIds: ['ben', 'cy'],
      });
    }
  });
});
