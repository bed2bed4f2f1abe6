export interface ClientCertificate {
  /** PEM. */
  readonly certificate: string;
  /** PEM, PKCS #8. */
  readonly privateKey: string;
}

/** A certificate as an app registers one; it ends `days` from now. */
export async function makeClientCertificate(days = 1): Promise<ClientCertificate> {
  // The package wants this polyfill to be there first.
  await import('reflect-metadata');
  const { X509CertificateGenerator } = await import('@peculiar/x509');
  const algorithm = {
    name: 'RSASSA-PKCS1-v1_5',
    hash: 'SHA-256',
    modulusLength: 2048,
    publicExponent: new Uint8Array([1, 0, 1]),
  };
  const keys = await crypto.subtle.generateKey(algorithm, true, ['sign', 'verify']);
  const end = Date.now() + days * 86_400_000;
  const certificate = await X509CertificateGenerator.createSelfSigned({
    name: 'CN=Tandem agents',
    notBefore: new Date(Math.min(Date.now(), end) - 86_400_000),
    notAfter: new Date(end),
    signingAlgorithm: algorithm,
    keys,
  });
  const pkcs8 = Buffer.from(await crypto.subtle.exportKey('pkcs8', keys.privateKey));
  const lines = pkcs8.toString('base64').replace(/(.{64})/g, '$1\n');
  return {
    certificate: certificate.toString('pem'),
    privateKey: `-----BEGIN PRIVATE KEY-----\n${lines}\n-----END PRIVATE KEY-----\n`,
  };
}
