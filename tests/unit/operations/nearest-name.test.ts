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

  it('takes the beginning of the only name that begins so for the whole of it', () => {
    expect(nearestName('percent', fields)).toBe('percentComplete');
    expect(nearestName('due', fields)).toBeUndefined();
    expect(nearestName('plan', [...fields, 'planTitle'])).not.toBe('planTitle');
    expect(nearestName('description', ['descriptionText', 'descriptionHtml'])).toBeUndefined();
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
