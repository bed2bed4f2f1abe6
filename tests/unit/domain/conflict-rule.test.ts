import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decideConflict, graceMs } from '../../../src/domain/merge/conflict-rule.js';

const person = { from: 1_000_000, to: 1_060_000 };

describe('the conflict rule', () => {
  it('gives the agent a write that is later than the person can have written, plus the grace', () => {
    expect(decideConflict(person.to + graceMs + 1, person)).toEqual({
      winner: 'agent',
      rule: 'agent_wrote_later',
    });
  });

  it('counts a write within the grace as a tie, which the person wins', () => {
    expect(decideConflict(person.to + graceMs, person)).toEqual({
      winner: 'person',
      rule: 'person_wins_tie',
    });
  });

  it('gives the person a clearly later write', () => {
    expect(decideConflict(person.from - graceMs - 1, person)).toEqual({
      winner: 'person',
      rule: 'person_wrote_later',
    });
  });

  it('never lets uncertainty cost the person: an unknown time and any time inside the interval lose', () => {
    expect(decideConflict(null, person).winner).toBe('person');
    fc.assert(
      fc.property(fc.integer({ min: 0, max: person.to + graceMs }), (agentAt) => {
        expect(decideConflict(agentAt, person).winner).toBe('person');
      }),
    );
  });
});
