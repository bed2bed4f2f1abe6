import { deflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { unpackedSize } from '../../../../src/operations/files/reading/archive-size.js';
import { decodeText } from '../../../../src/operations/files/reading/decode-text.js';
import { documentKind } from '../../../../src/operations/files/reading/document-kind.js';
import { textPart } from '../../../../src/operations/files/reading/text-part.js';

describe('a part of a text', () => {
  it('ends with a line where one ends near', () => {
    expect(textPart('one two\nthree four\nfive', 0, 20)).toEqual({
      text: 'one two\nthree four\n',
      nextOffset: 19,
    });
    expect(textPart('one two', 4, 20)).toEqual({ text: 'two', nextOffset: null });
  });

  it('with the others makes the whole, within its bound and with no character cut', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 60 }),
        fc.integer({ min: 2, max: 20 }),
        (whole, limit) => {
          let text = '';
          for (let offset: number | null = 0; offset !== null;) {
            const part = textPart(whole, offset, limit);
            expect(part.text.length).toBeLessThanOrEqual(limit);
            expect(() => encodeURIComponent(part.text)).not.toThrow();
            if (part.nextOffset !== null) expect(part.nextOffset).toBeGreaterThan(offset);
            text += part.text;
            offset = part.nextOffset;
          }
          expect(text).toBe(whole);
        },
      ),
    );
  });
});

describe('bytes', () => {
  it('are text by their mark, as UTF-8, or as Windows writes it', () => {
    expect(decodeText(Buffer.from('\uFEFFCafé'))).toBe('Café');
    expect(decodeText(Buffer.from('\uFEFFCafé', 'utf16le'))).toBe('Café');
    expect(decodeText(Buffer.from('Café', 'latin1'))).toBe('Café');
  });
});

describe('what the text of a file is taken from', () => {
  it.each([
    ['Plan.DOCX', 'application/octet-stream', 'docx'],
    ['notes.md', 'text/plain', 'text'],
    ['page', 'text/html; charset=utf-8', 'html'],
    ['picture.png', 'image/png', null],
    ['constructor', 'constructor', null],
    ['x.constructor', 'x', null],
  ])('of %s (%s) is %s', (name, type, kind) => {
    expect(documentKind(name, type)).toBe(kind);
  });
});

/** An archive with one entry, whose headers say that it is tiny. */
function archiveOf(packed: Buffer): Buffer {
  const local = Buffer.alloc(30);
  local.writeUInt32LE(0x04034b50);
  const central = Buffer.alloc(46);
  central.writeUInt32LE(0x02014b50);
  central.writeUInt16LE(8, 10);
  central.writeUInt32LE(packed.length, 20);
  central.writeUInt32LE(1, 24);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(30 + packed.length, 16);
  return Buffer.concat([local, packed, central, end]);
}

describe('an archive', () => {
  it('is as large as it unpacks, whatever it says of itself', () => {
    const archive = archiveOf(deflateRawSync(Buffer.alloc(1_000_000)));
    expect(unpackedSize(archive, 2_000_000)).toBe(1_000_000);
    expect(unpackedSize(archive, 999_999)).toBeNull();
  });

  it('whose entries share their bytes, or are too many, has no size', () => {
    const packed = deflateRawSync(Buffer.alloc(1_000));
    const archive = archiveOf(packed);
    const [local, end] = [archive.subarray(0, 30 + packed.length), archive.subarray(-22)];
    const central = archive.subarray(30 + packed.length, -22);
    const withEntries = (count: number): Buffer => {
      const last = Buffer.from(end);
      last.writeUInt16LE(count, 10);
      return Buffer.concat([local, ...Array.from({ length: count }, () => central), last]);
    };
    expect(unpackedSize(withEntries(1), 1_000_000)).toBe(1_000);
    // Of 20 MB that unpack to nothing, ever again: hours.
    const large = archiveOf(Buffer.alloc(1_000_000));
    const twice = Buffer.concat([
      large.subarray(0, -22),
      large.subarray(-68, -22),
      large.subarray(-22),
    ]);
    twice.writeUInt16LE(2, twice.length - 12);
    twice.writeUInt16LE(0, twice.length - 68 + 10);
    twice.writeUInt16LE(0, twice.length - 114 + 10);
    expect(unpackedSize(twice, 10_000_000)).toBeNull();
    expect(unpackedSize(withEntries(6_000), 100_000_000)).toBeNull();
  });

  it('that has its entries elsewhere than it says has no size', () => {
    const archive = archiveOf(deflateRawSync(Buffer.alloc(10)));
    // Readers of archives with something in front of them find the entries all the same.
    expect(unpackedSize(Buffer.concat([Buffer.alloc(200), archive]), 1_000)).toBeNull();
  });

  it('that is none has no size, and none fails', () => {
    expect(unpackedSize(Buffer.from('PK'), 10)).toBeNull();
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        const end = Buffer.from('PK\u0005\u0006', 'latin1');
        unpackedSize(Buffer.concat([bytes, end, bytes]), 1_000);
      }),
    );
  });
});
