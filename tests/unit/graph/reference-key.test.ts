import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromReferenceKey, toReferenceKey } from '../../../src/graph/planner/reference-key.js';

describe("a reference's key", () => {
  it('is the URL with the five characters encoded, as documented', () => {
    expect(toReferenceKey('https://contoso.sharepoint.com/a/b.pptx')).toBe(
      'https%3A//contoso%2Esharepoint%2Ecom/a/b%2Epptx',
    );
    expect(toReferenceKey('https://u@a.b/100%25#c')).toBe('https%3A//u%40a%2Eb/100%2525%23c');
  });

  it('leads back to any text, be it a URL or not', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary' }),
        (url) => fromReferenceKey(toReferenceKey(url)) === url,
      ),
    );
    fc.assert(
      fc.property(
        fc.webUrl({ withFragments: true, withQueryParameters: true }),
        (url) => fromReferenceKey(toReferenceKey(url)) === url,
      ),
      // Making up web addresses is slow.
      { numRuns: 40 },
    );
  });

  it('holds none of the characters that Planner refuses', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (url) => !/[.:@#]/.test(toReferenceKey(url))),
    );
  });

  it('differs for different URLs, those that look encoded too', () => {
    const part = fc.constantFrom('%', '25', '%25', '%2E', '.', '2', 'E', 'e', '%2e', 'é');
    const url = fc.array(part, { maxLength: 6 }).map((parts) => parts.join(''));
    fc.assert(
      fc.property(url, url, (a, b) => (a === b) === (toReferenceKey(a) === toReferenceKey(b))),
    );
  });

  it('that another client made is read as far as it can be', () => {
    expect(fromReferenceKey('https%3a//a%2eb/x%20y')).toBe('https://a.b/x%20y');
    expect(fromReferenceKey('https%3A//a%2Eb/%ZZ%')).toBe('https://a.b/%ZZ%');
  });
});
