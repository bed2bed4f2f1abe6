import { cpSync, mkdtempSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Breakage } from './breakages.js';

/**
 * A copy of the build with the breakage in it, in a folder of its own.
 * @throws Error when the text that is to be replaced is not there: then nothing would be broken
 */
export function breakBuild(root: string, { name, patches }: Breakage): string {
  const folder = mkdtempSync(join(tmpdir(), `tandem-broken-${name}-`));
  cpSync(join(root, 'dist'), join(folder, 'dist'), { recursive: true });
  cpSync(join(root, 'package.json'), join(folder, 'package.json'));
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'), 'junction');
  for (const { file, text, replacement } of patches) {
    const path = join(folder, 'dist', file);
    writeFileSync(path, replaceOnce(readFileSync(path, 'utf8'), { file, text, replacement }));
  }
  return folder;
}

function replaceOnce(
  source: string,
  { file, text, replacement }: Breakage['patches'][number],
): string {
  const parts = source.split(text);
  if (parts.length !== 2) {
    throw new Error(
      `${file} has ${parts.length - 1} places to break, not one. It has changed: mend the breakage in tests/chaos/breakages.\n${text}`,
    );
  }
  return parts.join(replacement);
}
