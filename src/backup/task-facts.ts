import { z } from 'zod';
import type { KeyContent, TaskLine } from './backup-line.js';
import { createKeys } from '../tasks/keys.js';
import { nameInBackup } from './key-treatment.js';

const documentSchema = z.looseObject({
  id: z.string(),
  planId: z.string().nullable(),
  bucketId: z.string().nullable(),
  title: z.string(),
  percentComplete: z.number(),
  priority: z.number(),
  startDateTime: z.string().nullable(),
  dueDateTime: z.string().nullable(),
  assigneeIds: z.array(z.string()),
  appliedCategories: z.array(z.string()),
  createdAt: z.string(),
  updatedAt: z.string(),
  rev: z.number(),
  sync: z.looseObject({ state: z.string(), syncedRev: z.number().nullable() }),
});

const tombstoneSchema = z.looseObject({ document: documentSchema, at: z.string() });

/** What the rules of a backup need to know of a task. */
export interface TaskFacts {
  readonly document: z.infer<typeof documentSchema> | null;
  readonly tombstone: (z.infer<typeof tombstoneSchema> & { readonly isDone: boolean }) | null;
  /** The create that may be under way, as it was recorded (JSON). */
  readonly attempt: string | null;
}

const names = createKeys('');

/** Null where the document or the tombstone cannot be understood: then the line is carried as it is. */
export function taskFacts(line: TaskLine): TaskFacts | null {
  const document = jsonIn(line, names.task(line.id));
  const tombstone = jsonIn(line, names.tombstone(line.id));
  const state = find(line, names.state(line.id));
  const parsed = documentSchema.nullable().safeParse(document);
  const parsedTombstone = tombstoneSchema.nullable().safeParse(tombstone);
  if (!parsed.success || !parsedTombstone.success) return null;
  const deleted = parsedTombstone.data;
  const isDone = find(line, names.tombstone(line.id))?.expiresAt !== undefined;
  return {
    document: parsed.data,
    tombstone: deleted === null ? null : { ...deleted, isDone },
    attempt: textField(state, 'attempt'),
  };
}

/** A create of the task may be under way: what Planner holds of it is not known yet. */
export function mayBeInCreation(line: TaskLine): boolean {
  const { document, attempt } = taskFacts(line) ?? { document: null, attempt: null };
  if (attempt !== null) return true;
  const isWanted = document !== null && document.planId !== null;
  return isWanted && line.plannerId === null && document.sync.state !== 'failed';
}

function find(line: TaskLine, fullName: string): KeyContent | undefined {
  const name = nameInBackup(fullName, '');
  return line.keys.find(({ key }) => key === name);
}

function jsonIn(line: TaskLine, fullName: string): unknown {
  const content = find(line, fullName);
  if (content === undefined) return null;
  if (content.type !== 'string' || typeof content.value !== 'string') return undefined;
  try {
    return JSON.parse(content.value);
  } catch {
    return undefined;
  }
}

function textField(content: KeyContent | undefined, field: string): string | null {
  if (content?.type !== 'hash') return null;
  const value = content.value.find(([name]) => name === field)?.[1];
  return typeof value === 'string' ? value : null;
}
