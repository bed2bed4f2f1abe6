import {
  createCipheriv,
  createHmac,
  publicEncrypt,
  randomBytes,
  X509Certificate,
} from 'node:crypto';
import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { decryptContent } from '../../../src/notifications/encryption/decrypt-content.js';
import { openEncryptionKeys } from '../../../src/notifications/encryption/encryption-keys.js';

let dataDir: string;
beforeAll(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'tandem-keys-'));
});
afterAll(() => rmSync(dataDir, { recursive: true, force: true }));

const open = (now = Date.now()) =>
  openEncryptionKeys({ certificates: [], dataDir, now: () => now });

/** As Graph does it: https://learn.microsoft.com/graph/change-notifications-with-resource-data */
function encrypt(entity: unknown, { id, certificate }: { id: string; certificate: string }) {
  const { publicKey } = new X509Certificate(Buffer.from(certificate, 'base64'));
  const key = randomBytes(32);
  const cipher = createCipheriv('aes-256-cbc', key, key.subarray(0, 16));
  const data = Buffer.concat([cipher.update(JSON.stringify(entity), 'utf8'), cipher.final()]);
  return {
    data: data.toString('base64'),
    dataKey: publicEncrypt(publicKey, key).toString('base64'),
    dataSignature: createHmac('sha256', key).update(data).digest('base64'),
    encryptionCertificateId: id,
  };
}

describe('encrypted content', () => {
  it('is read with the key of the certificate that was given to Graph, by every process', async () => {
    const certificate = await open().currentCertificate();
    const other = open();
    const content = encrypt({ id: '1', body: { content: 'ä' } }, certificate);
    const key = await other.privateKeyOf(content.encryptionCertificateId);
    expect(decryptContent(content, key)).toEqual({
      kind: 'content',
      entity: { id: '1', body: { content: 'ä' } },
    });
    expect(await other.currentCertificate()).toEqual(certificate);
  });

  it('for a certificate that is not ours is not read', async () => {
    const keys = open();
    const content = encrypt({}, { ...(await keys.currentCertificate()), id: 'another' });
    expect(decryptContent(content, await keys.privateKeyOf('another'))).toEqual({
      kind: 'unknown_certificate',
    });
  });

  it('of which anything was changed is refused', async () => {
    const keys = open();
    const certificate = await keys.currentCertificate();
    const key = await keys.privateKeyOf(certificate.id);
    const content = encrypt({ id: '1', text: 'x'.repeat(100) }, certificate);
    fc.assert(
      fc.property(
        fc.constantFrom('data', 'dataKey', 'dataSignature'),
        fc.nat(10_000),
        fc.integer({ min: 1, max: 255 }),
        (part, at, flip) => {
          const bytes = Buffer.from(content[part], 'base64');
          const place = at % bytes.length;
          bytes[place] = (bytes[place] ?? 0) ^ flip;
          const changed = { ...content, [part]: bytes.toString('base64') };
          expect(decryptContent(changed, key)).toEqual({ kind: 'tampered' });
        },
      ),
      { numRuns: 60 },
    );
    expect(decryptContent({ ...content, dataSignature: '' }, key)).toEqual({ kind: 'tampered' });
  });
});

describe('the certificate', () => {
  it('is made once where several processes want one, readable by its owner only', async () => {
    const made = mkdtempSync(join(tmpdir(), 'tandem-made-'));
    const all = Array.from({ length: 4 }, () =>
      openEncryptionKeys({ certificates: [], dataDir: made, now: Date.now }),
    );
    const ids = await Promise.all(all.map(async (keys) => (await keys.currentCertificate()).id));
    expect(new Set(ids).size).toBe(1);
    const folder = join(made, 'webhook-encryption');
    expect(readdirSync(folder)).toEqual(['encryption-1.pem']);
    expect(statSync(join(folder, 'encryption-1.pem')).mode & 0o077).toBe(0);
    rmSync(made, { recursive: true, force: true });
  });

  it('is followed by another before it ends, and still accepted then', async () => {
    const before = await open().currentCertificate();
    const later = open(Date.now() + 350 * 86_400_000);
    const after = await later.currentCertificate();
    expect(after.id).not.toBe(before.id);
    expect(await later.privateKeyOf(before.id)).not.toBeNull();
  });

  it('is the first of the configured ones; all of them are accepted', async () => {
    const first = await open().currentCertificate();
    const folder = join(dataDir, 'webhook-encryption');
    const files = readdirSync(folder).toSorted().toReversed();
    const certificates = files.map((name) => ({
      certificatePath: join(folder, name),
      keyPath: join(folder, name),
    }));
    const keys = openEncryptionKeys({ certificates, dataDir: '/nowhere', now: Date.now });
    expect((await keys.currentCertificate()).id).toBe(first.id);
    expect(await keys.privateKeyOf(first.id)).not.toBeNull();
    expect(files.length).toBeGreaterThan(1);
  });

  it('that cannot be used is named, and nothing of its key', () => {
    const path = join(dataDir, 'broken.pem');
    const openOne = (keyPath = path) =>
      openEncryptionKeys({
        certificates: [{ certificatePath: path, keyPath }],
        dataDir,
        now: Date.now,
      });
    expect(() => openOne()).toThrow(`${path} cannot be read`);
    writeFileSync(path, '-----BEGIN CERTIFICATE-----\nsecret\n-----END CERTIFICATE-----\n');
    expect(() => openOne()).toThrow(`${path} holds no certificate`);
    expect(() => openOne()).not.toThrow('secret');
  });
});
