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
    expect(pagingOf(link, {})).toEqual({ $skip: '10' });
  });

  it.each([
    ['$skipToken=a%2Bb', { $skipToken: 'a+b' }],
    ['%24skiptoken=x', { $skiptoken: 'x' }],
    ['$SKIPTOKEN=x&$COUNT=true', { $SKIPTOKEN: 'x' }],
    ['page=2&token=t', { page: '2', token: 't' }],
  ])('keeps what each service calls its place: %s', (query, kept) => {
    const found = pagingOf(`https://graph.microsoft.com/v1.0/x?$top=5&${query}`, {});
    expect(found).toEqual(kept);
    expect(decodeCursor(encodeCursor({ paging: found, offset: 0 }))?.paging).toEqual(kept);
  });

  it('leaves what was asked for to whoever asks again', () => {
    const link = 'https://graph.microsoft.com/v1.0/x?startDateTime=2026-11-26&$skip=10';
    expect(pagingOf(link, {}, { startDateTime: '2026-11-26' })).toEqual({ $skip: '10' });
  });

  it.each(['$skip=10', '$top=10', ''])(
    'refuses a link to where the list already is: %s',
    (query) => {
      const link = `https://graph.microsoft.com/v1.0/x?${query}`;
      expect(() => pagingOf(link, { $skip: '10' })).toThrow('names itself as the next');
    },
  );

  it.each(['$filter', '$SELECT', 'expand', '$orderBy', '$search', '$top', 'a b'])(
    'never says what is read: %s',
    (name) => {
      const cursor = Buffer.from(`{"p":{${JSON.stringify(name)}:"x"}}`).toString('base64url');
      expect(decodeCursor(cursor)?.paging ?? null).toBeNull();
    },
  );
});
