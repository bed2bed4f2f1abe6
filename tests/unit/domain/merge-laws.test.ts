import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findNotes, wordsOf } from '../../../src/domain/agent-notes.js';
import { differingFields, sameContent } from '../../../src/domain/content.js';
import { mergeDescription } from '../../../src/domain/merge/merge-description.js';
import { mergeRows } from '../../../src/domain/merge/merge-rows.js';
import { mergeSet } from '../../../src/domain/merge/merge-set.js';
import { mergeTask } from '../../../src/domain/merge/merge-task.js';
import { mergeText } from '../../../src/domain/merge/merge-text.js';
import type { Merged, ThreeWay } from '../../../src/domain/merge/merge-types.js';
import { checklistRows, referenceRows } from '../../../src/domain/merge/row-shapes.js';
import type { TaskContent } from '../../../src/domain/task.js';
import { anyTimes, content, timesFor } from './arbitraries.js';
import { markedText } from './texts.js';

type Merge<T> = (versions: ThreeWay<T>, winner: 'agent' | 'person') => Merged<T>;

interface Law<T> {
  readonly name: string;
  readonly values: fc.Arbitrary<T>;
  readonly merge: Merge<T>;
  /** Whether two values mean the same. */
  readonly isSame: (one: T, other: T) => boolean;
  /** What is the same whichever side is called agent: without the order that one of them leads. */
  readonly unordered: (value: T) => unknown;
  /** The parts of a value, each of which must come from one of the sides. */
  readonly parts: (value: T) => readonly string[];
}

/** Keeps what each merge is about and forgets its type, so that one suite runs them all. */
function law<T>(given: Law<T>) {
  const { name, values, merge, isSame, unordered, parts } = given;
  const three = fc.record({ base: values, agent: values, planner: values });
  const winners = fc.constantFrom<'agent' | 'person'>('agent', 'person');
  const check = (property: (versions: ThreeWay<T>, winner: 'agent' | 'person') => void): void =>
    fc.assert(fc.property(three, winners, property), { numRuns: 300 });
  return {
    name,
    identity: () =>
      check(({ base, agent: changed }, winner) => {
        for (const versions of [
          { base, agent: changed, planner: base },
          { base, agent: base, planner: changed },
        ]) {
          const { value, conflicts } = merge(versions, winner);
          expect(isSame(value, changed)).toBe(true);
          expect(conflicts).toEqual([]);
        }
      }),
    idempotence: () =>
      check(({ base, agent: same }, winner) => {
        const { value, conflicts } = merge({ base, agent: same, planner: same }, winner);
        expect(isSame(value, same)).toBe(true);
        expect(conflicts).toEqual([]);
      }),
    symmetry: () =>
      check(({ base, agent, planner }, winner) => {
        const one = merge({ base, agent, planner }, winner);
        const other = merge({ base, agent: planner, planner: agent }, winner);
        if (one.conflicts.length > 0) return;
        expect(other.conflicts).toEqual([]);
        expect(unordered(other.value)).toEqual(unordered(one.value));
      }),
    invention: () =>
      check((versions, winner) => {
        const known = new Set([...parts(versions.agent), ...parts(versions.planner)]);
        for (const part of parts(merge(versions, winner).value)) expect(known).toContain(part);
      }),
    convergence: () =>
      check((versions, winner) => {
        const merged = merge(versions, winner).value;
        for (const base of [merged, versions.planner, versions.agent]) {
          // Both sides took it over; or one did, and the other's old value was the base of that.
          const again = merge({ base, agent: merged, planner: merged }, winner);
          expect(isSame(again.value, merged)).toBe(true);
          expect(again.conflicts).toEqual([]);
        }
        const taken = merge({ ...versions, base: versions.planner, agent: merged }, winner);
        expect(isSame(taken.value, merged)).toBe(true);
        expect(taken.conflicts).toEqual([]);
      }),
  };
}

const sameJson = (one: unknown, other: unknown): boolean =>
  JSON.stringify(one) === JSON.stringify(other);
const sorted = (values: readonly unknown[]): readonly string[] =>
  values.map((value) => JSON.stringify(value)).toSorted();
const lines = (text: string): readonly string[] => ['', ...text.replaceAll('\r', '').split('\n')];

