import { describe, expect, it } from 'vitest';
import { readReferences } from '../../../emulator/planner/maps/details-maps.js';

const value = { '@odata.type': '#microsoft.graph.plannerExternalReference', alias: 'x' };
const read = (key: string): string[] => [...readReferences({ [key]: value }).keys()];

describe('keys of references', () => {
  it.each([
    'https%3A//contoso%2Esharepoint%2Ecom/a/b%2Epptx',
    'http%3A//localhost%3A8080/a%2520b',
    'https%3A//a%2Eexample/%23/x?y=z&q=%40me',
  ])('may be %s', (key) => {
    expect(read(key)).toEqual([key]);
  });

  it.each([
    'https://contoso.example/',
    'https%3A//contoso.example/',
    'https%3A//contoso%2Eexample/a b%20c',
    'https%3A//contoso%2Eexample/me@you',
    'contoso%2Eexample',
    'mailto%3Ame%40contoso%2Eexample',
    '/a/b',
    '',
  ])('must not be %j', (key) => {
    expect(() => read(key)).toThrow(expect.objectContaining({ status: 400 }) as Error);
  });

  it('are removed by null, whatever else they held', () => {
    const key = 'https%3A//a%2Eexample';
    expect([...readReferences({ [key]: null })]).toEqual([[key, null]]);
  });
});
