import { describe, expect, it } from 'vitest';
import { parseQuery, readNumbers, refuseUnknown } from '../../../src/http/query.js';

describe('the query of a request', () => {
  it('is empty without a question mark', () => {
    expect(parseQuery('/api/agent/tasks')).toEqual({});
  });

  it('is decoded once', () => {
    expect(parseQuery('/x?planId=a%2520b&state=synced')).toEqual({
      planId: 'a%20b',
      state: 'synced',
    });
  });

  it('refuses a parameter that is given twice', () => {
    expect(() => parseQuery('/x?limit=1&limit=2')).toThrow('limit: is given twice');
  });

  it('refuses an unknown parameter and names the nearest known one', () => {
    const query = parseQuery('/x?expected_rev=3&__proto__=1');
    expect(() => refuseUnknown(query, ['expectedRev'])).toThrow(
      '2 problems: expected_rev, __proto__',
    );
  });

  it('turns whole numbers into numbers and leaves all else to the check', () => {
    const query = parseQuery('/x?limit=50&cursor=7');
    readNumbers(query, ['limit']);
    expect(query).toEqual({ limit: 50, cursor: '7' });
    const odd = parseQuery('/x?limit=1e3');
    readNumbers(odd, ['limit']);
    expect(odd).toEqual({ limit: '1e3' });
  });
});
