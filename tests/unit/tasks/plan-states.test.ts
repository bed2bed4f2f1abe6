import { describe, expect, test } from 'vitest';
import { holdSentence, type PlanState } from '../../../src/tasks/plan-states.js';

const aState = (parts: Partial<PlanState> = {}): PlanState => ({
  planId: 'plan',
  link: { accountId: 'app', mode: 'on' },
  hold: null,
  stop: null,
  unreadable: null,
  accountWait: null,
  allPaused: null,
  ...parts,
});
const at = '2026-12-01T10:00:00.000Z';

describe('why a plan holds back', () => {
  test('is nothing where it is synced', () => {
    expect(holdSentence(aState())).toBeNull();
  });

  test.each<[string, Partial<PlanState>, RegExp]>([
    [
      'a pause',
      {
        hold: 'paused',
        link: { accountId: 'app', mode: 'paused', pausedAt: at, pausedBy: 'ada' },
      },
      /paused since 2026.* by ada; sync_resume/,
    ],
    [
      'a restored backup',
      { hold: 'paused', link: { accountId: 'app', mode: 'paused' } },
      /is paused; sync_resume/,
    ],
    [
      'a removal that was interrupted',
      { hold: 'paused', link: { accountId: 'app', mode: 'paused', removing: true } },
      /sync_remove_plan goes on/,
    ],
    [
      'a pause of everything',
      { hold: 'paused', allPaused: { at, by: 'ada' } },
      /^Everything was paused/,
    ],
    [
      'a preview',
      { hold: 'preview', link: { accountId: 'app', mode: 'preview' } },
      /sync_add_plan with mode "on"/,
    ],
    [
      'missing tasks',
      { hold: 'stopped', stop: { since: at, missing: 12, recent: 0, total: 30 } },
      /^12 of 30 tasks are missing.*sync_confirm_deletions/,
    ],
    ['a plan that cannot be read', { unreadable: { code: 'forbidden', at } }, /forbidden/],
  ])('%s is told with what to do', (_what, parts, sentence) => {
    expect(holdSentence(aState(parts))).toMatch(sentence);
  });
});
