import type { KeyObject } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { toEncryptionPair, CertificateError, type EncryptionPair } from './encryption-pair.js';
import { makeCurrentPair, readMadePairs } from './made-pairs.js';

/** What a subscription with resource data says. */
export interface CurrentCertificate {
  /** `encryptionCertificateId` */
  readonly id: string;
  /** `encryptionCertificate`: the certificate's DER in base64. */
  readonly certificate: string;
}

/** The keys for encrypted notifications. Private keys stay in here. */
export interface EncryptionKeys {
  /** For subscriptions that are made or renewed now. */
  currentCertificate(): Promise<CurrentCertificate>;
  /** Reads what another process has made since; null for a certificate that is not ours. */
  privateKeyOf(certificateId: string): Promise<KeyObject | null>;
}

export interface EncryptionKeysOptions {
  /** The current one first; older ones are still accepted. */
  readonly certificates: readonly { readonly certificatePath: string; readonly keyPath: string }[];
  /** Where one is made when none is configured. */
  readonly dataDir: string;
  readonly now: () => number;
}

/** Reads the configured files at once; throws CertificateError for those that cannot be used. */
export function openEncryptionKeys(options: EncryptionKeysOptions): EncryptionKeys {
  const configured = options.certificates.map(readConfigured);
  const [current] = configured;
  return current === undefined
    ? madeKeys(join(options.dataDir, 'webhook-encryption'), options.now)
    : {
        currentCertificate: async () => toCurrent(current),
        privateKeyOf: async (id) => keyOf(configured, id),
      };
}

function madeKeys(folder: string, now: () => number): EncryptionKeys {
  let known: readonly EncryptionPair[] = [];
  return {
    async currentCertificate() {
      const pair = await makeCurrentPair(folder, now());
      known = [pair, ...known.filter(({ id }) => id !== pair.id)];
      return toCurrent(pair);
    },
    async privateKeyOf(certificateId) {
      const key = keyOf(known, certificateId);
      if (key !== null) return key;
      known = await readMadePairs(folder);
      return keyOf(known, certificateId);
    },
  };
}

function readConfigured(paths: {
  readonly certificatePath: string;
  readonly keyPath: string;
}): EncryptionPair {
  const { certificatePath, keyPath } = paths;
  return toEncryptionPair(
    { certificate: readText(certificatePath), privateKey: readText(keyPath) },
    certificatePath,
  );
}

function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    throw new CertificateError(`${path} cannot be read`);
  }
}

function keyOf(pairs: readonly EncryptionPair[], certificateId: string): KeyObject | null {
  return pairs.find(({ id }) => id === certificateId)?.privateKey ?? null;
}

function toCurrent({ id, certificate }: EncryptionPair): CurrentCertificate {
  return { id, certificate: certificate.raw.toString('base64') };
}
