import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pick, sameContent, sameField } from '../../../src/domain/content.js';
import type { Intent } from '../../../src/domain/intent.js';
import { applyIntent } from '../../../src/domain/intent.js';
import { makeLegal } from '../../../src/domain/merge/legal.js';
import { mergeTask } from '../../../src/domain/merge/merge-task.js';
import type { WriteTimes } from '../../../src/domain/merge/merge-types.js';
import { settle } from '../../../src/domain/settle.js';
import type { TaskContent, TaskField } from '../../../src/domain/task.js';
import { detailsFields, taskFields } from '../../../src/domain/task.js';
import { content, timesFor } from './arbitraries.js';
import { aContent } from './a-content.js';

const fields: readonly TaskField[] = [...taskFields, ...detailsFields];
const limits = { description: 200, checklist: 4, references: 2, assignees: 2 };

/** One task on both sides, and the sync between them as a model: each step is one request and its commit. */
class Model {
  document = aContent();
  planner = aContent();
  writes = 0;
  private base = aContent();
  private intent: Intent | null = null;

  constructor(private readonly times: WriteTimes) {}

  /** Answers whether both sides are equal and known to be. */
  step(fate: 'answered' | 'answer lost' | 'request lost'): boolean {
    const { document, planner, intent, times } = this;
    const base = intent === null ? this.base : applyIntent(this.base, intent, planner);
    const versions = { base, agent: document, planner };
    const merged = mergeTask(versions, times);
    const legal = makeLegal(merged.value, versions, limits);
    const conflicts = [...merged.conflicts, ...legal.conflicts];
    const part = [taskFields, detailsFields].find((some) =>
      some.some((field) => !sameField(field, legal.value, planner)),
    );
    if (part === undefined) {
      this.document = settle(document, { kind: 'read', base, planner }, times, limits).document;
      this.agree();
      return true;
    }
    const wanted = { ...planner, ...pick(legal.value, part) };
    if (this.intent !== null) this.base = base;
    this.intent = { at: 0, before: planner, wanted };
    if (fate === 'request lost') return false;
    this.planner = wanted;
    this.writes += 1;
    if (fate === 'answer lost') return false;
    const reply = { before: planner, wanted, answer: wanted };
    const found = { kind: 'written' as const, reply, document, merged: legal.value, conflicts };
    const settled = settle(document, found, times, limits);
    this.document = settled.document;
    this.agree();
    return settled.isAgreed;
  }

  private agree(): void {
    this.base = this.planner;
    this.intent = null;
  }
}

const edit = fc.record({
  side: fc.constantFrom<'document' | 'planner'>('document', 'planner'),
  values: content,
  changed: fc.subarray([...fields], { minLength: 1, maxLength: 3 }),
  /** What happens at the steps of the sync before the next edit. */
  steps: fc.array(
    fc.constantFrom<'answered' | 'answer lost' | 'request lost'>(
      'answered',
      'answered',
      'answer lost',
      'request lost',
    ),
    { maxLength: 3 },
  ),
});

describe('after any history of edits, lost requests and lost answers', () => {
  it.each(['agent', 'person'] as const)(
    'the loop dies out in one write of the task and one of its details (the %s wins)',
    (winner) => {
      fc.assert(
        fc.property(fc.array(edit, { maxLength: 8 }), (history) => {
          const model = new Model(timesFor(winner));
          for (const { side, values, changed, steps } of history) {
            const legal = makeLegal({ ...model[side], ...pick(values, changed) }, nothing, limits);
            model[side] = legal.value;
            for (const fate of steps) model.step(fate);
          }
          const before = model.writes;
          for (let round = 0; round < 3; round += 1) model.step('answered');
          expect(model.writes - before).toBeLessThanOrEqual(2);
          expect(sameContent(model.document, model.planner)).toBe(true);

          const { writes, document } = model;
          expect(model.step('answered')).toBe(true);
          expect(model.writes).toBe(writes);
          expect(model.document).toEqual(document);
        }),
        { numRuns: 500 },
      );
    },
  );
});

const nothing: { readonly base: TaskContent; agent: TaskContent; planner: TaskContent } = {
  base: aContent(),
  agent: aContent(),
  planner: aContent(),
};
