import { randomBytes } from 'node:crypto';
import {
  closeSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { formatKey, keyRing, type KeyRing, type SealingKey } from './key-ring.js';
import { Secret } from './secret.js';

/** The key file of a data folder that cannot be used, in words. Nothing of the key is in them. */
export class DevelopmentKeyError extends Error {
  override readonly name = 'DevelopmentKeyError';
}

export interface DevelopmentKeyPlace {
  readonly dataDir: string;
  /** What the key is for; names the file. */
  readonly name: string;
}

export interface DevelopmentKey {
  readonly ring: KeyRing;
  /** The file; it holds what the variable would: keys can be added, and it can be moved into the configuration. */
  readonly path: string;
  /** This process made it. */
  readonly isNew: boolean;
}

/** The key of a data folder; null where none was made. @throws DevelopmentKeyError as below */
export function findDevelopmentKey(place: DevelopmentKeyPlace): KeyRing | null {
  return readRing(fileOf(place));
}

/**
 * The key of a data folder, made where there is none. Several processes may ask at once: one file stands, and all of
 * them get what it holds.
 * @throws DevelopmentKeyError where the file is there and cannot be used: a new key could not read what the old one sealed
 */
export function openDevelopmentKey(place: DevelopmentKeyPlace): DevelopmentKey {
  const path = fileOf(place);
  const folder = dirname(path);
  const found = readRing(path);
  if (found !== null) return { ring: found, path, isNew: false };
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const isNew = makeFile(folder, path);
  const ring = readRing(path);
  if (ring === null) throw new DevelopmentKeyError(`${path} vanished while it was made`);
  return { ring, path, isNew };
}

function fileOf({ dataDir, name }: DevelopmentKeyPlace): string {
  return join(dataDir, 'keys', `${name}.key`);
}

function readRing(path: string): KeyRing | null {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return null;
    throw new DevelopmentKeyError(`${path} cannot be read (${codeOf(error) ?? 'unknown reason'})`);
  }
  const read = keyRing().safeParse(text.trim());
  if (read.success) return read.data;
  const problems = read.error.issues.map(({ message }) => message).join('; ');
  throw new DevelopmentKeyError(
    `${path} holds no usable key: ${problems}. Put the file back from a copy; remove it only if what it has sealed may be lost`,
  );
}

/** A link appears whole and only once: nobody reads half a key, and nobody's key is replaced. False where another was faster. */
function makeFile(folder: string, path: string): boolean {
  const draft = join(folder, `draft-${randomBytes(6).toString('hex')}`);
  try {
    writeDurably(draft, `${formatKey(makeKey())}\n`);
    linkSync(draft, path);
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    throw error;
  } finally {
    rmSync(draft, { force: true });
  }
}

/** On the disk before anything is sealed with it. */
function writeDurably(path: string, text: string): void {
  const file = openSync(path, 'wx', 0o600);
  try {
    writeFileSync(file, text);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

function makeKey(): SealingKey {
  return { id: `dev-${randomBytes(4).toString('hex')}`, key: new Secret(randomBytes(32)) };
}

function codeOf(error: unknown): string | null {
  return error instanceof Error && 'code' in error && typeof error.code === 'string'
    ? error.code
    : null;
}
