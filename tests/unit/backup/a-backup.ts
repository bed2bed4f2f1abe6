import type { DataLine, Header, TaskLine } from '../../../src/backup/backup-line.js';
import { encodeBackup } from '../../../src/backup/encode-backup.js';
import { aContent } from '../domain/a-content.js';

export const header: Header = {
  format: 'tandem-backup',
  version: 1,
  namespace: 'annika',
  at: '2026-06-01T10:00:00.000Z',
};

export const taskId = '01KAR000000000000000000000';
export const at = Date.parse('2026-06-01T10:00:05.000Z');

/** The text of a backup with the given lines. */
export async function aBackup(lines: readonly DataLine[], head: Header = header): Promise<string> {
  const parts: string[] = [];
  const source = async function* () {
    yield* lines;
  };
  for await (const part of encodeBackup(head, source())) parts.push(part);
  return parts.join('');
}

export interface DocumentParts {
  readonly planId?: string | null;
  readonly rev?: number;
  readonly syncedRev?: number | null;
  readonly state?: string;
  readonly createdAt?: string;
  readonly updatedAt?: string;
}

export function aDocument(parts: DocumentParts = {}): object {
  const { planId = 'P', rev = 3, syncedRev = 3, state = 'synced' } = parts;
  return {
    id: taskId,
    ...aContent({ title: 'Task' }),
    planId,
    createdAt: parts.createdAt ?? '2026-05-01T00:00:00.000Z',
    updatedAt: parts.updatedAt ?? '2026-05-02T00:00:00.000Z',
    rev,
    sync: { state, syncedRev, plannerId: null, syncedAt: null, webUrl: null, error: null },
  };
}

function text(key: string, value: object) {
  return { key, type: 'string' as const, value: JSON.stringify(value) };
}

/** The line of a task with a document, a tombstone or both, and what it stands in. */
export function aTaskLine(
  parts: Partial<TaskLine> & {
    readonly document?: object | null;
    readonly tombstone?: object | null;
    /** When the tombstone's days end. */
    readonly expiresAt?: number;
    readonly stateFields?: Readonly<Record<string, string>>;
  } = {},
): TaskLine {
  const { document = null, tombstone = null, expiresAt, stateFields = { v: '4' }, ...line } = parts;
  return {
    kind: 'task',
    id: taskId,
    at,
    planId: 'P',
    plannerId: 'planner-1',
    keys: [
      ...(document === null ? [] : [text(`tasks:${taskId}`, document)]),
      ...(tombstone === null
        ? []
        : [
            {
              ...text(`planner:tombstone:${taskId}`, tombstone),
              ...(expiresAt !== undefined && { expiresAt }),
            },
          ]),
      { key: `sync:state:${taskId}`, type: 'hash', value: Object.entries(stateFields) },
    ],
    memberships: [],
    ...line,
  };
}
