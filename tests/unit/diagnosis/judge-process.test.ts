import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { differenceByHeader, judgeClock } from '../../../src/diagnosis/judge-clock.js';
import {
  judgeDataFolder,
  judgeKeys,
  judgeNode,
  judgePort,
  judgeProblem,
  type KeyFacts,
} from '../../../src/diagnosis/judge-process.js';
import { anAnswer, silence } from './a-probe.js';

describe('what is said of the machine', () => {
  it.each([
    ['20.19.0', 'ok'],
    ['20.18.9', 'failure'],
    ['22.0.0', 'ok'],
    ['18.20.0', 'failure'],
  ])('Node.js %s is %s', (version, state) => {
    expect(judgeNode(version).state).toBe(state);
  });

  it('a port is ours, free, or somebody else’s', () => {
    const ours = anAnswer(200, { text: '{"status":"healthy","reasons":[]}' });
    expect(judgePort('here:1', ours).found).toContain('Tandem answers');
    expect(judgePort('here:1', silence)).toMatchObject({
      state: 'ok',
      found: expect.stringContaining('free'),
    });
    expect(judgePort('here:1', anAnswer(200, { text: '<html>' })).state).toBe('failure');
    expect(judgePort('here:1', { kind: 'silent', reason: 'no answer in time' }).state).toBe(
      'warning',
    );
    expect(judgePort('here:1', null).state).toBe('skipped');
  });

  it('a folder can be written, made, or neither', () => {
    expect(judgeDataFolder('x', { kind: 'writable' }).state).toBe('ok');
    expect(judgeDataFolder('x', { kind: 'absent' }).state).toBe('ok');
    expect(judgeDataFolder('x', { kind: 'refused', reason: 'EACCES' }).state).toBe('failure');
  });

  it('keys are named by their ids and where they come from', () => {
    const judge = (facts: KeyFacts) => judgeKeys('Tokens', 'TOKEN_ENCRYPTION_KEY', facts);
    const ids = ['new', 'old'];
    expect(judge({ kind: 'known', source: 'configuration', ids })).toEqual({
      state: 'ok',
      found: 'Tokens are sealed with the key new; old still open what they sealed',
      fix: null,
    });
    expect(judge({ kind: 'known', source: 'data folder', ids }).found).toContain('data folder');
    expect(judge({ kind: 'absent' }).state).toBe('ok');
    expect(judge({ kind: 'unusable', reason: 'It is broken' })).toMatchObject({
      state: 'failure',
      fix: expect.stringContaining('TOKEN_ENCRYPTION_KEY'),
    });
  });

  it('a problem of the configuration is split into flaw and remedy where it has both', () => {
    expect(judgeProblem('A', 'is missing: write this: that')).toEqual({
      state: 'failure',
      found: 'A is missing',
      fix: 'A: write this: that',
    });
    expect(judgeProblem('A', 'write true or false, not "x"').fix).toBe(
      'A: write true or false, not "x"',
    );
  });
});

describe('what is said of clocks', () => {
  const hourMs = 3_600_000;

  it('is never more than what is known: a clock that agrees is not accused for a slow answer', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 2_000_000_000_000 }),
        fc.integer({ min: 0, max: 60_000 }),
        fc.integer({ min: 0, max: 60_000 }),
        (sentAt, wayThere, wayBack) => {
          const date = new Date(sentAt + wayThere).toUTCString();
          const times = { sentAt, answeredAt: sentAt + wayThere + wayBack };
          const difference = differenceByHeader(date, times);
          expect(judgeClock('Graph', difference).state).toBe('ok');
          expect(difference?.min).toBeLessThanOrEqual(0);
          expect(difference?.max).toBeGreaterThanOrEqual(0);
        },
      ),
    );
  });

  it('is right about a clock that is off by more than the doubt', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 40_000, max: 10 * hourMs }),
        fc.integer({ min: 0, max: 5_000 }),
        fc.boolean(),
        (off, took, isAhead) => {
          const sentAt = Date.parse('2026-11-27T12:00:00.500Z');
          const theirs = sentAt + (isAhead ? off : -off);
          const difference = differenceByHeader(new Date(theirs).toUTCString(), {
            sentAt,
            answeredAt: sentAt + took,
          });
          const judged = judgeClock('Graph', difference);
          expect(judged.state).toBe('failure');
          expect(judged.found).toContain(isAhead ? 'behind' : 'ahead of');
        },
      ),
    );
  });

  it('warns between what is noticeable and what does harm, and says nothing of what was not told', () => {
    expect(judgeClock('Redis', { min: 4_999, max: 4_999 }).state).toBe('ok');
    expect(judgeClock('Redis', { min: 5_000, max: 5_000 }).state).toBe('warning');
    expect(judgeClock('Redis', { min: -29_999, max: -29_999 }).state).toBe('warning');
    expect(judgeClock('Redis', { min: -30_000, max: -30_000 }).state).toBe('failure');
    expect(differenceByHeader('yesterday', { sentAt: 0, answeredAt: 0 })).toBeNull();
    expect(judgeClock('Redis', null).state).toBe('skipped');
  });
});
