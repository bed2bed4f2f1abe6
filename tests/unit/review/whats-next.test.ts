import { describe, expect, it } from 'vitest';
import { whatsNext, type Circumstances } from '../../../src/review/whats-next.js';

const now = Date.UTC(2026, 11, 1, 10);

function circumstances(values: Partial<Circumstances>): Circumstances {
  return {
    state: 'pending',
    isWaiting: true,
    trouble: null,
    failing: null,
    hold: null,
    outages: [],
    lookEveryMs: 2_000,
    restorableUntil: null,
    now,
    ...values,
  };
}

describe('what happens next', () => {
  it('tells when a retry is due, which attempt that is, and what Graph said', () => {
    const trouble = { code: 'unavailable', status: 503, attempt: 4, nextAt: now + 40_000 };
    expect(whatsNext(circumstances({ trouble }))).toEqual({
      what: 'retry',
      at: '2026-12-01T10:00:40.000Z',
      text: 'Retrying in 40 s, attempt 5; after attempt 4 Graph said 503 (unavailable).',
    });
  });

  it('tells of a held plan before anything that would happen without it', () => {
    const hold = 'The plan is paused by Ada: sync_resume lets it go on.';
    const trouble = { code: 'unavailable', status: 503, attempt: 4, nextAt: now };
    const outages = ['Temporal is away.'];
    expect(whatsNext(circumstances({ hold, trouble, outages }))).toMatchObject({
      what: 'wait',
      text: hold,
    });
    expect(whatsNext(circumstances({ outages, trouble }))).toMatchObject({
      what: 'wait',
      text: 'Temporal is away.',
    });
  });

  it('tells that nothing is to be done, and how often Planner is looked at', () => {
    const step = whatsNext(circumstances({ state: 'synced', isWaiting: false }));
    expect(step).toMatchObject({ what: 'nothing', at: null });
    expect(step.text).toContain('every 2 s');
  });

  it('tells when a refused task is tried again, and what makes it be tried at once', () => {
    const failing = { code: 'MaximumTasksInProject', tries: 3, nextAt: now + 1_200_000 };
    const step = whatsNext(circumstances({ state: 'failed', failing }));
    expect(step).toMatchObject({ what: 'retry', at: '2026-12-01T10:20:00.000Z' });
    expect(step.text).toContain('refused it 3 times (MaximumTasksInProject)');
    expect(step.text).toContain('in 20 min');
  });

  it('tells how long a deleted task can be brought back', () => {
    const restorableUntil = now + 86_400_000;
    const gone = { state: 'deleted', isWaiting: false, restorableUntil } as const;
    expect(whatsNext(circumstances(gone))).toMatchObject({
      what: 'gone',
      at: '2026-12-02T10:00:00.000Z',
    });
  });
});
