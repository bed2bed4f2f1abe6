import { BackupError } from './backup-error.js';
import { cutOff, readLines } from './backup-file.js';
import {
  backupFormat,
  backupVersion,
  dataLineSchema,
  endSchema,
  headerSchema,
  type Counts,
  type DataLine,
  type Header,
} from './backup-line.js';
import { countLine, noLines } from './encode-backup.js';

/**
 * The lines of a backup file, each checked as it comes; the end checks that all came and none was changed, so that
 * only what was read to its end may be believed.
 * @throws BackupError file_problem, not_a_backup, unsupported, damaged
 */
export async function* readBackup(path: string): AsyncGenerator<Header | DataLine> {
  let counts: Counts = noLines;
  let number = 0;
  let hasEnded = false;
  for await (const { text, sha256Before } of readLines(path)) {
    number += 1;
    if (hasEnded) throw damaged(path, `something stands behind its end, in line ${number}`);
    const value = parse(text);
    if (number === 1) {
      yield toHeader(value, path);
      continue;
    }
    const end = endSchema.safeParse(value);
    if (end.success) {
      if (end.data.sha256 !== sha256Before()) throw damaged(path, 'its checksum does not fit');
      if (JSON.stringify(end.data.counts) !== JSON.stringify(counts)) {
        throw damaged(path, 'it holds another number of lines than it says');
      }
      hasEnded = true;
      continue;
    }
    const line = dataLineSchema.safeParse(value);
    if (!line.success) throw damaged(path, `line ${number} is not as it was written`);
    counts = countLine(counts, line.data);
    yield line.data;
  }
  if (number === 0) throw new BackupError('not_a_backup', `${path} is empty`);
  if (!hasEnded) throw cutOff(path);
}

function toHeader(value: unknown, path: string): Header {
  const header = headerSchema.safeParse(value);
  if (header.success) return header.data;
  const isOurs =
    typeof value === 'object' &&
    value !== null &&
    'format' in value &&
    value.format === backupFormat;
  if (isOurs && 'version' in value && value.version !== backupVersion) {
    throw new BackupError(
      'unsupported',
      `${path} has version ${String(value.version)} of the format, this Tandem reads version ${backupVersion}; use the Tandem that wrote it, or a newer one`,
    );
  }
  throw new BackupError('not_a_backup', `${path} is not a backup of Tandem`);
}

function damaged(path: string, what: string): BackupError {
  return new BackupError('damaged', `${path} is damaged: ${what}. Take another backup file`);
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
