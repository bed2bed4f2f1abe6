import type { CreateAttempt } from '../domain/adoption.js';
import type { Intent } from '../domain/intent.js';
import type { Etag } from '../domain/planner.js';
import type { TaskContent, TaskDocument } from '../domain/task.js';
import type { Seen, SyncBookkeeping, SyncRecord, Tombstone } from './sync-record.js';

/**
 * A row of `tandem_sync_load_v1` as a record. The JSON inside was written by this product's own functions, which
 * checked it then; it is not checked again on every sync.
 */
export function parseRecord(ref: string, row: readonly unknown[]): SyncRecord {
  const [taskId, plannerId, document, state, tombstone, etag, detailsEtag, seen] = row;
  return {
    ref,
    taskId: text(taskId),
    plannerId: text(plannerId),
    document: json(document) as TaskDocument | null,
    bookkeeping: parseBookkeeping(Array.isArray(state) ? state.map(String) : []),
    tombstone: json(tombstone) as Tombstone | null,
    etag: text(etag) as Etag | null,
    detailsEtag: text(detailsEtag) as Etag | null,
    seen: json(seen) as Seen | null,
  };
}

function parseBookkeeping(flat: readonly string[]): SyncBookkeeping {
  const fields = new Map<string, string>();
  for (let at = 0; at + 1 < flat.length; at += 2) fields.set(flat[at] ?? '', flat[at + 1] ?? '');
  const agentWrites = new Map<string, number>();
  const agentNames = new Map<string, string>();
  const personPlaces = new Set<string>();
  for (const [name, value] of fields) {
    if (name.startsWith('p:')) personPlaces.add(name.slice(2));
    if (!name.startsWith('a:')) continue;
    const { at, agent } = parseAgentStamp(value);
    agentWrites.set(name.slice(2), at);
    if (agent !== null) agentNames.set(name.slice(2), agent);
  }
  return {
    version: Number(fields.get('v') ?? 0),
    base: json(fields.get('base')) as TaskContent | null,
    lookedAt: Number(fields.get('lookedAt') ?? 0),
    touchedAt: Number(fields.get('touchedAt') ?? 0),
    attempt: json(fields.get('attempt')) as CreateAttempt | null,
    intent: json(fields.get('intent')) as Intent | null,
    expectsNewEtag: fields.get('expectsNewEtag') === '1',
    isDeleted: fields.get('deleted') === '1',
    agentWrites,
    agentNames,
    personPlaces,
    rev: fields.has('rev') ? Number(fields.get('rev')) : null,
    made: json(fields.get('made')) as SyncBookkeeping['made'],
    hasTrouble: fields.has('trouble'),
    isRestored: fields.get('restored') === '1',
    restoredAt: fields.has('restoredAt') ? Number(fields.get('restoredAt')) : null,
  };
}

/** `<ms> <agent>`: when an agent wrote a value, and which. */
export function parseAgentStamp(stamp: string): {
  readonly at: number;
  readonly agent: string | null;
} {
  const space = stamp.indexOf(' ');
  return space === -1
    ? { at: Number(stamp), agent: null }
    : { at: Number(stamp.slice(0, space)), agent: stamp.slice(space + 1) };
}

/** The bookkeeping as a commit left it that wrote these fields of the state; null removed one. */
export function afterCommit(
  known: SyncBookkeeping,
  state: Readonly<Record<string, string | null>>,
  version: number,
): SyncBookkeeping {
  const written = parseBookkeeping(
    Object.entries(state).flatMap(([name, value]) => (value === null ? [] : [name, value])),
  );
  return {
    ...known,
    version,
    ...('base' in state && { base: written.base }),
    ...('lookedAt' in state && { lookedAt: written.lookedAt }),
    ...('attempt' in state && { attempt: written.attempt }),
    ...('intent' in state && { intent: written.intent }),
    ...('expectsNewEtag' in state && { expectsNewEtag: written.expectsNewEtag }),
    ...('trouble' in state && { hasTrouble: false }),
    ...('deleted' in state && { isDeleted: written.isDeleted }),
    ...('restored' in state && { isRestored: written.isRestored }),
    ...('restoredAt' in state && { restoredAt: written.restoredAt }),
  };
}

function text(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}

function json(value: unknown): unknown {
  return typeof value === 'string' ? JSON.parse(value) : null;
}
