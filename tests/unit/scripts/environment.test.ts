import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkNode, readEnvironment } from '../../../scripts/lib/environment.mjs';
import { joinCertificates } from '../../../scripts/lib/certificates.mjs';

describe('the environment', () => {
  it('takes from .env what is not set, or is set to nothing', () => {
    const root = mkdtempSync(join(tmpdir(), 'tandem-env-'));
    writeFileSync(join(root, '.env'), '# note\nPORT=9000\nLOG_LEVEL="debug"\nHOST=from-file\n');
    const env = readEnvironment(root, { HOST: 'set', LOG_LEVEL: '', OTHER: 'x' });
    expect(env).toEqual({ PORT: '9000', LOG_LEVEL: 'debug', HOST: 'set', OTHER: 'x' });
  });

  it('is just the given one without a .env', () => {
    const root = mkdtempSync(join(tmpdir(), 'tandem-env-'));
    expect(readEnvironment(root, { A: '1' })).toEqual({ A: '1' });
  });
});

it.each(['18.20.0', '20.18.3'])('refuses Node %s by name of what is needed', (version) => {
  expect(() => checkNode(version)).toThrow(/Node 20\.19\.0 or newer is needed/);
});

it.each(['20.19.0', '22.0.0', '24.1.0'])('runs on Node %s', (version) => {
  expect(() => checkNode(version)).not.toThrow();
});

it("keeps a person's extra certificates beside the emulator's", () => {
  const folder = mkdtempSync(join(tmpdir(), 'tandem-certificates-'));
  const [ours, theirs] = ['ours', 'theirs'].map((name) => join(folder, `${name}.pem`));
  if (ours === undefined || theirs === undefined) throw new Error('unreachable');
  writeFileSync(ours, 'OURS\n');
  writeFileSync(theirs, 'THEIRS');
  expect(joinCertificates(ours, undefined, folder)).toBe(ours);
  expect(readFileSync(joinCertificates(ours, theirs, folder), 'utf8')).toBe('THEIRS\nOURS\n');
});
