import { createHash, createPrivateKey, X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { NodeAuthOptions } from '@azure/msal-node';
import type { AppCredential } from '../../config/azure.js';
import { CredentialError } from './credential-error.js';

/**
 * What MSAL takes as the app's credential. Files are read now, so that a renewed certificate or token counts at the next
 * sign-in. @throws CredentialError
 */
export function toMsalCredential(
  credential: AppCredential,
  now: number,
): Pick<NodeAuthOptions, 'clientSecret' | 'clientCertificate' | 'clientAssertion'> {
  switch (credential.kind) {
    case 'secret':
      return { clientSecret: credential.secret.reveal() };
    case 'certificate':
      return { clientCertificate: readCertificate(credential, now) };
    case 'federated':
      return { clientAssertion: readTokenFile(credential.tokenFile) };
  }
}

const certificateVariable = 'AZURE_CLIENT_CERTIFICATE_PATH';

function readCertificate(
  { certificatePath, keyPath, password }: Extract<AppCredential, { readonly kind: 'certificate' }>,
  now: number,
): NonNullable<NodeAuthOptions['clientCertificate']> {
  const keyVariable =
    keyPath === certificatePath ? certificateVariable : 'AZURE_CLIENT_CERTIFICATE_KEY_PATH';
  const certificate = parse(
    () => new X509Certificate(readText(certificateVariable, certificatePath)),
    certificateVariable,
    `${certificatePath} holds no certificate (PEM)`,
  );
  const keyText = readText(keyVariable, keyPath);
  const key = parse(
    () =>
      createPrivateKey({
        key: keyText,
        format: 'pem',
        ...(password !== null && { passphrase: password.reveal() }),
      }),
    keyVariable,
    `${keyPath} has no private key (PEM) that can be read${password === null ? '' : ' with AZURE_CLIENT_CERTIFICATE_PASSWORD'}`,
  );
  if (key.asymmetricKeyType !== 'rsa') {
    throw problem(keyVariable, `${keyPath} must hold an RSA key: Entra ID takes no other`);
  }
  if (!certificate.checkPrivateKey(key)) {
    throw problem(keyVariable, `the key in ${keyPath} belongs to another certificate`);
  }
  if (Date.parse(certificate.validTo) <= now) {
    throw problem(
      certificateVariable,
      `the certificate in ${certificatePath} has expired (${toDay(certificate.validTo)}): make a new one and upload it to the app registration`,
    );
  }
  return {
    thumbprintSha256: createHash('sha256').update(certificate.raw).digest('hex'),
    privateKey: key.export({ type: 'pkcs8', format: 'pem' }).toString(),
  };
}

function readTokenFile(path: string): string {
  const variable = 'AZURE_FEDERATED_TOKEN_FILE';
  const token = readText(variable, path).trim();
  if (/^[\w-]+\.[\w-]+\.[\w-]+$/.test(token)) return token;
  throw problem(variable, `${path} holds no token (JWT)`);
}

function readText(variable: string, path: string): string {
  return parse(() => readFileSync(path, 'utf8'), variable, `${path} cannot be read`);
}

function parse<T>(read: () => T, variable: string, message: string): T {
  try {
    return read();
  } catch (error) {
    if (error instanceof CredentialError) throw error;
    // The cause may quote what it could not read.
    throw problem(variable, message);
  }
}

function problem(variable: string, message: string): CredentialError {
  return new CredentialError(variable, message);
}

function toDay(time: string): string {
  return new Date(time).toISOString().slice(0, 10);
}
