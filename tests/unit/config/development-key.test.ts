import { execFile } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { DevelopmentKeyError, openDevelopmentKey } from '../../../src/config/development-key.js';

let dataDir: string;
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'development-key-'));
});
afterEach(() => rmSync(dataDir, { recursive: true, force: true }));

const open = (name = 'payload-encryption') => openDevelopmentKey({ dataDir, name });
const keyOf = ({ ring }: ReturnType<typeof open>) => ring[0].key.reveal().toString('hex');

test('A data folder gets one key, which stays', () => {
  const first = open();
  const again = open();
  expect([first.isNew, again.isNew]).toEqual([true, false]);
  expect(keyOf(again)).toBe(keyOf(first));
  expect(again.ring[0].id).toBe(first.ring[0].id);
});

test('Each purpose has a key of its own', () => {
  expect(keyOf(open('one'))).not.toBe(keyOf(open('other')));
});

test('Only its owner may read the key', () => {
  const { path } = open();
  expect(statSync(path).mode & 0o777).toBe(0o600);
  expect(statSync(dirname(path)).mode & 0o777).toBe(0o700);
});

test('Processes that start at once get the same key, and leave nothing else', async () => {
  const program = `import { runnerImport } from 'vite';
    const [, at, dataDir] = process.argv;
    const { module } = await runnerImport('./src/config/development-key.ts');
    while (Date.now() < Number(at));
    const { ring, isNew } = module.openDevelopmentKey({ dataDir, name: 'payload-encryption' });
    process.stdout.write(JSON.stringify({ isNew, key: ring[0].key.reveal().toString('hex') }));`;
  const at = String(Date.now() + 2_500);
  const runs = await Promise.all(
    Array.from({ length: 4 }, async () => {
      const { stdout } = await promisify(execFile)(process.execPath, [
        '--input-type=module',
        '--eval',
        program,
        at,
        dataDir,
      ]);
      return JSON.parse(stdout) as { isNew: boolean; key: string };
    }),
  );
  expect(new Set(runs.map(({ key }) => key)).size).toBe(1);
  expect(runs.filter(({ isNew }) => isNew)).toHaveLength(1);
  expect(readdirSync(join(dataDir, 'keys'))).toEqual(['payload-encryption.key']);
});

test('A key that was added by hand is read too', () => {
  const { path } = open();
  const older = `older:${Buffer.alloc(32, 1).toString('base64')}`;
  writeFileSync(path, `${readFileSync(path, 'utf8').trim()},${older}\n`);
  expect(open().ring.map(({ id }) => id)).toContain('older');
});

test('A damaged file is never replaced, and its words are not quoted', () => {
  const { path } = open();
  writeFileSync(path, 'dev-1:c2VjcmV0');
  expect(() => open()).toThrow(DevelopmentKeyError);
  expect(() => open()).toThrow(/holds no usable key: .*6 bytes/);
  expect(() => open()).not.toThrow(/c2VjcmV0/);
  expect(readFileSync(path, 'utf8')).toBe('dev-1:c2VjcmV0');
});
