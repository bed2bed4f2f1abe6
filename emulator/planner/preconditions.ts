import { badRequest, conflict, preconditionFailed } from '../graph/graph-failure.js';
import { parseEtag, type EtagType } from './etags.js';
import type { Versioned } from './records.js';

export interface PreconditionRules {
  /** Real reports differ on `If-Match: *`. */
  readonly ifMatchStar: 'error' | 'accept';
  /** `merge` accepts a stale write that touches nothing changed since; `conflict` refuses every stale write. */
  readonly staleEtag: 'merge' | 'conflict';
  /** How many versions back an etag is still known. */
  readonly etagHistory: number;
}

/** A deletion touches everything. */
export type Touched = readonly string[] | 'everything';

/**
 * The version that a write is based on. No If-Match, a malformed one, one of another resource or of a version that is
 * not known (any more) is 412.
 */
export function matchVersion(
  type: EtagType,
  record: Versioned,
  ifMatch: string | undefined,
  rules: PreconditionRules,
): number {
  if (ifMatch === undefined || ifMatch.trim() === '') {
    throw preconditionFailed('The If-Match header must be specified for this kind of request.');
  }
  if (ifMatch.trim() === '*') {
    if (rules.ifMatchStar === 'accept') return record.version;
    throw badRequest('The given key was not present in the dictionary.');
  }
  const version = parseEtag(type, ifMatch);
  const isKnown =
    version !== undefined &&
    version >= 1 &&
    version <= record.version &&
    version >= record.version - rules.etagHistory;
  if (!isKnown) throw preconditionFailed('The If-Match header contains an invalid value.');
  return version;
}

/** A stale write is merged by the service unless something in it changed after the version it is based on: 409. */
export function checkConflict(
  record: Versioned,
  write: { readonly basedOn: number; readonly touched: Touched },
  rules: PreconditionRules,
): void {
  if (write.basedOn === record.version) return;
  if (write.touched === 'everything' || rules.staleEtag === 'conflict') throw conflict();
  if (write.touched.some((key) => (record.stamps[key] ?? 0) > write.basedOn)) throw conflict();
}

/** The record's next version, with the touched properties stamped with it. */
export function nextVersion(record: Versioned, touched: readonly string[]): Versioned {
  const version = record.version + 1;
  const stamps = { ...record.stamps };
  for (const key of touched) stamps[key] = version;
  return { version, stamps };
}

export const firstVersion: Versioned = { version: 1, stamps: {} };
