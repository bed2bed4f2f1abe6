import { createHash, createPrivateKey, X509Certificate, type KeyObject } from 'node:crypto';

/** A certificate for which Graph encrypts, with its key. */
export interface EncryptionPair {
  /** Made from the certificate, so that every replica names it alike. */
  readonly id: string;
  readonly certificate: X509Certificate;
  readonly privateKey: KeyObject;
}

/** A certificate that cannot be used, in words. */
export class CertificateError extends Error {
  override readonly name = 'CertificateError';
}

/** Graph takes RSA keys of 2,048 to 4,096 bits. */
const fewestBits = 2_048;
const mostBits = 4_096;

/** `place` is named in errors; nothing of the key is. Throws CertificateError. */
export function toEncryptionPair(
  pem: { readonly certificate: string; readonly privateKey: string },
  place: string,
): EncryptionPair {
  const certificate = parse(
    () => new X509Certificate(pem.certificate),
    `${place} holds no certificate (PEM)`,
  );
  const privateKey = parse(
    () => createPrivateKey(pem.privateKey),
    `${place} has no readable private key (PEM)`,
  );
  const { asymmetricKeyType, asymmetricKeyDetails } = certificate.publicKey;
  const bits = asymmetricKeyDetails?.modulusLength ?? 0;
  if (asymmetricKeyType !== 'rsa' || bits < fewestBits || bits > mostBits) {
    throw new CertificateError(
      `${place} must hold an RSA certificate of ${fewestBits} to ${mostBits} bits: Graph encrypts for no other`,
    );
  }
  if (!certificate.checkPrivateKey(privateKey)) {
    throw new CertificateError(`The key of ${place} belongs to another certificate`);
  }
  const id = createHash('sha256').update(certificate.raw).digest('hex').slice(0, 32);
  return { id, certificate, privateKey };
}

function parse<T>(read: () => T, message: string): T {
  try {
    return read();
  } catch {
    // The cause may quote what it could not read.
    throw new CertificateError(message);
  }
}
