import { describe, expect, it } from 'vitest';
import type { ValueChange } from '../../../src/domain/history/history-entry.js';
import type { Look } from '../../../src/sync/look.js';
import { seenAfterMs } from '../../../src/sync/seen-after.js';

const at = (seconds: number): string => new Date(seconds * 1_000).toISOString();

/** What Graph tells: completed at 100 s, Ann assigned at 90 s, a row written at 80 s. */
const look = {
  task: {
    fields: { percentComplete: 100 },
    completedAt: at(100),
    assignedAt: { ann: at(90) },
  },
  details: { checklistChanges: { row: { at: at(80) } }, referenceChanges: {} },
} as unknown as Look;

const change = (field: string, key?: string): ValueChange =>
  ({ field, ...(key !== undefined && { key }), before: null }) as unknown as ValueChange;
const times = { lookedAt: 50_000, now: 105_000 };

describe('how long after a person made it a change is seen', () => {
  it.each([
    ['a completed task', change('percentComplete'), 5_000],
    ['an assignment', change('assigneeIds', 'ann'), 15_000],
    ['a checklist row', change('checklist', 'row'), 25_000],
  ])('is known of %s', (_, one, ms) => {
    expect(seenAfterMs(look, [one], times)).toBe(ms);
  });

  it('counts the oldest of several changes', () => {
    const changes = [change('percentComplete'), change('title'), change('checklist', 'row')];
    expect(seenAfterMs(look, changes, times)).toBe(25_000);
  });

  it('is not known where Graph tells no time, or one from before the last look', () => {
    expect(seenAfterMs(look, [change('title')], times)).toBeNull();
    expect(seenAfterMs(look, [change('checklist', 'row')], { ...times, lookedAt: 80_000 })).toBe(
      null,
    );
  });

  it("is nothing rather than negative where Graph's clock is ahead", () => {
    expect(seenAfterMs(look, [change('percentComplete')], { ...times, now: 99_000 })).toBe(0);
  });
});
