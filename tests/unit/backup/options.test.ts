import { describe, expect, it } from 'vitest';
import { readBackupOptions } from '../../../src/backup/backup-options.js';
import { readRestoreOptions } from '../../../src/backup/restore-options.js';

const place = { namespace: '{annika}', now: new Date('2026-06-01T10:20:30.456Z') };

describe('the options of a backup', () => {
  it('name the file after namespace and time', () => {
    expect(readBackupOptions([], place)).toEqual({
      path: 'backups/annika-20260601T102030Z.ndjson.gz',
      isReplacing: false,
      settleMs: 10_000,
    });
  });

  it('take a file, a wait and whether to replace', () => {
    expect(readBackupOptions(['--file', 'a', '--force', '--wait', '0.5'], place)).toEqual({
      path: 'a',
      isReplacing: true,
      settleMs: 500,
    });
  });

  it('that make no sense are refused with the help', () => {
    expect(() => readBackupOptions(['--fil', 'a'], place)).toThrow('npm run backup');
    expect(() => readBackupOptions(['--wait', 'long'], place)).toThrow('--wait');
    expect(readBackupOptions(['--help'], place)).toBeNull();
  });
});

describe('the options of a restore', () => {
  it('restore into the configured namespace unless another is named', () => {
    expect(readRestoreOptions(['--file', 'a'], place)).toEqual({
      path: 'a',
      namespace: '{annika}',
      linkModes: 'auto',
    });
    expect(readRestoreOptions(['--file', 'a', '--into', 'b', '--plans', 'on'], place)).toEqual({
      path: 'a',
      namespace: 'b',
      linkModes: 'kept',
    });
  });

  it('that make no sense are refused', () => {
    expect(() => readRestoreOptions([], place)).toThrow('--file');
    expect(() => readRestoreOptions(['--file', 'a', '--into', 'a:b'], place)).toThrow('--into');
    expect(() => readRestoreOptions(['--file', 'a', '--plans', 'off'], place)).toThrow('--plans');
  });
});
