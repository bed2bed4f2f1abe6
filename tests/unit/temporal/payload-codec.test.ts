import { defaultPayloadConverter, type Payload } from '@temporalio/common';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { KeyRing, SealingKey } from '../../../src/config/key-ring.js';
import { Secret } from '../../../src/config/secret.js';
import { createPayloadCodec } from '../../../src/temporal/payload-encryption/payload-codec.js';
import { createRemoteCodec } from '../../../src/temporal/payload-encryption/remote-codec.js';

const key = (id: string, fill: number): SealingKey => ({
  id,
  key: new Secret(Buffer.alloc(32, fill)),
});
const on = (...ring: KeyRing) => createPayloadCodec({ isOn: true, ring });
const off = (...ring: readonly SealingKey[]) => {
  const [first, ...more] = ring;
  return createPayloadCodec({ isOn: false, ring: first === undefined ? null : [first, ...more] });
};
const codec = on(key('current', 1));

const payload: fc.Arbitrary<Payload> = fc.oneof(
  fc.json().map((json) => defaultPayloadConverter.toPayload(JSON.parse(json))),
  fc.record({
    metadata: fc.dictionary(
      fc.string({ minLength: 1 }).filter((name) => name !== '__proto__'),
      fc.uint8Array().map((bytes) => Buffer.from(bytes)),
    ),
    data: fc.uint8Array().map((bytes) => Buffer.from(bytes)),
  }),
);
/** Whatever kind of array holds the bytes. */
const plain = ({ metadata, data }: Payload) => ({
  metadata: Object.entries(metadata ?? {}).map(([name, value]) => [name, hex(value)]),
  data: hex(data ?? new Uint8Array()),
});
const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex');
const aPayload = (value: unknown) => defaultPayloadConverter.toPayload(value);

/** As it comes out of JSON: with base64 instead of bytes. */
const toJson = ({ metadata, data }: Payload) => ({
  metadata: Object.fromEntries(
    Object.entries(metadata ?? {}).map(([name, value]) => [
      name,
      Buffer.from(value).toString('base64'),
    ]),
  ),
  data: Buffer.from(data ?? []).toString('base64'),
});

test('Every list of payloads comes back as it was', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(payload, { maxLength: 5 }), async (payloads) => {
      const decoded = await codec.decode(await codec.encode(payloads));
      expect(decoded.map(plain)).toEqual(payloads.map(plain));
    }),
  );
});

test('Every list of payloads comes back as it was over JSON', async () => {
  const remote = createRemoteCodec(codec);
  await fc.assert(
    fc.asyncProperty(fc.array(payload, { maxLength: 5 }), async (payloads) => {
      const message = { payloads: payloads.map(toJson) };
      const encoded: unknown = JSON.parse(JSON.stringify(await remote.encode(message)));
      expect(await remote.decode(encoded)).toEqual(message);
    }),
  );
});

test('Nothing of a payload can be read but that it is encrypted, and with which key', async () => {
  const [encoded] = await codec.encode([aPayload({ planId: 'Karmin' })]);
  expect(Object.keys(encoded?.metadata ?? {})).toEqual(['encoding', 'encryption-key-id']);
  expect(Buffer.from(encoded?.metadata?.['encoding'] ?? []).toString()).toBe('binary/encrypted');
  expect(Buffer.from(encoded?.metadata?.['encryption-key-id'] ?? []).toString()).toBe('current');
  const text = Buffer.from(encoded?.data ?? []).toString('latin1');
  expect(text).not.toContain('Karmin');
  expect(text).not.toContain('json/plain');
});

test('What was never encrypted is passed on as it is', async () => {
  const given = [aPayload('text'), aPayload(undefined), {}];
  expect(await codec.decode(given)).toEqual(given);
});

test('With encryption off nothing is encrypted, and what was before is still read', async () => {
  const before = await codec.encode([aPayload('text')]);
  const later = off(key('current', 1));
  expect((await later.decode(before)).map(plain)).toEqual([aPayload('text')].map(plain));
  expect(await later.encode([aPayload('text')])).toEqual([aPayload('text')]);
});

test('After a change of keys the older one is still read, and the new one is used', async () => {
  const before = await codec.encode([aPayload('text')]);
  const rotated = on(key('next', 2), key('current', 1));
  const [after] = await rotated.encode(await rotated.decode(before));
  expect(Buffer.from(after?.metadata?.['encryption-key-id'] ?? []).toString()).toBe('next');
});

test('What cannot be decrypted is refused with advice that names ids only', async () => {
  const encoded = await codec.encode([aPayload('text')]);
  const [first] = encoded;
  const tampered = Buffer.from(first?.data ?? []);
  tampered[20] = (tampered[20] ?? 0) ^ 1;
  const unknown = /encrypted with the key "current", and here is "other".*PAYLOAD_ENCRYPTION_KEY/;
  await expect(on(key('other', 2)).decode(encoded)).rejects.toThrow(unknown);
  await expect(off().decode(encoded)).rejects.toThrow(/here is no key.*PAYLOAD_ENCRYPTION_KEY/);
  const differs = /names the key "current" does not open with it/;
  await expect(on(key('current', 2)).decode(encoded)).rejects.toThrow(differs);
  await expect(codec.decode([{ ...first, data: tampered }])).rejects.toThrow(differs);
  await expect(codec.decode([{ metadata: first?.metadata ?? null }])).rejects.toThrow(differs);
});

test.each([
  null,
  [],
  'text',
  { payloads: {} },
  { payloads: [1] },
  { payloads: [{ data: 5 }] },
  { payloads: [{ metadata: { encoding: 'no base64!' } }] },
])('%j is no message of payloads', async (message) => {
  await expect(createRemoteCodec(codec).decode(message)).rejects.toMatchObject({
    code: 'invalid_input',
  });
});

test('A missing key is told over JSON too', async () => {
  const [encoded] = await codec.encode([aPayload('text')]);
  const remote = createRemoteCodec(on(key('other', 2)));
  await expect(remote.decode({ payloads: [toJson(encoded ?? {})] })).rejects.toMatchObject({
    code: 'invalid_input',
    message: expect.stringContaining('the key "current"'),
  });
});
