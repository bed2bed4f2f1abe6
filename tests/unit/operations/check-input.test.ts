import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { ProblemError } from '../../../src/domain/problem.js';
import { checkInput } from '../../../src/operations/check-input.js';

const schema = z.strictObject({
  planId: z.string().optional(),
  state: z.enum(['pending', 'synced']).optional(),
  limit: z.int().min(1).max(200).optional(),
});
const aliases = { plan_id: 'planId' };

describe('checkInput', () => {
  it('answers what fits', () => {
    expect(checkInput(schema, { input: { limit: 3 } })).toEqual({ limit: 3 });
    expect(checkInput(schema, { input: undefined })).toEqual({});
  });

  it('takes the older spelling for the name', () => {
    expect(checkInput(schema, { input: { plan_id: 'p' } }, aliases)).toEqual({ planId: 'p' });
  });

  it('refuses the same field in two spellings', () => {
    const input = { planId: 'p', plan_id: 'p' };
    expect(problemsOf(() => checkInput(schema, { input }, aliases))).toEqual([
      { field: 'plan_id', message: expect.stringContaining('planId') },
    ]);
  });

  it('names every problem at once, each with its field', () => {
    const input = { limit: 0, state: 'sinced', palnId: 'p', __proto__x: 1 };
    expect(problemsOf(() => checkInput(schema, { input }))).toEqual([
      { field: 'state', message: 'must be one of pending, synced', suggestion: 'synced' },
      { field: 'limit', message: 'must be 1 or more' },
      { field: 'palnId', message: 'is not known', suggestion: 'planId' },
      { field: '__proto__x', message: expect.stringContaining('known here: planId, state, limit') },
    ]);
  });

  it('does not let a field named __proto__ slip through', () => {
    const input: unknown = JSON.parse('{"__proto__": {"limit": 5}}');
    expect(problemsOf(() => checkInput(schema, { input })).map(({ field }) => field)).toEqual([
      '__proto__',
    ]);
  });

  it.each([[[]], ['text'], [7], [null]])('refuses %j in place of an object', (input) => {
    expect(problemsOf(() => checkInput(schema, { input }))).toEqual([
      { field: 'arguments', message: 'must be an object' },
    ]);
  });

  it('says how what has a form is written', () => {
    const formed = z.strictObject({ until: z.iso.date(), at: z.iso.datetime(), link: z.url() });
    const input = { until: 'Friday', at: 'noon', link: 'here' };
    expect(problemsOf(() => checkInput(formed, { input }))).toEqual([
      { field: 'until', message: 'must be a day like 2026-11-26' },
      { field: 'at', message: 'must be a time with its zone, like 2026-11-26T09:00:00Z' },
      { field: 'link', message: 'must be a whole address, like https://example.com/page' },
    ]);
  });

  it('says that a required field is missing, and what kind another must be', () => {
    const needy = z.strictObject({ id: z.string(), limit: z.int() });
    expect(problemsOf(() => checkInput(needy, { input: { limit: 'x' } }))).toEqual([
      { field: 'id', message: 'is missing' },
      { field: 'limit', message: 'must be a number' },
    ]);
  });
});

function problemsOf(check: () => unknown): readonly { field: string; message: string }[] {
  try {
    check();
  } catch (error) {
    if (error instanceof ProblemError && error.code === 'invalid_input') {
      return error.extra.errors ?? [];
    }
    throw error;
  }
  throw new Error('The input was accepted');
}
