import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findNotes, wordsOf } from '../../../src/domain/agent-notes.js';
import { differingFields, sameContent } from '../../../src/domain/content.js';
import { applyIntent } from '../../../src/domain/intent.js';
import { makeLegal } from '../../../src/domain/merge/legal.js';
import type { TaskVersions, WriteTimes } from '../../../src/domain/merge/merge-types.js';
import { mergeTask } from '../../../src/domain/merge/merge-task.js';
import { normalise } from '../../../src/domain/reply.js';
import { settle } from '../../../src/domain/settle.js';
import type { TaskContent, TaskField } from '../../../src/domain/task.js';
import { detailsFields, taskFields } from '../../../src/domain/task.js';
import { anyTimes, content, timesFor } from './arbitraries.js';
import { aContent, row } from './a-content.js';

const fields: readonly TaskField[] = [...taskFields, ...detailsFields];
/** So narrow that merges often pass them. */
const limits = { description: 55, checklist: 3, references: 2, assignees: 2 };

const versions: fc.Arbitrary<TaskVersions> = fc.record({
  base: content,
  agent: content,
  planner: content,
});

function decide(given: TaskVersions, times: WriteTimes) {
  const merged = mergeTask(given, times);
  const legal = makeLegal(merged.value, given, limits);
  return {
    value: legal.value,
    conflicts: [...merged.conflicts, ...legal.conflicts],
    legal,
    merged,
  };
}

describe('makeLegal', () => {
  it('gives what Planner takes: the person may hold more, the mix may not', () => {
    fc.assert(
      fc.property(versions, anyTimes, (given, times) => {
        const { value } = decide(given, times);
        const { planner } = given;
        for (const [length, limit, held] of [
          [value.checklist.length, limits.checklist, planner.checklist.length],
          [value.references.length, limits.references, planner.references.length],
          [value.assigneeIds.length, limits.assignees, planner.assigneeIds.length],
          [value.description.length, limits.description, planner.description.length],
        ] as const) {
          expect(length).toBeLessThanOrEqual(Math.max(limit, held));
        }
        const { startDateTime: start, dueDateTime: due } = value;
        const isPersons = start === planner.startDateTime && due === planner.dueDateTime;
        if (start !== null && due !== null && !isPersons) expect(start <= due).toBe(true);
      }),
    );
  });

  it('leaves a legal content alone, and its own result too', () => {
    fc.assert(
      fc.property(versions, anyTimes, (given, times) => {
        const { legal, merged } = decide(given, times);
        const again = makeLegal(legal.value, given, limits);
        expect(sameContent(again.value, legal.value)).toBe(true);
        expect(
          again.conflicts.filter(
            (one) => one.field !== 'startDateTime' && one.field !== 'dueDateTime',
          ),
        ).toEqual([]);
        if (legal.conflicts.length === 0) expect(legal.value).toEqual(merged.value);
      }),
    );
  });

  it('takes nothing from the person, and tells of all that it takes from the agent', () => {
    fc.assert(
      fc.property(versions, anyTimes, (given, times) => {
        const { legal, merged } = decide(given, times);
        for (const field of ['checklist', 'references', 'assigneeIds'] as const) {
          const keysOf = (of: TaskContent): readonly string[] =>
            of[field].map((one) =>
              typeof one === 'string' ? one : 'id' in one ? one.id : one.url,
            );
          const kept = keysOf(legal.value);
          const persons = keysOf(given.planner);
          const lost = keysOf(merged.value).filter((key) => !kept.includes(key));
          expect(lost.filter((key) => persons.includes(key))).toEqual([]);
          const told = legal.conflicts.filter((one) => one.field === field).map((one) => one.key);
          expect(new Set(told)).toEqual(new Set(lost));
        }
        const changed = differingFields(legal.value, merged.value);
        const told = new Set(legal.conflicts.map((one) => one.field));
        expect(told).toEqual(new Set(changed));
      }),
    );
  });
});

describe('normalise', () => {
  const written = fc.record({ before: content, wanted: content, answer: content });

  it('changes nothing where Planner holds what was sent', () => {
    fc.assert(
      fc.property(content, content, content, (of, before, wanted) => {
        expect(normalise(of, { before, wanted, answer: wanted })).toEqual(of);
      }),
    );
  });

  it('gives what was sent Planner’s form, and leaves alone what was not sent or is something else', () => {
    fc.assert(
      fc.property(written, content, ({ before, wanted, answer }, other) => {
        const sent = differingFields(before, wanted);
        const result = normalise(wanted, { before, wanted, answer });
        for (const field of ['title', 'description', 'priority', 'bucketId'] as const) {
          expect(result[field]).toBe((sent.includes(field) ? answer : wanted)[field]);
          const kept = normalise({ ...wanted, [field]: other[field] }, { before, wanted, answer });
          if (other[field] !== wanted[field]) expect(kept[field]).toBe(other[field]);
        }
        const stays = fields.filter((field) => !sent.includes(field));
        expect(differingFields(result, wanted).filter((field) => stays.includes(field))).toEqual(
          [],
        );
      }),
    );
  });

  it('adds and removes no key: that is somebody’s edit', () => {
    fc.assert(
      fc.property(content, written, (of, reply) => {
        const result = normalise(of, reply);
        expect(new Set(result.checklist.map(({ id }) => id))).toEqual(
          new Set(of.checklist.map(({ id }) => id)),
        );
        expect(result.assigneeIds).toEqual(of.assigneeIds);
        expect(result.references.map(({ url }) => url).toSorted()).toEqual(
          of.references.map(({ url }) => url).toSorted(),
        );
      }),
    );
  });
});

describe('settle', () => {
  it('of a read leaves alone what both sides hold', () => {
    fc.assert(
      fc.property(content, content, anyTimes, (base, both, times) => {
        const found = { kind: 'read' as const, base, planner: both };
        expect(settle(both, found, times, { ...limits, checklist: 20 })).toMatchObject({
          changed: [],
          conflicts: [],
          isAgreed: true,
        });
      }),
    );
  });

  it('is agreed after one write that Planner took, and then nothing changes any more', () => {
    fc.assert(
      fc.property(versions, anyTimes, (given, times) => {
        const { value: merged, conflicts } = decide(given, times);
        const reply = { before: given.planner, wanted: merged, answer: merged };
        const found = { kind: 'written' as const, reply, document: given.agent, merged, conflicts };
        const settled = settle(given.agent, found, times, limits);
        expect(settled.isAgreed).toBe(true);
        expect(sameContent(settled.document, merged)).toBe(true);
        const read = { kind: 'read' as const, base: merged, planner: merged };
        expect(settle(settled.document, read, times, limits)).toMatchObject({
          changed: [],
          conflicts: [],
          isAgreed: true,
        });
      }),
    );
  });

  it('tells agents of exactly the fields that are other than they left them', () => {
    fc.assert(
      fc.property(versions, anyTimes, ({ base, agent, planner }, times) => {
        const settled = settle(agent, { kind: 'read', base, planner }, times, limits);
        expect(settled.changed).toEqual(differingFields(settled.document, agent));
      }),
    );
  });
});

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
