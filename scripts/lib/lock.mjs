import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { BootstrapError } from './bootstrap-error.mjs';
import { endProcess, identify, isRunning } from './processes.mjs';

/** @import { ProcessIdentity } from './processes.mjs' */

/**
 * @typedef {object} LockContent
 * @property {ProcessIdentity} owner
 * @property {Record<string, ProcessIdentity>} children
 * @property {Record<string, string>} notes where things can be reached, for other commands
 * @property {Record<string, string>} [environment] variables that lead to what was brought up
 */

/**
 * @typedef {object} Lock
 * @property {readonly string[]} recovered names of a dead owner's children that were still running and have been ended
 * @property {(name: string, child: ProcessIdentity) => void} addChild
 * @property {(name: string) => void} removeChild
 * @property {(notes: Record<string, string>, environment?: Record<string, string>) => void} setNotes
 * @property {() => void} release
 */

const childGraceMs = 10_000;

/**
 * Makes this process the only owner of a folder. When the last owner died without tidying up (kill -9, power cut), its
 * children are ended first, exactly those it had written down, so that nobody else has the folder's files open.
 * @param {string} folder
 * @returns {Promise<Lock>}
 */
export async function acquireLock(folder) {
  mkdirSync(folder, { recursive: true });
  const file = lockFile(folder);
  const owner = identify(process.pid);
  if (owner === null) throw new Error('This process cannot find itself in the process table.');
  /** @type {LockContent} */
  const content = { owner, children: {}, notes: {} };
  /** @type {string[]} */
  const recovered = [];
  while (!create(file, content)) {
    const text = readText(file);
    const holder = parse(text);
    if (holder !== null && isRunning(holder.owner)) throw new BootstrapError(inUse(folder, holder));
    // The last started first, as in an ordered stop: a worker that still has its Temporal ends at once.
    for (const [name, child] of Object.entries(holder?.children ?? {}).toReversed()) {
      if ((await endProcess(child, childGraceMs)) !== 'gone') recovered.push(name);
    }
    removeStale(file, text);
  }
  const save = () => replace(file, content);
  return {
    recovered,
    addChild(name, child) {
      content.children[name] = child;
      save();
    },
    removeChild(name) {
      delete content.children[name];
      save();
    },
    setNotes(notes, environment = {}) {
      content.notes = notes;
      content.environment = environment;
      save();
    },
    release: () => rmSync(file, { force: true }),
  };
}

/**
 * @param {string} folder
 * @returns {LockContent | null} what is running there now; null when nothing is
 */
export function readLock(folder) {
  const content = parse(readText(lockFile(folder)));
  return content !== null && isRunning(content.owner) ? content : null;
}

/**
 * @param {string} folder
 * @returns {string}
 */
function lockFile(folder) {
  return join(folder, 'lock.json');
}

/**
 * @param {string} folder
 * @param {LockContent} holder
 * @returns {string}
 */
function inUse(folder, holder) {
  const where = Object.entries(holder.notes).map(([name, url]) => `\n  ${name.padEnd(13)} ${url}`);
  return `Already running here (process ${holder.owner.pid}, data in ${folder}).${where.join('')}
Stop it with Ctrl-C there, or use another folder: npm start -- --data-dir DIR`;
}

/**
 * A link appears with all its content or not at all, and only if nobody else's is there.
 * @param {string} file
 * @param {LockContent} content
 * @returns {boolean}
 */
function create(file, content) {
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, JSON.stringify(content, null, 2), { mode: 0o600 });
  try {
    linkSync(draft, file);
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  } finally {
    rmSync(draft, { force: true });
  }
}

/**
 * @param {string} file
 * @param {LockContent} content
 */
function replace(file, content) {
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, JSON.stringify(content, null, 2), { mode: 0o600 });
  renameSync(draft, file);
}

/**
 * Removes the lock that was judged dead, not one that another start has made in the meantime.
 * @param {string} file
 * @param {string | null} judged
 */
function removeStale(file, judged) {
  const aside = `${file}.${process.pid}.stale`;
  try {
    renameSync(file, aside);
  } catch {
    return; // Another start was faster.
  }
  if (readText(aside) !== judged) {
    try {
      linkSync(aside, file);
    } catch {
      // A third start holds it by now.
    }
  }
  rmSync(aside, { force: true });
}

/**
 * @param {string} file
 * @returns {string | null}
 */
function readText(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return null;
  }
}

/**
 * @param {string | null} text
 * @returns {LockContent | null}
 */
function parse(text) {
  try {
    return text === null ? null : JSON.parse(text);
  } catch {
    return null; // Cut off by a power cut: nobody of that time is alive.
  }
}
