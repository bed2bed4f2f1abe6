import { describe, expect, it } from 'vitest';
import { findRisks, type RedisFacts } from '../../../src/tasks/redis-risks.js';

const well: RedisFacts = {
  policy: 'noeviction',
  maxMemory: 0,
  usedMemory: 1_000,
  isAppendOnly: true,
  hasSnapshots: false,
  appendStatus: 'ok',
  snapshotStatus: 'ok',
  replicas: 0,
};
const names = (facts: Partial<RedisFacts>, wantedReplicas = 0) =>
  findRisks({ ...well, ...facts }, wantedReplicas).map((risk) => risk.name);

describe('what is at risk with a Redis', () => {
  it('is nothing when it appends to its file and never evicts', () => {
    expect(names({})).toEqual([]);
  });

  it.each([
    ['eviction', { policy: 'volatile-lru' }],
    ['append-only-file', { appendStatus: 'err' }],
    ['snapshots', { snapshotStatus: 'err' }],
    ['memory', { maxMemory: 1_000, usedMemory: 900 }],
    ['persistence', { isAppendOnly: false }],
  ] as const)('is %s', (name, facts) => {
    expect(names(facts)).toEqual([name]);
  });

  it('is not said of a Redis that does not tell', () => {
    const silent = { policy: null, isAppendOnly: null, hasSnapshots: null, replicas: null };
    expect(names({ ...silent, appendStatus: null, snapshotStatus: null }, 2)).toEqual([]);
  });

  it('is not said of snapshots alone, nor of a memory with room', () => {
    expect(names({ isAppendOnly: false, hasSnapshots: true })).toEqual([]);
    expect(names({ maxMemory: 1_000, usedMemory: 899 })).toEqual([]);
  });

  it('is that fewer replicas are connected than are waited for', () => {
    expect(names({ replicas: 1 }, 2)).toEqual(['replicas']);
    expect(names({ replicas: 2 }, 2)).toEqual([]);
  });
});
