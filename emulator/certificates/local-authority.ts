import { randomBytes, webcrypto } from 'node:crypto';
import { access, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type * as X509 from '@peculiar/x509';

const KEY_ALGORITHM = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' } as const;
const DAY_MS = 86_400_000;
const AUTHORITY_DAYS = 3650;
/** Apple's and Chromium's limit for a leaf is 398 days. */
const LEAF_DAYS = 390;

export interface LocalAuthority {
  /** What a client trusts: NODE_EXTRA_CA_CERTS. */
  readonly caFile: string;
  /** A fresh leaf for localhost, 127.0.0.1 and ::1, PEM. */
  issueLeaf(): Promise<{ readonly cert: string; readonly key: string }>;
}

/**
 * The certificate authority kept in `caDir`, made on the first call. Several processes may call it at once: one folder
 * wins by rename and all use it, so one CA file serves all emulators of a machine.
 */
export async function openLocalAuthority(caDir: string, now: () => Date): Promise<LocalAuthority> {
  const x509 = await loadX509();
  const folder = join(caDir, 'local-ca');
  const caFile = join(folder, 'ca.pem');
  const keyFile = join(folder, 'ca-key.pem');
  if (!(await exists(caFile)) || (await expiresSoon(x509, caFile, now()))) {
    await makeAuthority(x509, { caDir, folder, now: now() });
  }
  const authority = new x509.X509Certificate(await readFile(caFile, 'utf8'));
  const signingKey = await importKey(x509, await readFile(keyFile, 'utf8'));
  return { caFile, issueLeaf: () => issueLeaf(x509, { authority, signingKey, now: now() }) };
}

/** Loaded when needed, because the package wants this polyfill to be there first. */
async function loadX509(): Promise<typeof X509> {
  await import('reflect-metadata');
  return await import('@peculiar/x509');
}

interface AuthorityPlace {
  readonly caDir: string;
  readonly folder: string;
  readonly now: Date;
}

async function makeAuthority(x509: typeof X509, place: AuthorityPlace): Promise<void> {
  const { caDir, now } = place;
  await mkdir(caDir, { recursive: true });
  const keys = await webcrypto.subtle.generateKey(KEY_ALGORITHM, true, ['sign', 'verify']);
  const certificate = await x509.X509CertificateGenerator.createSelfSigned({
    serialNumber: serialNumber(),
    name: 'CN=Tandem local Graph (development only)',
    notBefore: new Date(now.getTime() - DAY_MS),
    notAfter: new Date(now.getTime() + AUTHORITY_DAYS * DAY_MS),
    signingAlgorithm: KEY_ALGORITHM,
    keys,
    extensions: [
      new x509.BasicConstraintsExtension(true, 0, true),
      new x509.KeyUsagesExtension(
        x509.KeyUsageFlags.keyCertSign | x509.KeyUsageFlags.cRLSign,
        true,
      ),
      await x509.SubjectKeyIdentifierExtension.create(keys.publicKey),
    ],
  });
  const draft = join(caDir, `local-ca.${randomBytes(6).toString('hex')}`);
  await mkdir(draft, { mode: 0o700 });
  await writeFile(join(draft, 'ca.pem'), `${certificate.toString('pem')}\n`);
  await writeFile(join(draft, 'ca-key.pem'), await exportKey(x509, keys.privateKey), {
    mode: 0o600,
  });
  await moveIntoPlace(x509, draft, place);
}

async function moveIntoPlace(
  x509: typeof X509,
  draft: string,
  { folder, now }: AuthorityPlace,
): Promise<void> {
  const present = join(folder, 'ca.pem');
  if ((await exists(present)) && (await expiresSoon(x509, present, now))) {
    await rm(folder, { recursive: true, force: true });
  }
  try {
    await rename(draft, folder);
  } catch (error) {
    await rm(draft, { recursive: true, force: true });
    if (!(await exists(present))) throw error;
  }
}

async function issueLeaf(
  x509: typeof X509,
  issuer: {
    readonly authority: X509.X509Certificate;
    readonly signingKey: webcrypto.CryptoKey;
    readonly now: Date;
  },
): Promise<{ cert: string; key: string }> {
  const { authority, signingKey, now } = issuer;
  const keys = await webcrypto.subtle.generateKey(KEY_ALGORITHM, true, ['sign', 'verify']);
  const certificate = await x509.X509CertificateGenerator.create({
    serialNumber: serialNumber(),
    subject: 'CN=localhost',
    issuer: authority.subject,
    notBefore: new Date(now.getTime() - DAY_MS),
    notAfter: new Date(now.getTime() + LEAF_DAYS * DAY_MS),
    signingAlgorithm: KEY_ALGORITHM,
    publicKey: keys.publicKey,
    signingKey,
    extensions: [
      new x509.BasicConstraintsExtension(false, undefined, true),
      new x509.KeyUsagesExtension(x509.KeyUsageFlags.digitalSignature, true),
      new x509.ExtendedKeyUsageExtension([x509.ExtendedKeyUsage.serverAuth]),
      new x509.SubjectAlternativeNameExtension([
        { type: 'dns', value: 'localhost' },
        { type: 'ip', value: '127.0.0.1' },
        { type: 'ip', value: '::1' },
      ]),
      await x509.AuthorityKeyIdentifierExtension.create(authority.publicKey),
    ],
  });
  return { cert: certificate.toString('pem'), key: await exportKey(x509, keys.privateKey) };
}

function serialNumber(): string {
  // The first bit stays clear: a serial number is a positive integer.
  return `01${randomBytes(15).toString('hex')}`;
}

async function exportKey(x509: typeof X509, key: webcrypto.CryptoKey): Promise<string> {
  const der = await webcrypto.subtle.exportKey('pkcs8', key);
  return `${x509.PemConverter.encode(der, 'PRIVATE KEY')}\n`;
}

async function importKey(x509: typeof X509, pem: string): Promise<webcrypto.CryptoKey> {
  const [der] = x509.PemConverter.decode(pem);
  if (der === undefined)
    throw new Error('The key file of the local certificate authority is empty');
  return await webcrypto.subtle.importKey('pkcs8', der, KEY_ALGORITHM, false, ['sign']);
}

async function expiresSoon(x509: typeof X509, caFile: string, now: Date): Promise<boolean> {
  const certificate = new x509.X509Certificate(await readFile(caFile, 'utf8'));
  return certificate.notAfter.getTime() < now.getTime() + (LEAF_DAYS + 1) * DAY_MS;
}

async function exists(path: string): Promise<boolean> {
  try {
    await access(path);
    return true;
  } catch {
    return false;
  }
}
