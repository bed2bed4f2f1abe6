import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { differingFields, sameContent } from '../../../src/domain/content.js';
import { makeLegal } from '../../../src/domain/merge/legal.js';
import { mergeTask } from '../../../src/domain/merge/merge-task.js';
import { normalise } from '../../../src/domain/reply.js';
import { settle } from '../../../src/domain/settle.js';
import type { TaskContent, TaskField } from '../../../src/domain/task.js';
import { detailsFields, taskFields } from '../../../src/domain/task.js';
import { aContent } from './a-content.js';
import { anyTimes, content, timesFor } from './arbitraries.js';
import { decide, limits, versions } from './decide.js';

const fields: readonly TaskField[] = [...taskFields, ...detailsFields];
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

  it('tells the agents’ newest value of a conflict, written while the request was under way', () => {
    const agreed = aContent({ percentComplete: 1, title: 'one' });
    const decidedOn = aContent({ percentComplete: 2, title: 'two' });
    const planner = aContent({ percentComplete: 100, title: 'one' });
    const times = timesFor('person');
    const { value: merged, conflicts } = mergeTask(
      { base: agreed, agent: decidedOn, planner },
      times,
    );
    const newest = aContent({ percentComplete: 3, title: 'two' });
    const reply = { before: planner, wanted: merged, answer: merged };
    const finding = { kind: 'written', reply, document: decidedOn, merged, conflicts } as const;
    const settled = settle(newest, finding, times, limits);
    expect(settled.document.percentComplete).toBe(100);
    expect(settled.conflicts).toMatchObject([
      { field: 'percentComplete', base: 1, agent: 3, planner: 100, winner: 'person' },
    ]);
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
