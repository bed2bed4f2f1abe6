import fc from 'fast-check';
import type { WriteTimes } from '../../../src/domain/merge/merge-types.js';
import type { TaskContent } from '../../../src/domain/task.js';
import { section } from './texts.js';

const line: fc.Arbitrary<string> = fc.constantFrom('alpha', 'beta', 'gamma', 'delta', '');
/** Some lines, with agent notes among or after them now and then. */
const description = fc
  .tuple(
    fc.array(line, { maxLength: 4 }),
    fc.option(fc.constantFrom('one', 'two', 'one\ntwo')),
    fc.nat(4),
  )
  .map(([lines, notes, at]) =>
    (notes === null ? lines : lines.toSpliced(at, 0, section(notes))).join('\n'),
  );
const word = fc.constantFrom('alpha', 'beta', 'gamma', 'delta', '');
const rowIds = ['r1', 'r2', 'r3', 'r4', 'r5'];
const urls = ['https://one.example', 'https://two.example', 'https://three.example'];

/** Rows for some of the ids, in any order. */
const rowsOf = <T>(
  ids: readonly string[],
  make: (id: string) => fc.Arbitrary<T>,
): fc.Arbitrary<T[]> =>
  fc.shuffledSubarray([...ids]).chain((chosen) => fc.tuple(...chosen.map(make)));

/** Contents over a small world of values, so that both sides often touch the same thing. */
export const content: fc.Arbitrary<TaskContent> = fc.record({
  bucketId: fc.option(fc.constantFrom('todo', 'done')),
  title: fc.constantFrom('alpha', 'beta', 'gamma'),
  description,
  percentComplete: fc.constantFrom(0, 50, 100),
  priority: fc.constantFrom(1, 5, 9),
  startDateTime: fc.option(fc.constantFrom('2026-12-01T00:00:00Z', '2026-12-03T00:00:00Z')),
  dueDateTime: fc.option(fc.constantFrom('2026-12-02T00:00:00Z', '2026-12-04T00:00:00Z')),
  assigneeIds: fc.subarray(['ann', 'ben', 'cy']),
  appliedCategories: fc.subarray(['category1', 'category2', 'category3']),
  checklist: rowsOf(rowIds, (id) =>
    fc.record({ id: fc.constant(id), title: word, isChecked: fc.boolean() }),
  ),
  references: rowsOf(urls, (url) =>
    fc.record({ url: fc.constant(url), alias: fc.option(word), type: fc.constant('Other') }),
  ),
});

/** Times at which the agent or the person certainly wrote later. */
export function timesFor(winner: 'agent' | 'person'): WriteTimes {
  return {
    agentAt: () => (winner === 'agent' ? 10_000_000 : 0),
    personAt: () => ({ from: 1_000_000, to: 2_000_000 }),
  };
}

export const anyTimes: fc.Arbitrary<WriteTimes> = fc
  .constantFrom<'agent' | 'person'>('agent', 'person')
  .map(timesFor);
