import { describe, expect, it } from 'vitest';
import { checkObject, findTypeProblem } from '../../../emulator/schema/check-value.js';
import { graphSchema } from '../../../emulator/schema/graph-schema.js';

const ALL = ['title', 'percentComplete', 'dueDateTime', 'assignments'];

describe('bodies, checked against Microsoft’s schema', () => {
  it('accept what the schema declares, and annotations', () => {
    const body = {
      '@odata.type': '#microsoft.graph.plannerTask',
      '@odata.etag': 'W/"x"',
      title: 'x',
      percentComplete: 100,
      dueDateTime: null,
      assignments: { any: 'open types take anything here' },
    };
    expect(checkObject('plannerTask', body, ALL)).toBe(body);
  });

  it.each([
    ['no object', []],
    ['another type', { '@odata.type': '#microsoft.graph.plannerBucket' }],
    ['an unknown property', { Title: 'x' }],
    ['a link', { details: {} }],
    ['what may not be written', { priority: 1 }],
    ['null where the schema has none', { title: null }],
    ['a number that is no Int32', { percentComplete: 2 ** 31 }],
    ['a map that is a list', { assignments: [] }],
  ])('refuse %s', (_what, body) => {
    expect(() => checkObject('plannerTask', body, ALL)).toThrow(
      expect.objectContaining({ status: 400 }) as Error,
    );
  });

  it.each([
    ['Edm.DateTimeOffset', '2026-12-01T10:00:00Z', true],
    ['Edm.DateTimeOffset', '2026-12-01T10:00:00.1234567+02:00', true],
    ['Edm.DateTimeOffset', '2026-12-01T10:00Z', true],
    ['Edm.DateTimeOffset', '2026-12-01T10:00:00', false],
    ['Edm.DateTimeOffset', '2026-12-01', false],
    ['Edm.DateTimeOffset', '2026-02-31T10:00:00+99:00', false],
    ['Edm.DateTimeOffset', 1_700_000_000, false],
    ['Edm.Int32', -1, true],
    ['Edm.Int32', 1.5, false],
    ['Edm.Boolean', 'true', false],
    ['plannerPreviewType', 'noPreview', true],
    ['plannerPreviewType', 'NoPreview', false],
    ['plannerPlanContainer', { type: 'group', containerId: 'x' }, true],
    ['plannerPlanContainer', { type: 'team' }, false],
    ['plannerPlanContainer', { kind: 'group' }, false],
    ['plannerCategoryDescriptions', { category26: 'x' }, false],
    ['Edm.Stream', 'x', false],
  ])('%s: %j is valid: %s', (type, value, isValid) => {
    expect(findTypeProblem(type, true, value) === undefined).toBe(isValid);
  });

  it('know 25 categories and the title as the only property of a task that must be there', () => {
    const categories = graphSchema.types['plannerCategoryDescriptions']?.properties ?? {};
    expect(Object.keys(categories)).toHaveLength(25);
    const task = graphSchema.types['plannerTask']?.properties ?? {};
    const required = Object.entries(task).filter(([, property]) => !property.nullable);
    expect(required.map(([name]) => name)).toEqual(['title']);
  });
});
