import { describe, expect, test } from 'vitest';
import { groupByPlan, type OutboxEntry, parseEntries } from '../../../src/tasks/outbox-entry.js';
import { streamEntries } from '../../../src/tasks/stream-entries.js';

const fields = (parts: Readonly<Record<string, string>>): string[] => Object.entries(parts).flat();

/** A reply of XREADGROUP with these entries. */
function aReply(...entries: readonly [string, string[] | null][]): unknown {
  return [['annika:sync:pending', entries]];
}

function anEntry(entryId: string, parts: Partial<OutboxEntry> = {}): OutboxEntry {
  return { entryId, planId: 'plan', taskIds: ['one'], source: 'agent', look: false, ...parts };
}

describe('entries of the outbox', () => {
  test('are read with plan, refs and source', () => {
    const reply = aReply([
      '1-0',
      fields({ plan: 'plan', tasks: '["one","planner:p1"]', source: 'planner', at: '1' }),
    ]);

    expect(parseEntries(streamEntries(reply))).toMatchObject({
      entries: [anEntry('1-0', { taskIds: ['one', 'planner:p1'], source: 'planner' })],
      unreadable: [],
    });
  });

  test('are none where nothing was waiting', () => {
    expect(parseEntries(streamEntries(null))).toMatchObject({ entries: [], unreadable: [] });
  });

  test('are left out when they were deleted meanwhile', () => {
    expect(parseEntries(streamEntries(aReply(['1-0', null])))).toMatchObject({
      entries: [],
      unreadable: [],
    });
  });

  test('count as back-fill when nobody knows where they come from', () => {
    const reply = aReply(['1-0', fields({ plan: 'plan', tasks: '["one"]', source: 'elsewhere' })]);

    expect(parseEntries(streamEntries(reply)).entries).toMatchObject([{ source: 'system' }]);
  });

  test.each([
    ['have no plan', { tasks: '["one"]', source: 'agent' }],
    ['have no tasks', { plan: 'plan', source: 'agent' }],
    ['hold no JSON', { plan: 'plan', tasks: 'one, two', source: 'agent' }],
    ['hold something else than refs', { plan: 'plan', tasks: '[1]', source: 'agent' }],
  ])('that %s are named as unreadable and do not hold up the others', (_what, parts) => {
    const reply = aReply(
      ['1-0', fields({ plan: 'plan', tasks: '["one"]', source: 'agent' })],
      ['2-0', fields(parts)],
      ['3-0', fields({ plan: 'plan', tasks: '["one"]', source: 'agent' })],
    );

    expect(parseEntries(streamEntries(reply))).toMatchObject({
      entries: [anEntry('1-0'), anEntry('3-0')],
      unreadable: ['2-0'],
    });
  });
});

describe('entries of one read', () => {
  test('become one group a plan, each task once, in the order of their first change', () => {
    const groups = groupByPlan([
      anEntry('1-0', { taskIds: ['b'] }),
      anEntry('2-0', { taskIds: ['a', 'b'] }),
      anEntry('3-0', { planId: 'other' }),
      anEntry('4-0', { taskIds: ['c'] }),
    ]);

    expect(groups).toEqual([
      {
        planId: 'plan',
        source: 'agent',
        taskIds: ['b', 'a', 'c'],
        look: false,
        entryIds: ['1-0', '2-0', '4-0'],
      },
      { planId: 'other', source: 'agent', taskIds: ['one'], look: false, entryIds: ['3-0'] },
    ]);
  });

  test('keep what agents wrote apart from what people changed, which is less urgent', () => {
    const groups = groupByPlan([anEntry('1-0'), anEntry('2-0', { source: 'planner' })]);

    expect(groups.map(({ source, entryIds }) => [source, entryIds])).toEqual([
      ['agent', ['1-0']],
      ['planner', ['2-0']],
    ]);
  });

  test('ask for a look together where one of them does', () => {
    const groups = groupByPlan([anEntry('1-0'), anEntry('2-0', { taskIds: [], look: true })]);

    expect(groups).toMatchObject([{ taskIds: ['one'], look: true }]);
  });

  test('are all in some group, also without a task, so that all are removed', () => {
    const groups = groupByPlan([anEntry('1-0', { taskIds: [] }), anEntry('2-0')]);

    expect(groups.flatMap(({ entryIds }) => entryIds)).toEqual(['1-0', '2-0']);
  });
});
