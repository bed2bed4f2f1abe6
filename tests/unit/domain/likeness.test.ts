import { describe, expect, it } from 'vitest';
import { likenessTo, mostAlike } from '../../../src/domain/likeness.js';
import type { PlannerTaskFields } from '../../../src/domain/planner.js';
import { aContent } from './a-content.js';

const fields = (values: Partial<PlannerTaskFields>): PlannerTaskFields => aContent(values);

describe('whether a renamed task may be what was posted', () => {
  it.each([
    ['Draft the offer', 'Draft the offer, second try', true],
    ['Call Bob', 'call Robert', true],
    ['Draft the offer', 'Fix the bug', false],
    ['Draft the offer', 'Something else', false],
    ['日本語 見積', '日本語 請求', true],
    ['…', '…', false],
  ])('“%s” and “%s” by their words: %s', (posted, held, isAlike) => {
    const likeness = likenessTo(fields({ title: posted }), fields({ title: held }));
    expect(likeness !== null).toBe(isAlike);
  });

  it('is told by a value that somebody chose', () => {
    const posted = fields({ title: 'Alpha', priority: 1 });
    expect(likenessTo(posted, fields({ title: 'Beta', priority: 1 }))).toEqual([0, 1, 7]);
    expect(likenessTo(posted, fields({ title: 'Beta', priority: 9 }))).toBeNull();
    expect(likenessTo(fields({ title: 'Alpha' }), fields({ title: 'Beta' }))).toBeNull();
  });
});

const alike = (ones: readonly string[], others: readonly string[]) =>
  Object.fromEntries(
    mostAlike(ones, others, (one, other) =>
      likenessTo(fields({ title: one }), fields({ title: other })),
    ),
  );

describe('who belongs to whom', () => {
  it('is told where each is most like the other', () => {
    expect(alike(['Call Bob', 'Draft the offer'], ['Draft an offer', 'Call Ann'])).toEqual({
      'Call Bob': 'Call Ann',
      'Draft the offer': 'Draft an offer',
    });
  });

  it('stays open where two are as much alike', () => {
    expect(alike(['Call Bob', 'Call Ann'], ['Call Robert'])).toEqual({});
    expect(alike(['Call Bob'], ['Call Ann', 'Call Robert'])).toEqual({});
  });
});
