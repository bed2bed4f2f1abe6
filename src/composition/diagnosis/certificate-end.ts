import { X509Certificate } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { failure, type Judgement } from '../../diagnosis/finding.js';
import { judgeEnd } from '../../diagnosis/judge-credential.js';

/** When the certificate in a PEM file ends. */
export async function judgeCertificate(
  what: string,
  path: string,
  now: number,
): Promise<Judgement> {
  const fix =
    'Make a new certificate, write its file there and make it known where the old one is.';
  try {
    const { validTo } = new X509Certificate(await readFile(path));
    return judgeEnd(what, Date.parse(validTo), { now, fix });
  } catch {
    // The cause may quote what it could not read.
    return failure(`${what} cannot be read`, 'Write the path of a PEM file that can be read.');
  }
}
