import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeCursor, encodeCursor, pagingOf } from '../../../src/graph/pages/page-cursor.js';

const paging = fc.oneof(
  fc.constant({}),
  fc.record({ $skiptoken: fc.string({ unit: 'binary', maxLength: 200 }) }),
  fc.record({ $skip: fc.nat().map(String) }),
);

describe('the cursor of a list', () => {
  it('comes back as it was', () => {
    fc.assert(
      fc.property(paging, fc.nat(1_000_000), (parts, offset) => {
        expect(decodeCursor(encodeCursor({ paging: parts, offset }))).toEqual({
          paging: parts,
          offset,
        });
      }),
    );
  });

  it('is null for anything else, whatever it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const decoded = decodeCursor(text);
        if (decoded !== null) expect(Object.keys(decoded)).toEqual(['paging', 'offset']);
      }),
    );
    const other = Buffer.from('{"p":{"$filter":"id ne null"}}').toString('base64url');
    expect(decodeCursor(other)).toBeNull();
  });

  it('keeps of a link nothing but where the page begins', () => {
    const link =
      'https://graph.microsoft.com/v1.0/me/messages?$filter=isRead%20eq%20false&$top=10&$skip=10';
    expect(pagingOf(link)).toEqual({ $skip: '10' });
  });
});
