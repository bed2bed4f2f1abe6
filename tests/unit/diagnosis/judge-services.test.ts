import { describe, expect, it } from 'vitest';
import {
  judgeRedisFunctions,
  judgeRedisReach,
  judgeRedisRisks,
  judgeRedisTransport,
  judgeRedisVersion,
} from '../../../src/diagnosis/judge-redis.js';
import {
  judgeAttributes,
  judgeNamespace,
  judgeTemporalReach,
  judgeWorkers,
  type TemporalFacts,
} from '../../../src/diagnosis/judge-temporal.js';
import type { RedisSetup } from '../../../src/tasks/read-redis-setup.js';
import type { RedisFacts } from '../../../src/tasks/redis-risks.js';

const setup: RedisSetup = { product: 'Redis', version: '7.2.4', library: 'current', time: 0 };
const facts: RedisFacts = {
  policy: 'noeviction',
  maxMemory: 0,
  usedMemory: 1,
  isAppendOnly: true,
  hasSnapshots: false,
  appendStatus: 'ok',
  snapshotStatus: 'ok',
  replicas: 0,
};

describe('what is said of Redis', () => {
  it.each([
    ['WRONGPASS invalid username-password pair', /REDIS_URL/],
    ['its certificate is not trusted (SELF_SIGNED_CERT_IN_CHAIN)', /NODE_EXTRA_CA_CERTS/],
    ['it does not speak TLS (EPROTO)', /redis:\/\/ instead of rediss/],
    ['no answer within 5 s', /hangs/],
    ['nothing listens there (ECONNREFUSED)', /Start Redis/],
  ])('names the remedy for "%s"', (why, remedy) => {
    const { state, fix } = judgeRedisReach('cache:6379', why);
    expect(state).toBe('failure');
    expect(fix).toMatch(remedy);
  });

  it.each([
    ['7.0.0', 'ok'],
    ['10.1.0', 'ok'],
    ['6.2.14', 'failure'],
  ])('version %s is %s', (version, state) => {
    expect(judgeRedisVersion({ ...setup, version }).state).toBe(state);
  });

  it.each([
    ['current', 'ok'],
    ['unsupported', 'ok'],
    ['other', 'warning'],
    ['missing', 'warning'],
  ] as const)('functions that are %s are %s', (library, state) => {
    expect(judgeRedisFunctions({ ...setup, library }).state).toBe(state);
  });

  it('an evicting one fails, whatever else is well', () => {
    const judged = judgeRedisRisks({ ...facts, policy: 'allkeys-lru' }, 0);
    expect(judged.eviction).toMatchObject({ state: 'failure', fix: expect.any(String) });
    expect(judged.persistence.state).toBe('ok');
  });

  it.each([
    [{}, 'ok'],
    [{ appendStatus: 'err' }, 'failure'],
    [{ snapshotStatus: 'err' }, 'failure'],
    [{ isAppendOnly: false, hasSnapshots: true }, 'warning'],
    [{ isAppendOnly: false, hasSnapshots: false }, 'warning'],
    [{ isAppendOnly: null, hasSnapshots: null }, 'skipped'],
  ])('with %o its persistence is %s', (change, state) => {
    expect(judgeRedisRisks({ ...facts, ...change }, 0).persistence.state).toBe(state);
  });

  it('memory and replicas are judged by their limits', () => {
    const judged = judgeRedisRisks({ ...facts, maxMemory: 100, usedMemory: 95, replicas: 1 }, 2);
    expect(judged.memory.state).toBe('warning');
    expect(judged.replicas.state).toBe('failure');
    expect(judgeRedisRisks({ ...facts, replicas: 2 }, 2).replicas.state).toBe('ok');
  });

  it.each([
    ['127.0.0.1', false, false, 'ok'],
    ['cache.example.com', false, true, 'warning'],
    ['cache.example.com', true, false, 'warning'],
    ['cache.example.com', true, true, 'ok'],
  ])('the way to %s (TLS %s, password %s) is %s', (host, isTls, hasPassword, state) => {
    expect(judgeRedisTransport({ host, isTls, hasPassword }).state).toBe(state);
  });
});

const right: TemporalFacts = {
  serverVersion: '1.31.0',
  namespace: {
    attributes: [
      { name: 'TandemPlanId', state: 'right' },
      { name: 'TandemNamespace', state: 'right' },
    ],
    workers: 2,
  },
};

function withAttributes(...states: ('right' | 'missing' | 'other type')[]): TemporalFacts {
  const attributes = states.map((state, at) => ({ name: `Attribute${at}`, state }));
  return { ...right, namespace: { attributes, workers: 1 } };
}

describe('what is said of Temporal', () => {
  it('is all well where all is there', () => {
    for (const { state } of [
      judgeTemporalReach('here:7233', { version: '1.31.0' }),
      judgeNamespace('default', right),
      judgeAttributes('default', right),
      judgeWorkers('tandem', right),
    ]) {
      expect(state).toBe('ok');
    }
  });

  it.each([
    ['no connection (UNAVAILABLE)', /TEMPORAL_ADDRESS/],
    ['it does not know us (UNAUTHENTICATED)', /TEMPORAL_API_KEY/],
    ['its certificate is not trusted, or it does not speak TLS', /TEMPORAL_TLS/],
  ])('names the remedy for "%s"', (why, remedy) => {
    expect(judgeTemporalReach('here:7233', { why }).fix).toMatch(remedy);
  });

  it('gives the command that makes exactly the search attributes that are missing', () => {
    expect(judgeAttributes('mine', withAttributes('right', 'missing'))).toMatchObject({
      state: 'failure',
      fix: expect.stringMatching(/--namespace mine --name Attribute1 --type Keyword$/),
    });
    expect(judgeAttributes('mine', withAttributes('other type', 'missing'))).toMatchObject({
      state: 'failure',
      fix: expect.stringContaining('another namespace'),
    });
  });

  it('leaves open what may not be asked', () => {
    const facts: TemporalFacts = { ...right, namespace: { attributes: null, workers: 1 } };
    expect(judgeAttributes('default', facts)).toMatchObject({ state: 'skipped' });
  });

  it('needs a namespace and a worker', () => {
    expect(judgeNamespace('gone', { ...right, namespace: null }).state).toBe('failure');
    expect(judgeWorkers('q', { ...right, namespace: null }).state).toBe('skipped');
    const idle: TemporalFacts = { ...right, namespace: { attributes: null, workers: 0 } };
    expect(judgeWorkers('tandem', idle)).toMatchObject({
      state: 'failure',
      found: expect.stringContaining('task queue tandem'),
    });
  });
});