const laws = [
  law<readonly string[]>({
    name: 'mergeSet',
    values: fc.subarray(['ann', 'ben', 'cy', 'dee']),
    merge: (versions) => ({ value: mergeSet(versions), conflicts: [] }),
    isSame: (one, other) => sameJson(sorted(one), sorted(other)),
    unordered: sorted,
    parts: (value) => value,
  }),
  law<TaskContent['checklist']>({
    name: 'mergeRows of a checklist',
    values: content.map((value) => value.checklist),
    merge: (versions, winner) => mergeRows(checklistRows, versions, timesFor(winner)),
    isSame: sameJson,
    unordered: sorted,
    parts: (rows) =>
      rows.flatMap((row) => [`${row.id} ${row.title}`, `${row.id} ${row.isChecked}`]),
  }),
  law<TaskContent['references']>({
    name: 'mergeRows of links',
    values: content.map((value) => value.references),
    merge: (versions, winner) => mergeRows(referenceRows, versions, timesFor(winner)),
    isSame: (one, other) => sameJson(sorted(one), sorted(other)),
    unordered: sorted,
    parts: (rows) => rows.map((row) => `${row.url} ${row.alias ?? ''}`),
  }),
  law<string>({
    name: 'mergeText',
    values: fc.oneof(
      markedText,
      content.map((value) => value.description),
    ),
    merge: (versions, winner) => mergeText('description', versions, timesFor(winner)),
    isSame: (one, other) => one === other,
    unordered: (value) => value.replaceAll('\r\n', '\n'),
    parts: lines,
  }),
  law<string>({
    name: 'mergeDescription',
    values: fc.oneof(
      markedText,
      content.map((value) => value.description),
    ),
    merge: (versions, winner) => mergeDescription(versions, timesFor(winner)),
    isSame: (one, other) => one === other,
    unordered: (value) =>
      [wordsOf(value), findNotes(value)?.notes ?? null].map((part) =>
        part?.replaceAll('\r\n', '\n'),
      ),
    parts: (value) => [...lines(value), '--- agent notes ---', '--- end of agent notes ---'],
  }),
  law<TaskContent>({
    name: 'mergeTask',
    values: content,
    merge: (versions, winner) => mergeTask(versions, timesFor(winner)),
    isSame: sameContent,
    unordered: (value) => ({
      ...value,
      description: [wordsOf(value.description), findNotes(value.description)?.notes],
      checklist: sorted(value.checklist),
      references: sorted(value.references),
      assigneeIds: sorted(value.assigneeIds),
      appliedCategories: sorted(value.appliedCategories),
    }),
    parts: (value) => [
      ...Object.entries(value).flatMap(([name, part]) =>
        Array.isArray(part) || name === 'description' ? [] : [`${name} ${String(part)}`],
      ),
      ...value.assigneeIds,
      ...value.appliedCategories,
    ],
  }),
];

describe.each(laws)('$name', (one) => {
  it('takes the side that changed when the other did not', one.identity);
  it('leaves alone what both sides made the same', one.idempotence);
  it('does not care which side is called which, where they do not clash', one.symmetry);
  it('invents nothing', one.invention);
  it('has come to rest once its result is on either side', one.convergence);
});

function rowOf(of: TaskContent, id: string): string {
  return JSON.stringify(of.checklist.find((row) => row.id === id)) ?? 'none';
}

describe('a change that does not stand after a merge', () => {
  const plain = [
    'title', 'bucketId', 'percentComplete', 'priority', 'startDateTime', 'dueDateTime',
  ] as const; // prettier-ignore

  it('of a field is a conflict with both values and the winner', () => {
    fc.assert(
      fc.property(content, content, content, anyTimes, (base, agent, planner, times) => {
        const { value, conflicts } = mergeTask({ base, agent, planner }, times);
        for (const field of plain) {
          const found = conflicts.filter((one) => one.field === field);
          const isClash =
            agent[field] !== base[field] &&
            planner[field] !== base[field] &&
            agent[field] !== planner[field];
          expect(found).toHaveLength(isClash ? 1 : 0);
          if (isClash) {
            expect(found[0]).toMatchObject({ agent: agent[field], planner: planner[field] });
            const winner = found[0]?.winner === 'agent' ? agent : planner;
            expect(value[field]).toBe(winner[field]);
          }
        }
      }),
    );
  });

  it('of a row is a conflict of that row', () => {
    fc.assert(
      fc.property(content, content, content, anyTimes, (base, agent, planner, times) => {
        const { value, conflicts } = mergeTask({ base, agent, planner }, times);
        for (const side of [agent, planner]) {
          for (const { id } of [...base.checklist, ...side.checklist]) {
            const [was, wanted, is] = [base, side, value].map((of) => rowOf(of, id));
            if (wanted === was || wanted === is) continue;
            const other = rowOf(side === agent ? planner : agent, id);
            const isTold = conflicts.some((one) => one.field === 'checklist' && one.key === id);
            // Both changed the row, each another property of it: the row is the sum of both.
            expect(isTold || other !== was).toBe(true);
          }
        }
      }),
    );
  });

  it('of a set never happens: what either side added is there, what either removed is gone', () => {
    fc.assert(
      fc.property(content, content, content, (base, agent, planner) => {
        const { value } = mergeTask({ base, agent, planner }, timesFor('person'));
        for (const side of [agent, planner]) {
          for (const id of ['ann', 'ben', 'cy']) {
            const [was, wanted] = [base, side].map((of) => of.assigneeIds.includes(id));
            if (was !== wanted) expect(value.assigneeIds.includes(id)).toBe(wanted);
          }
        }
      }),
    );
  });

  it('is told of no field on which the sides agree', () => {
    fc.assert(
      fc.property(content, content, content, anyTimes, (base, agent, planner, times) => {
        const { conflicts } = mergeTask({ base, agent, planner }, times);
        const differing = new Set<string>(differingFields(agent, planner));
        for (const { field } of conflicts) expect(differing).toContain(field);
      }),
    );
  });
});
