import { isUtf8 } from 'node:buffer';
import { createHash, randomUUID } from 'node:crypto';
import { createReadStream, createWriteStream, existsSync } from 'node:fs';
import { mkdir, open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';
import { BackupError } from './backup-error.js';

/** A line of anything longer is no backup; the longest real ones hold 200 events of full tasks. */
const longestLine = 128 * 1024 * 1024;
const bytesPerWrite = 64 * 1024;

/**
 * Writes lines into a file that only its owner can read, compressed when its name ends in `.gz`. The file appears when
 * it is complete and on the disk, or not at all.
 * @throws BackupError file_exists, file_problem; what `lines` throws passes through
 */
export async function writeLines(
  path: string,
  lines: AsyncIterable<string>,
  { isReplacing, signal }: { readonly isReplacing: boolean; readonly signal: AbortSignal },
): Promise<void> {
  if (!isReplacing && existsSync(path)) {
    throw new BackupError(
      'file_exists',
      `${path} exists already; choose another name, or --force to replace it`,
    );
  }
  const partial = `${path}.${randomUUID().slice(0, 8)}.partial`;
  try {
    await mkdir(dirname(path), { recursive: true });
    const source = Readable.from(inBlocks(lines), { objectMode: false });
    const file = createWriteStream(partial, { flags: 'wx', mode: 0o600, flush: true });
    await (path.endsWith('.gz')
      ? pipeline(source, createGzip(), file, { signal })
      : pipeline(source, file, { signal }));
    await rename(partial, path);
  } catch (error) {
    await rm(partial, { force: true });
    throw toFileProblem(error, path);
  }
}

async function* inBlocks(lines: AsyncIterable<string>): AsyncGenerator<Buffer> {
  let block: string[] = [];
  let size = 0;
  for await (const line of lines) {
    block.push(line);
    size += line.length;
    if (size < bytesPerWrite) continue;
    yield Buffer.from(block.join(''));
    block = [];
    size = 0;
  }
  yield Buffer.from(block.join(''));
}

export interface ReadLine {
  readonly text: string;
  /** SHA-256 (hex) of everything before this line. */
  readonly sha256Before: () => string;
}

/**
 * The lines of a file, compressed or not. Each has to end: what a cut left of one is an error.
 * @throws BackupError file_problem, damaged
 */
export async function* readLines(path: string): AsyncGenerator<ReadLine> {
  const hash = createHash('sha256');
  let rest: Buffer[] = [];
  let restSize = 0;
  try {
    for await (const chunk of await openFile(path)) {
      let bytes: Buffer = chunk;
      for (let end = bytes.indexOf(10); end !== -1; end = bytes.indexOf(10)) {
        const line = Buffer.concat([...rest, bytes.subarray(0, end + 1)]);
        rest = [];
        restSize = 0;
        bytes = bytes.subarray(end + 1);
        if (!isUtf8(line))
          throw new BackupError('damaged', `${path} holds bytes that are not UTF-8`);
        yield { text: line.toString('utf8'), sha256Before: () => hash.copy().digest('hex') };
        hash.update(line);
      }
      rest.push(bytes);
      restSize += bytes.length;
      if (restSize > longestLine)
        throw new BackupError('not_a_backup', `${path} is not a backup of Tandem`);
    }
  } catch (error) {
    throw toFileProblem(error, path);
  }
  if (restSize > 0) throw cutOff(path);
}

export function cutOff(path: string): BackupError {
  return new BackupError(
    'damaged',
    `${path} is cut off: its end is missing. Take another backup file`,
  );
}

async function openFile(path: string): Promise<AsyncIterable<Buffer>> {
  const handle = await open(path, 'r');
  const { buffer, bytesRead } = await handle.read(Buffer.alloc(2), 0, 2, 0);
  await handle.close();
  const file = createReadStream(path);
  const isCompressed = bytesRead === 2 && buffer[0] === 0x1f && buffer[1] === 0x8b;
  if (!isCompressed) return file;
  const gunzip = createGunzip();
  file.on('error', (error) => gunzip.destroy(error));
  return file.pipe(gunzip);
}

const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file or folder',
  EACCES: 'the permission is missing',
  EPERM: 'the permission is missing',
  EISDIR: 'it is a folder',
  ENOSPC: 'the disk is full',
  EDQUOT: 'the quota is used up',
  EROFS: 'the disk cannot be written',
  EFBIG: 'the file grew larger than this disk allows',
};

function toFileProblem(error: unknown, path: string): unknown {
  if (!(error instanceof Error) || !('code' in error) || error instanceof BackupError) return error;
  const code = String(error.code);
  if (code === 'Z_BUF_ERROR') return cutOff(path);
  if (code.startsWith('Z_')) {
    return new BackupError('damaged', `${path} is damaged: it cannot be unpacked`, {
      cause: error,
    });
  }
  const reason = reasons[code];
  if (reason === undefined) return error;
  return new BackupError('file_problem', `${path}: ${reason}`, { cause: error });
}
