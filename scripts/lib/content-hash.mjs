import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/**
 * @param {string} root
 * @param {readonly string[]} paths files and folders below root; what does not exist is left out
 * @param {(path: string) => boolean} [isLeftOut] by the path below root, with forward slashes
 * @returns {string} changes when a name or a content changes
 */
export function contentHash(root, paths, isLeftOut = () => false) {
  const hash = createHash('sha256');
  for (const path of [...paths].sort()) add(path);
  return hash.digest('hex');

  /** @param {string} path */
  function add(path) {
    const info = statSync(join(root, path), { throwIfNoEntry: false });
    if (info === undefined || isLeftOut(path)) return;
    if (info.isDirectory()) {
      for (const name of readdirSync(join(root, path)).sort()) add(`${path}/${name}`);
      return;
    }
    const content = readFileSync(join(root, path));
    hash.update(`${path}\n${content.length}\n`).update(content);
  }
}
