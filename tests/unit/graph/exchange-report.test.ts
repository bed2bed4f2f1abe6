import { describe, expect, it } from 'vitest';
import { judgeExchange } from '../../../src/graph/gateway/access/exchange-report.js';
import type { Outcome } from '../../../src/graph/gateway/graph-request.js';

const now = Date.parse('2026-11-22T10:00:00Z');
const answer = (status: number, retryAfter: string | null = null): Outcome => ({
  status,
  body: null,
  retryAfter,
  requestId: null,
});
const silence = (failure: 'timeout' | 'unreachable' | 'unexpected'): Outcome => ({
  failure,
  reason: '',
  mayHaveArrived: true,
});

describe('an exchange', () => {
  it.each<[string, readonly Outcome[], 'well' | 'failed' | null]>([
    ['a good answer', [answer(200)], 'well'],
    ['a refusal of what was asked', [answer(404)], 'well'],
    ['a full plan', [answer(507)], 'well'],
    ['what is not offered', [answer(501)], 'well'],
    ['a failure inside', [answer(500)], 'failed'],
    ['a gateway that waited in vain', [answer(504)], 'failed'],
    ['no answer', [silence('timeout')], 'failed'],
    ['no connection', [silence('unreachable')], 'failed'],
    ['a page of a proxy', [silence('unexpected')], null],
    ['being told to wait', [answer(429, '3')], null],
    ['being told that it is overloaded', [answer(503)], null],
    ['half a batch that fails', [answer(200), answer(500)], 'failed'],
    ['a part of a batch that fails', [answer(200), answer(200), answer(500)], 'well'],
    ['a 503 without a time beside good ones', [answer(200), answer(200), answer(503)], 'well'],
    ['throttled parts beside a good one', [answer(429), answer(429), answer(200)], 'well'],
    ['throttled parts beside a failure', [answer(429), answer(502)], 'failed'],
  ])('with %s says %3$s', (_what, outcomes, health) => {
    expect(judgeExchange(outcomes, now).health).toBe(health);
  });

  it('is throttled for the longest time that any part was told', () => {
    const outcomes = [answer(429, '3'), answer(200), answer(429, '12'), answer(429)];
    expect(judgeExchange(outcomes, now).throttled).toMatchObject({
      retryAfterMs: 12_000,
      count: 3,
    });
  });

  it('is throttled for a time of our choice when none was told', () => {
    expect(judgeExchange([answer(509)], now).throttled).toMatchObject({ retryAfterMs: null });
  });

  it('is not throttled by a 503 without a time beside parts that were done', () => {
    const { throttled, health } = judgeExchange([answer(200), answer(200), answer(503)], now);
    expect({ throttled, health }).toEqual({ throttled: null, health: 'well' });
    expect(judgeExchange([answer(200), answer(503, '3')], now).throttled).not.toBeNull();
    expect(judgeExchange([answer(200), answer(429)], now).throttled).not.toBeNull();
  });

  it('says nothing of the sort otherwise', () => {
    expect(judgeExchange([answer(200)], now).throttled).toBeNull();
  });
});
