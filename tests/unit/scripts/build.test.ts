import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeEach, describe, expect, it } from 'vitest';
import { contentHash } from '../../../scripts/lib/content-hash.mjs';
import { staleDependencies } from '../../../scripts/lib/dependencies.mjs';

let root: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'tandem-build-'));
});

function write(path: string, content: string): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), content);
}

function isLeftOut(path: string): boolean {
  return path === 'emulator/board';
}

describe('the hash of the sources', () => {
  it('changes with a content, a name, a new and a removed file, and not with a touch', () => {
    write('src/a.ts', 'a');
    const hashes = [contentHash(root, ['src', 'missing'])];
    const note = () => hashes.push(contentHash(root, ['src', 'missing']));
    write('src/a.ts', 'b');
    note();
    write('src/deep/c.ts', 'c');
    note();
    rmSync(join(root, 'src/a.ts'));
    write('src/d.ts', 'b');
    note();
    rmSync(join(root, 'src/d.ts'));
    note();
    expect(new Set(hashes).size).toBe(5);
    write('src/deep/c.ts', 'c');
    expect(contentHash(root, ['src'])).toBe(hashes.at(-1));
  });

  it('leaves out what it is told to', () => {
    write('emulator/a.ts', 'a');
    const before = contentHash(root, ['emulator'], isLeftOut);
    write('emulator/board/b.ts', 'b');
    expect(contentHash(root, ['emulator'], isLeftOut)).toBe(before);
  });
});

function lock(version: string): string {
  return JSON.stringify({
    packages: {
      '': { name: 'x' },
      'node_modules/a': { version },
      'node_modules/for-another-system': { version: '1.0.0', optional: true },
    },
  });
}

describe('the dependencies', () => {
  beforeEach(() => {
    write('package-lock.json', lock('2.0.0'));
  });

  it('are missing in a fresh clone', () => {
    expect(staleDependencies(root)).toBe('they are not installed yet');
  });

  it('are stale when another version is installed than locked', () => {
    write('node_modules/.package-lock.json', lock('1.0.0'));
    mkdirSync(join(root, 'node_modules/a'));
    expect(staleDependencies(root)).toBe('a 2.0.0 is not there');
  });

  it('are stale when a folder was deleted', () => {
    write('node_modules/.package-lock.json', lock('2.0.0'));
    expect(staleDependencies(root)).toBe('a 2.0.0 is not there');
  });

  it("are fine without another system's optional packages", () => {
    const installed = { packages: { 'node_modules/a': { version: '2.0.0' } } };
    write('node_modules/.package-lock.json', JSON.stringify(installed));
    mkdirSync(join(root, 'node_modules/a'));
    expect(staleDependencies(root)).toBeNull();
  });

  it('are fine in this project, whose tests are running', () => {
    expect(staleDependencies(fileURLToPath(new URL('../../../', import.meta.url)))).toBeNull();
  });
});
