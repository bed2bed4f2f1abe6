import {
  closeSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { dirname } from 'node:path';

/** One stored thing as it now is; `null` says it is gone. */
export type JournalChange = readonly [collection: string, id: string, value: unknown];

/**
 * An append log in one file, a line per step. A line is written whole before the step is answered, so a process that
 * is killed loses nothing it answered; a torn last line is an unanswered step and is dropped.
 */
export interface Journal {
  append(changes: readonly JournalChange[]): void;
  /** Bytes appended since the last rewrite. */
  readonly grownBytes: number;
  /** Replaces the file, atomically, by the state as it now is. */
  rewrite(state: Iterable<JournalChange>): void;
  close(): void;
}

const CHANGES_PER_LINE = 200;

export function readJournal(path: string): JournalChange[] {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
  const changes: JournalChange[] = [];
  const lines = text.split('\n');
  lines.pop();
  for (const line of lines) changes.push(...(JSON.parse(line) as JournalChange[]));
  return changes;
}

export function openJournal(path: string): Journal {
  mkdirSync(dirname(path), { recursive: true });
  let file = openSync(path, 'a', 0o600);
  let grownBytes = 0;
  return {
    append(changes) {
      if (changes.length > 0) grownBytes += writeSync(file, `${JSON.stringify(changes)}\n`);
    },
    get grownBytes() {
      return grownBytes;
    },
    rewrite(state) {
      const draft = `${path}.new`;
      writeFileSync(draft, [...lines(state)].join(''), { mode: 0o600 });
      closeSync(file);
      renameSync(draft, path);
      file = openSync(path, 'a', 0o600);
      grownBytes = 0;
    },
    close: () => closeSync(file),
  };
}

function* lines(state: Iterable<JournalChange>): Generator<string> {
  let line: JournalChange[] = [];
  for (const change of state) {
    line.push(change);
    if (line.length === CHANGES_PER_LINE) {
      yield `${JSON.stringify(line)}\n`;
      line = [];
    }
  }
  if (line.length > 0) yield `${JSON.stringify(line)}\n`;
}
