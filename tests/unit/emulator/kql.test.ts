import { describe, expect, it } from 'vitest';
import { hasWord, isWhen, parseKql } from '../../../emulator/search/kql.js';

const matches = (query: string, text: string): boolean | undefined =>
  parseKql(query)?.matches(({ property, value }) =>
    property === 'from' ? value === 'maya' : hasWord(text, value),
  );

describe('KQL', () => {
  it.each([
    ['offer', 'The offers are here', true],
    ['offer price', 'The offers are here', false],
    ['offer OR price', 'The offers are here', true],
    ['offer NOT here', 'The offers are here', false],
    ['"are here"', 'The offers are here', true],
    ['from:maya offer', 'offer', true],
    ['from:lena offer', 'offer', false],
    ['off*', 'offers', true],
    ['fers', 'offers', false],
  ])('%s on “%s” is %s', (query, text, found) => {
    expect(matches(query, text)).toBe(found);
  });

  it('is nothing without a word', () => {
    expect(parseKql('  ')).toBeUndefined();
  });

  it.each([
    ['sent>2026-01-02', false],
    ['sent > 2026-01-01', true],
    ['sent>=2026-01-02', true],
    ['sent<2026-01-03', true],
    ['sent:2026-01-02', true],
  ])('%s of a time on January 2nd is %s', (query, holds) => {
    const found = parseKql(query)?.matches((clause) => isWhen('2026-01-02T10:00:00Z', clause));
    expect(found).toBe(holds);
  });
});
