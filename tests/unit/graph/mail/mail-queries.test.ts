import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toKql } from '../../../../src/graph/mail/mail-search.js';
import { toFilterQuery } from '../../../../src/graph/mail/message-filter.js';

describe('A filter of messages', () => {
  it('is none where nothing is asked for', () => {
    expect(toFilterQuery({})).toEqual({ $orderby: 'receivedDateTime desc' });
  });

  it('begins with what the list is ordered by, whatever it is narrowed to', () => {
    const filters = fc.record(
      {
        isRead: fc.boolean(),
        from: fc.string(),
        since: fc.constant('2026-11-26T00:00:00Z'),
        until: fc.constant('2026-11-27T00:00:00Z'),
        isFlagged: fc.boolean(),
        category: fc.string(),
        hasAttachments: fc.boolean(),
        conversationId: fc.string(),
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(filters, (filter) => {
        const { $filter } = toFilterQuery(filter);
        if (Object.values(filter).some((value) => value !== undefined)) {
          expect($filter).toMatch(/^receivedDateTime ge \d{4}-/);
        }
      }),
    );
  });

  it('holds every condition that is asked for', () => {
    const filter = {
      isRead: false,
      from: 'ana@fabrikam.example',
      since: '2026-11-26T00:00:00Z',
      until: '2026-11-27T00:00:00Z',
      isFlagged: false,
      category: 'Blue',
      hasAttachments: true,
      conversationId: 'C=',
    };
    expect(toFilterQuery(filter, 'asc')).toEqual({
      $filter: [
        'receivedDateTime ge 2026-11-26T00:00:00Z',
        'receivedDateTime lt 2026-11-27T00:00:00Z',
        'isRead eq false',
        "from/emailAddress/address eq 'ana@fabrikam.example'",
        "flag/flagStatus ne 'flagged'",
        'hasAttachments eq true',
        "categories/any(c:c eq 'Blue')",
        "conversationId eq 'C='",
      ].join(' and '),
      $orderby: 'receivedDateTime asc',
    });
  });

  it('quotes what callers wrote', () => {
    expect(toFilterQuery({ category: "O'Brien' or isRead eq true" }).$filter).toContain(
      "categories/any(c:c eq 'O''Brien'' or isRead eq true')",
    );
  });
});

describe('A search', () => {
  it('is for all words, each of them quoted', () => {
    expect(
      toKql({ query: 'press release', from: 'Ana', subject: 'Q4: budget', since: '2026-11-01' }),
    ).toBe(
      String.raw`"\"press\" \"release\" from:\"Ana\" subject:\"Q4:\" subject:\"budget\" received>=2026-11-01"`,
    );
    expect(toKql({ hasAttachments: true, until: '2026-12-01' })).toBe(
      '"received<=2026-12-01 hasattachments:true"',
    );
  });

  it('is none without a word', () => {
    expect(toKql({})).toBeNull();
    expect(toKql({ query: ' "" \\ -- ' })).toBeNull();
  });

  it('never lets a word out of its quotation marks', () => {
    const marks = fc.constantFrom('"', '\\', ' ', '\n', '\0', 'a', ':', ' OR ', '" OR from:"');
    const texts = fc.array(fc.oneof(marks, fc.string({ unit: 'binary', maxLength: 5 })), {
      maxLength: 10,
    });
    fc.assert(
      fc.property(texts, (parts) => {
        const text = parts.join('');
        const kql = toKql({ query: text });
        if (kql !== null) expect(kql).toMatch(/^"(\\"[^"\\\p{Cc}]+\\"( |(?="$)))+"$/u);
      }),
    );
  });
});
