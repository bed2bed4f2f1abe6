import { describe, expect, it } from 'vitest';
import { nearestName } from '../../../src/operations/nearest-name.js';

const fields = ['title', 'dueDateTime', 'percentComplete', 'planId', 'assigneeIds'];

describe('nearestName', () => {
  it.each([
    ['titel', 'title'],
    ['Title', 'title'],
    ['due_date_time', 'dueDateTime'],
    ['percent_complete', 'percentComplete'],
    ['assigneeId', 'assigneeIds'],
    ['plan-id', 'planId'],
  ])('takes %s for %s', (written, meant) => {
    expect(nearestName(written, fields)).toBe(meant);
  });

  it('has no guess for a word that is near nothing', () => {
    expect(nearestName('colour', fields)).toBeUndefined();
  });

  it('stays quick for a name as long as a body may be', () => {
    const start = performance.now();
    nearestName('x'.repeat(1_000_000), fields);
    expect(performance.now() - start).toBeLessThan(50);
  });
});
