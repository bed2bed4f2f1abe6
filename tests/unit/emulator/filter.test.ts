import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { badTeamsRequest } from '../../../emulator/teams/teams-access.js';
import { parseFilter } from '../../../emulator/odata/filter.js';
import { parseOrderBy, sortBy } from '../../../emulator/odata/order-by.js';

const kind = { typeName: 'message', badQuery: badTeamsRequest };
const message = {
  isRead: false,
  subject: "Lena's note",
  receivedDateTime: '2026-11-26T09:00:00Z',
  importance: 'high',
  size: 12,
  flag: null,
  from: { emailAddress: { address: 'maya@tandem.example' } },
  categories: ['Red', 'Launch'],
};
const holds = (text: string): boolean => parseFilter(text, kind).test(message);

describe('$filter', () => {
  it.each([
    ['isRead eq false', true],
    ['isRead ne false', false],
    ["subject eq 'lena''s note'", true],
    ["startswith(subject,'LENA') and size gt 11", true],
    ["contains(subject, 'x') or size le 12", true],
    ["not (importance eq 'low')", true],
    ["not contains(subject,'note') or isRead eq true", false],
    ['receivedDateTime ge 2026-11-26T10:00:00+01:00', true],
    ['receivedDateTime gt 2026-11-26T09:00:00.0000000Z', false],
    ['receivedDateTime lt 2026-11-27', true],
    ["from/emailAddress/address eq 'Maya@tandem.example'", true],
    ["categories/any(c:c eq 'Launch')", true],
    ["categories/any(c:c eq 'Blue')", false],
    ['flag eq null', true],
    ['nothing ne null', false],
    ["nothing eq 'x'", false],
    ['importance ne null', true],
    ["flag ne 'x'", true],
  ])('%s is %s', (text, expected) => {
    expect(holds(text)).toBe(expected);
  });

  it.each([
    '',
    'isRead',
    'isRead eq',
    'isRead is true',
    '(isRead eq true',
    'isRead eq true)',
    'x eq %',
    'contains(subject)',
  ])('refuses %j', (text) => {
    expect(() => parseFilter(text, kind)).toThrow('Invalid filter clause');
  });

  it('names its paths in their order', () => {
    const { paths } = parseFilter('receivedDateTime ge 2026-01-01 and isRead eq false', kind);
    expect(paths).toEqual(['receivedDateTime', 'isRead']);
  });

  it('never fails otherwise, and finds any text that is quoted as OData wants it', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        try {
          parseFilter(text, kind);
        } catch (error) {
          expect(error).toMatchObject({ status: 400 });
        }
        const quoted = `subject eq '${text.replaceAll("'", "''")}'`;
        expect(parseFilter(quoted, kind).test({ subject: text })).toBe(true);
      }),
    );
  });
});

describe('$orderby', () => {
  it('sorts by times as they are meant, texts in any case, and what lacks a value first', () => {
    const rows = [
      { at: '2026-11-26T09:00:00.5000000Z', name: 'b' },
      { at: '2026-11-26T09:00:00Z', name: 'C' },
      { at: null, name: 'a' },
    ];
    const by = (text: string) =>
      sortBy(rows, parseOrderBy(text, kind), (row) => row).map(({ name }) => name);
    expect(by('at')).toEqual(['a', 'C', 'b']);
    expect(by('at desc')).toEqual(['b', 'C', 'a']);
    expect(by('name')).toEqual(['a', 'b', 'C']);
    expect(() => parseOrderBy('at downwards', kind)).toThrow('Invalid orderby');
  });
});
