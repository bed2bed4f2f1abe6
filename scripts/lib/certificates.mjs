import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Node takes one file of extra certificates: when the person has named one, both go into a third.
 * @param {string} ours
 * @param {string | undefined} theirs what NODE_EXTRA_CA_CERTS says already
 * @param {string} folder
 * @returns {string} the file to name
 */
export function joinCertificates(ours, theirs, folder) {
  if (theirs === undefined || theirs === ours) return ours;
  const joined = join(folder, 'extra-certificates.pem');
  writeFileSync(joined, `${readFileSync(theirs, 'utf8').trimEnd()}\n${readFileSync(ours, 'utf8')}`);
  return joined;
}
