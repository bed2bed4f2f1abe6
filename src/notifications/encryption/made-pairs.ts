import { randomBytes, webcrypto } from 'node:crypto';
import { link, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { toEncryptionPair, type EncryptionPair } from './encryption-pair.js';

const algorithm = {
  name: 'RSASSA-PKCS1-v1_5',
  hash: 'SHA-256',
  publicExponent: new Uint8Array([1, 0, 1]),
  modulusLength: 2_048,
} as const;
const dayMs = 86_400_000;
const lifeMs = 365 * dayMs;
/** A subscription lives for days; its certificate must outlive it. */
const renewBeforeMs = 30 * dayMs;
const fileName = /^encryption-(\d+)\.pem$/;

/** The pairs that were made in a folder, the newest first. */
export async function readMadePairs(folder: string): Promise<readonly EncryptionPair[]> {
  const found = await readdir(folder).catch(() => []);
  const numbered = found.flatMap((name) => {
    const number = fileName.exec(name)?.[1];
    return number === undefined ? [] : [{ name, number: Number(number) }];
  });
  return Promise.all(
    numbered
      .toSorted((one, other) => other.number - one.number)
      .map(async ({ name }) => {
        const path = join(folder, name);
        const pem = await readFile(path, 'utf8');
        return toEncryptionPair({ certificate: pem, privateKey: pem }, path);
      }),
  );
}

/**
 * The pair that is current, made where there is none or where it ends soon. Several processes may do so at once: the
 * first one's file stands, and all use it.
 */
export async function makeCurrentPair(folder: string, now: number): Promise<EncryptionPair> {
  for (;;) {
    const pairs = await readMadePairs(folder);
    const [newest] = pairs;
    if (newest !== undefined && Date.parse(newest.certificate.validTo) - now > renewBeforeMs) {
      return newest;
    }
    await makePair(folder, { number: pairs.length + 1, now });
  }
}

async function makePair(
  folder: string,
  { number, now }: { readonly number: number; readonly now: number },
): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const draft = join(folder, `draft-${randomBytes(6).toString('hex')}`);
  await writeFile(draft, await makePem(now), { mode: 0o600, flag: 'wx' });
  try {
    await link(draft, join(folder, `encryption-${number}.pem`));
  } catch (error) {
    const isThere = error instanceof Error && 'code' in error && error.code === 'EEXIST';
    if (!isThere) throw error;
  } finally {
    await rm(draft, { force: true });
  }
}

/** Certificate and key in one file, so that they cannot be of two kinds. */
async function makePem(now: number): Promise<string> {
  // The package wants this polyfill to be there first.
  await import('reflect-metadata');
  const x509 = await import('@peculiar/x509');
  const keys = await webcrypto.subtle.generateKey(algorithm, true, ['sign', 'verify']);
  const certificate = await x509.X509CertificateGenerator.createSelfSigned({
    serialNumber: `00${randomBytes(15).toString('hex')}`,
    name: 'CN=Tandem change notifications',
    notBefore: new Date(now - dayMs),
    notAfter: new Date(now + lifeMs),
    signingAlgorithm: algorithm,
    keys,
  });
  const pkcs8 = await webcrypto.subtle.exportKey('pkcs8', keys.privateKey);
  const key = x509.PemConverter.encode(pkcs8, 'PRIVATE KEY');
  return `${certificate.toString('pem')}\n${key}\n`;
}
