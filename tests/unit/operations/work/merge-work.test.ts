import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  mergeWork,
  workSources,
  type WorkItem,
} from '../../../../src/operations/work/merge-work.js';

const anItem = (item: Partial<WorkItem> & Pick<WorkItem, 'source' | 'id'>): WorkItem => ({
  title: item.id,
  dueDay: null,
  place: null,
  ...item,
});

const days = fc.option(fc.constantFrom('2026-11-24', '2026-11-25', '2026-11-26', '2026-12-01'));
const items: fc.Arbitrary<readonly WorkItem[]> = fc.array(
  fc.record({
    source: fc.constantFrom(...workSources),
    id: fc.constantFrom('a', 'b', 'c', 'd'),
    title: fc.string({ maxLength: 3 }),
    dueDay: days,
    place: fc.constant(null),
  }),
  { maxLength: 20 },
);

describe('work in one list', () => {
  it('is by day, and what has none is last', () => {
    const merged = mergeWork(
      [
        anItem({ source: 'todo', id: 'undated' }),
        anItem({ source: 'todo', id: 'later', dueDay: '2026-12-01' }),
        anItem({ source: 'mail', id: 'overdue', dueDay: '2026-11-01' }),
      ],
      null,
    );
    expect(merged.map(({ id }) => id)).toEqual(['overdue', 'later', 'undated']);
  });

  it('has a flagged mail once: as the mail, or as the task where mail cannot be read', () => {
    const mail = anItem({ source: 'mail', id: 'm' });
    const task = anItem({ source: 'todo', id: 't', isOfMail: true });
    expect(mergeWork([task, mail], null)).toEqual([mail]);
    expect(mergeWork([task], null)).toEqual([task]);
  });

  it('until a day leaves out what is later or has no day', () => {
    const due = anItem({ source: 'todo', id: 'due', dueDay: '2026-11-26' });
    const later = anItem({ source: 'todo', id: 'later', dueDay: '2026-11-27' });
    expect(mergeWork([later, anItem({ source: 'todo', id: 'x' }), due], '2026-11-26')).toEqual([
      due,
    ]);
  });

  it('has each thing once and loses none, in an order that does not depend on where it came from', () => {
    fc.assert(
      fc.property(items, (all) => {
        const merged = mergeWork(all, null);
        const keyOf = ({ source, id }: WorkItem) => `${source} ${id}`;
        expect(new Set(merged.map(keyOf)).size).toBe(merged.length);
        expect(new Set(merged.map(keyOf))).toEqual(new Set(all.map(keyOf)));
        const dated = merged.map(({ dueDay }) => dueDay ?? '9999');
        expect(dated).toEqual(dated.toSorted());
        const unique = mergeWork(merged.toReversed(), null);
        expect(unique).toEqual(merged);
      }),
    );
  });
});
