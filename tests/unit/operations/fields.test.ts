import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { selectionOf } from '../../../src/operations/inputs/fields.js';
import { operations } from '../../../src/operations/registry.js';

const row = z.object({ id: z.string(), name: z.string(), kind: z.string() });
const input = z.strictObject({ limit: z.int().optional() });
const list = selectionOf(
  { input, output: z.object({ rows: z.array(row), next: z.null() }) },
  'rows',
);

describe('the members of rows that a caller asks for', () => {
  it('are answered alone, with the id, and the rest of the answer stays', () => {
    const json = JSON.stringify({ rows: [{ id: '1', name: 'a', kind: 'b' }], next: null });
    expect(JSON.parse(list.pick(json, ['kind']))).toEqual({
      rows: [{ id: '1', kind: 'b' }],
      next: null,
    });
    expect(list.pick(json, undefined)).toBe(json);
  });

  it('are those that a row has; others are refused', () => {
    expect(list.input.safeParse({ fields: ['name'] }).success).toBe(true);
    expect(list.input.safeParse({ fields: ['id'] }).success).toBe(false);
    expect(list.input.safeParse({ fields: ['other'] }).success).toBe(false);
    expect(list.input.safeParse({ other: 1 }).success).toBe(false);
    expect(list.output.safeParse({ rows: [{ id: '1' }], next: null }).success).toBe(true);
    expect(list.output.safeParse({ rows: [{ name: 'a' }], next: null }).success).toBe(false);
  });

  it('may be of one row as well', () => {
    const one = selectionOf({ input, output: z.object({ row }) }, 'row');
    const json = JSON.stringify({ row: { id: '1', name: 'a', kind: 'b' } });
    expect(JSON.parse(one.pick(json, ['name']))).toEqual({ row: { id: '1', name: 'a' } });
  });

  it('cannot be chosen where there are no rows with ids', () => {
    expect(() => selectionOf({ input, output: z.object({ rows: z.string() }) }, 'rows')).toThrow(
      TypeError,
    );
  });

  it('can be chosen in every list of the workplace', () => {
    const lists = operations.filter(
      ({ area, input: takes, name }) =>
        'cursor' in takes.shape &&
        !['sync', 'admin'].includes(area) &&
        // A task's document is one thing, kept as it is.
        !name.startsWith('task_'),
    );
    expect(lists.length).toBeGreaterThan(25);
    for (const { name, input: takes } of lists)
      expect(Object.keys(takes.shape), name).toContain('fields');
  });
});
