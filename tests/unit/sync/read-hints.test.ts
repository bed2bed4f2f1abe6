import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DeltaHint } from '../../../src/domain/planner-delta.js';
import type { Etag } from '../../../src/domain/planner.js';
import { readHints } from '../../../src/sync/sources/read-hints.js';

const etag = (text: string): Etag => text as Etag;
const known = {
  pairs: new Map([['ours', 'TASK']]),
  etags: new Map([['ours', 'etag-1']]),
};

function aHint(hint: Partial<DeltaHint> = {}): DeltaHint {
  return { kind: 'task', id: 'ours', planId: null, isRemoved: false, etag: null, ...hint };
}

const read = (...hints: readonly DeltaHint[]) => readHints(hints, 'plan', known);

describe('the hints of a round', () => {
  it('name the tasks to read, each once, new ones among them', () => {
    expect(read(aHint(), aHint({ etag: etag('etag-2') }), aHint({ id: 'new' }))).toEqual({
      kind: 'tasks',
      plannerIds: ['ours', 'new'],
    });
  });

  it('are noise where they say a version that we have, a place on a board, or another plan', () => {
    expect(
      read(
        aHint({ etag: etag('etag-1') }),
        aHint({ kind: 'order' }),
        aHint({ planId: 'other', etag: etag('etag-9') }),
      ),
    ).toEqual({ kind: 'tasks', plannerIds: [] });
  });

  it.each([
    ['a task of ours is gone', aHint({ isRemoved: true })],
    ['a plan or bucket has another name', aHint({ kind: 'names', id: 'plan' })],
    ['something cannot be told apart', aHint({ kind: 'unknown' })],
    ['something has no id', aHint({ id: null })],
  ])('ask for a complete look where %s', (_, hint) => {
    expect(read(aHint({ id: 'new' }), hint)).toEqual({ kind: 'look' });
  });

  it('do not care for the end of a task that we never had', () => {
    expect(read(aHint({ id: 'never ours', isRemoved: true }))).toEqual({
      kind: 'tasks',
      plannerIds: [],
    });
  });

  it('ask for a complete look rather than for many single ones', () => {
    const many = Array.from({ length: 21 }, (_, at) => aHint({ id: `task-${String(at)}` }));
    expect(read(...many)).toEqual({ kind: 'look' });
    expect(read(...many.slice(1))).toMatchObject({ kind: 'tasks' });
  });

  it('never pass over a task of the plan whose version we do not have', () => {
    const hint = fc.record({
      kind: fc.constantFrom('task', 'order', 'names', 'unknown'),
      id: fc.option(fc.constantFrom('ours', 'a', 'b'), { nil: null }),
      planId: fc.constantFrom(null, 'plan', 'other'),
      isRemoved: fc.boolean(),
      etag: fc.constantFrom(null, etag('etag-1'), etag('etag-2')),
    }) as fc.Arbitrary<DeltaHint>;
    fc.assert(
      fc.property(fc.array(hint, { maxLength: 30 }), (hints) => {
        const work = read(...hints);
        if (work.kind === 'look') return;
        for (const { kind, id, planId, isRemoved, etag: said } of hints) {
          const isNews =
            kind === 'task' &&
            planId !== 'other' &&
            !isRemoved &&
            said !== known.etags.get(id ?? '');
          if (isNews) expect(work.plannerIds).toContain(id);
        }
      }),
    );
  });
});
