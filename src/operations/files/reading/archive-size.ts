import { inflateRawSync } from 'node:zlib';

const centralEntry = 0x02014b50;
const localEntry = 0x04034b50;
/** Far more than Word writes; each costs some microseconds, however small it is. */
const mostEntries = 5_000;

/**
 * How large the entries of a ZIP archive are when they are unpacked; null: more than `mostBytes`, or it is none. What the
 * archive says of itself is not believed, and neither are entries that share their bytes, of which a small archive could have
 * any number. Entries that do not stand where the archive says are refused: readers look for them elsewhere.
 * PKWARE's APPNOTE, section 4.3.
 */
export function unpackedSize(archive: Buffer, mostBytes: number): number | null {
  try {
    let size = 0;
    let packed = 0;
    for (const entry of entriesOf(archive)) {
      packed += entry.data.length;
      if (packed > archive.length) return null;
      const room = mostBytes - size;
      size += entry.isDeflated
        ? inflateRawSync(entry.data, { maxOutputLength: Math.max(1, room) }).length
        : entry.data.length;
      if (size > mostBytes) return null;
    }
    return size;
  } catch {
    return null;
  }
}

function* entriesOf(
  archive: Buffer,
): Generator<{ readonly isDeflated: boolean; readonly data: Buffer }> {
  const end = archive.lastIndexOf(Buffer.from('PK\u0005\u0006', 'latin1'));
  if (end < 0) throw new RangeError('No archive');
  const count = archive.readUInt16LE(end + 10);
  if (count > mostEntries) throw new RangeError('Too many entries');
  let at = archive.readUInt32LE(end + 16);
  for (let index = 0; index < count; index += 1) {
    requireSignature(archive, at, centralEntry);
    const isDeflated = archive.readUInt16LE(at + 10) !== 0;
    const packed = archive.readUInt32LE(at + 20);
    const entry = archive.readUInt32LE(at + 42);
    requireSignature(archive, entry, localEntry);
    const names = archive.readUInt16LE(entry + 26) + archive.readUInt16LE(entry + 28);
    const start = entry + 30 + names;
    yield { isDeflated, data: archive.subarray(start, start + packed) };
    const [name, extra, comment] = [28, 30, 32].map((offset) => archive.readUInt16LE(at + offset));
    at += 46 + (name ?? 0) + (extra ?? 0) + (comment ?? 0);
  }
}

function requireSignature(archive: Buffer, at: number, signature: number): void {
  if (archive.readUInt32LE(at) !== signature) throw new RangeError('No entry');
}
