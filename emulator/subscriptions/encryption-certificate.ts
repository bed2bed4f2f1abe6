import { X509Certificate, type KeyObject } from 'node:crypto';

/** The public half of what a subscriber decrypts resource data with. */
export interface EncryptionCertificate {
  readonly publicKey: KeyObject;
  /** SHA-1, upper-case hexadecimal. */
  readonly thumbprint: string;
}

const MIN_BITS = 2048;
const MAX_BITS = 4096;

/** Reads base64 of a DER or PEM certificate; `undefined` when it is none that Graph takes (RSA, 2048 to 4096 bits). */
export function readEncryptionCertificate(base64: string): EncryptionCertificate | undefined {
  try {
    const { publicKey, fingerprint } = new X509Certificate(Buffer.from(base64, 'base64'));
    const bits = publicKey.asymmetricKeyDetails?.modulusLength ?? 0;
    if (publicKey.asymmetricKeyType !== 'rsa' || bits < MIN_BITS || bits > MAX_BITS) {
      return undefined;
    }
    return { publicKey, thumbprint: fingerprint.replaceAll(':', '') };
  } catch {
    return undefined;
  }
}
