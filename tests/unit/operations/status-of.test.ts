import { describe, expect, it } from 'vitest';
import { statusOf, type SyncFindings } from '../../../src/operations/sync/status-of.js';
import type { PlanStatus } from '../../../src/operations/sync/sync-status.js';

const plan = (planId: string, title: string): PlanStatus => ({
  planId,
  title,
  state: 'failing',
  mode: 'on',
  accountId: 'app',
  hold: null,
  stopped: null,
  lag: null,
  source: null,
  lastLook: null,
  lastSignal: null,
  freshness: null,
  intervalMs: null,
  pace: null,
  pending: 0,
  failing: 0,
});
const alert = (subject: string) => ({
  kind: 'plan_stopped' as const,
  severity: 'error' as const,
  subject,
  message: `About ${subject}`,
  advice: '',
  at: '2026-11-22T10:00:00Z',
});
const findings: SyncFindings = {
  reasons: [],
  plans: [plan('ours', 'Launch'), plan('theirs', 'Launch: the merger')],
  reasonsOfPlans: new Map([
    ['ours', []],
    ['theirs', ['Plan Launch: the merger: the last look at Planner failed.']],
  ]),
  alerts: [
    alert('ours'),
    ...Array.from({ length: 60 }, (_, at) => alert(at === 0 ? 'theirs' : 'x')),
  ],
  sources: [],
  graphRequests: {
    thisHour: { httpRequests: 0, subrequests: 0 },
    lastHour: { httpRequests: 0, subrequests: 0 },
  },
  workers: { seen: 1, lastSeenAt: null },
  graph: null,
};

describe('the status as some plans have it', () => {
  it('says nothing of another plan, though its title begins like one of theirs', () => {
    const seen = statusOf(findings, new Set(['ours']));
    expect(seen).toMatchObject({ status: 'healthy', reasons: [], plans: [{ planId: 'ours' }] });
    expect(JSON.stringify(seen)).not.toMatch(/merger|theirs/);
  });

  it('shows their alerts, however many others came after them', () => {
    expect(statusOf(findings, new Set(['ours'])).alerts).toEqual([alert('ours')]);
    expect(statusOf(findings).alerts).toHaveLength(50);
  });

  it('is degraded for them by what is about everything', () => {
    const away = { ...findings, reasons: ['Temporal is away.'] };
    expect(statusOf(away, new Set(['ours']))).toMatchObject({
      status: 'degraded',
      reasons: ['Temporal is away.'],
    });
    expect(statusOf(findings)).toMatchObject({
      status: 'degraded',
      reasons: ['Plan Launch: the merger: the last look at Planner failed.'],
    });
  });
});
