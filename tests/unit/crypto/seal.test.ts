import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { KeyRing, SealingKey } from '../../../src/config/key-ring.js';
import { Secret } from '../../../src/config/secret.js';
import { open, seal } from '../../../src/crypto/seal.js';

const key = (id: string, fill: number): SealingKey => ({
  id,
  key: new Secret(Buffer.alloc(32, fill)),
});
const ring: KeyRing = [key('new', 2), key('old', 1)];
const text = fc.uint8Array({ maxLength: 300 });

test('What was sealed opens with the same key and the same associated data', () => {
  fc.assert(
    fc.property(text, fc.string(), (plain, place) => {
      const opened = open(ring, seal(ring, plain, place), place);
      expect(opened).toEqual({ kind: 'opened', plain: Buffer.from(plain) });
    }),
  );
});

test('A single bit that was changed is noticed', () => {
  fc.assert(
    fc.property(text, fc.nat(), (plain, at) => {
      const sealed = seal(ring, plain, 'here');
      const bytes = Uint8Array.from(sealed.bytes);
      const bit = at % (bytes.length * 8);
      const place = Math.floor(bit / 8);
      bytes[place] = (bytes[place] ?? 0) ^ (1 << (bit % 8));
      expect(open(ring, { ...sealed, bytes }, 'here').kind).toBe('refused');
    }),
  );
});

test('Whatever was cut off is noticed', () => {
  fc.assert(
    fc.property(text, fc.nat(), (plain, at) => {
      const sealed = seal(ring, plain, 'here');
      const bytes = sealed.bytes.subarray(0, at % sealed.bytes.length);
      expect(open(ring, { ...sealed, bytes }, 'here').kind).toBe('refused');
    }),
  );
});

test('It opens nowhere but where it belongs', () => {
  fc.assert(
    fc.property(text, fc.string(), fc.string(), (plain, one, other) => {
      fc.pre(one !== other);
      expect(open(ring, seal(ring, plain, one), other).kind).toBe('refused');
    }),
  );
});

test('The current key seals; an older one still opens', () => {
  const before = seal([key('old', 1)], Buffer.from('text'), 'here');
  expect(open(ring, before, 'here')).toMatchObject({ kind: 'opened' });
  expect(seal(ring, Buffer.from('text'), 'here').keyId).toBe('new');
});

test('A key that is not there is named; another key of its name, or its name on another, does not open', () => {
  const sealed = seal(ring, Buffer.from('text'), 'here');
  expect(open([key('old', 1)], sealed, 'here')).toEqual({ kind: 'unknown_key', keyId: 'new' });
  expect(open([key('new', 3)], sealed, 'here').kind).toBe('refused');
  expect(open([key('renamed', 2)], { ...sealed, keyId: 'renamed' }, 'here').kind).toBe('refused');
});

test('The same text never looks the same', () => {
  const looks = Array.from({ length: 50 }, () =>
    Buffer.from(seal(ring, Buffer.from('text'), 'here').bytes).toString('hex'),
  );
  expect(new Set(looks).size).toBe(50);
});
