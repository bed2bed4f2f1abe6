import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { differingFields, sameContent } from '../../../src/domain/content.js';
import { applyIntent } from '../../../src/domain/intent.js';
import { mergeTask } from '../../../src/domain/merge/merge-task.js';
import { settle } from '../../../src/domain/settle.js';
import type { TaskContent } from '../../../src/domain/task.js';
import { content, timesFor } from './arbitraries.js';
import { aContent, row } from './a-content.js';

const times = timesFor('person');

const limits = { description: 32_768, checklist: 20, references: 10, assignees: 20 };

/** Decides, writes to a Planner that answers as told, and settles on the document as it is then. */
function roundTrip(given: {
  base: TaskContent;
  document: TaskContent;
  planner: TaskContent;
  answer?: (wanted: TaskContent) => TaskContent;
  newer?: TaskContent;
}) {
  const { base, document, planner, answer = (wanted) => wanted, newer = document } = given;
  const { value: merged, conflicts } = mergeTask({ base, agent: document, planner }, times);
  const reply = { before: planner, wanted: merged, answer: answer(merged) };
  return {
    answer: reply.answer,
    settled: settle(newer, { kind: 'written', reply, document, merged, conflicts }, times, limits),
  };
}

describe('settling after our own write', () => {
  it('leaves both sides equal after one round trip, whatever both had done', () => {
    fc.assert(
      fc.property(content, content, content, (base, document, planner) => {
        const { answer, settled } = roundTrip({ base, document, planner });
        expect(differingFields(settled.document, answer)).toEqual([]);
        expect(settled.isAgreed).toBe(true);
      }),
    );
  });

  it('takes over what a person did while the request was under way', () => {
    fc.assert(
      fc.property(content, content, (base, document) => {
        const { settled } = roundTrip({
          base,
          document: { ...document, priority: base.priority },
          planner: base,
          answer: (wanted) => ({
            ...wanted,
            priority: 3,
            checklist: [...wanted.checklist, row('new')],
          }),
        });
        expect(settled.document.priority).toBe(3);
        expect(settled.document.checklist.map((one) => one.id)).toContain('new');
        expect(settled.changed).toContain('priority');
      }),
    );
  });

  it('keeps what agents wrote while the request was under way, to be sent next', () => {
    fc.assert(
      fc.property(content, content, content, (base, document, planner) => {
        const newer = {
          ...document,
          title: 'newest',
          description: `${document.description}\nnewest`,
        };
        const quiet = { ...planner, title: base.title, description: base.description };
        const { settled } = roundTrip({ base, document, planner: quiet, newer });
        expect(settled.document.title).toBe('newest');
        expect(settled.document.description).toContain('newest');
        expect(settled.isAgreed).toBe(false);
      }),
    );
  });

  it('takes a value as Planner normalised it without calling it a change', () => {
    const { settled } = roundTrip({
      base: aContent({ title: 'Old' }),
      document: aContent({ title: ' New ', checklist: [row('r1')] }),
      planner: aContent({ title: 'Old' }),
      answer: (wanted) => ({ ...wanted, title: 'New', bucketId: null }),
    });
    expect(settled.document.title).toBe('New');
    expect(settled.changed).toEqual([]);
    expect(settled.isAgreed).toBe(true);
  });
});

describe('settling after a create', () => {
  it('takes Planner’s own defaults without calling them a change', () => {
    const document = aContent({ title: 'New', bucketId: null });
    const reply = { before: null, wanted: document, answer: { ...document, bucketId: 'first' } };
    const finding = { kind: 'written' as const, reply, document, merged: document, conflicts: [] };
    const settled = settle(document, finding, times, limits);
    expect(settled.document.bucketId).toBe('first');
    expect(settled.changed).toEqual([]);
    expect(settled.isAgreed).toBe(true);
  });
});

describe('an intent whose answer was lost', () => {
  it('makes the values that arrived ours, so that nothing of it looks like a person’s edit', () => {
    fc.assert(
      fc.property(content, content, content, (base, document, planner) => {
        const wanted = mergeTask({ base, agent: document, planner }, times).value;
        const intent = { at: 0, before: planner, wanted };
        // The write was done, and the agent has changed its mind since.
        const newer = { ...document, title: 'newer' };
        const own = applyIntent(base, intent, wanted);
        const merged = mergeTask({ base: own, agent: newer, planner: wanted }, times);
        if (!sameContent(wanted, planner) && wanted.title !== planner.title) {
          expect(merged.value.title).toBe('newer');
        }
      }),
    );
  });

  it('changes nothing when the write never arrived', () => {
    const base = aContent({ title: 'Old' });
    const intent = { at: 0, before: base, wanted: aContent({ title: 'New' }) };
    expect(applyIntent(base, intent, base)).toEqual(base);
  });

  it('leaves a person’s other value to the person', () => {
    const base = aContent({ title: 'Old' });
    const intent = { at: 0, before: base, wanted: aContent({ title: 'New' }) };
    expect(applyIntent(base, intent, aContent({ title: 'Person' })).title).toBe('Old');
  });
});
