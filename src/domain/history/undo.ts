import type { Editor, TaskContent } from '../task.js';
import type { HistoryEntry, ValueChange } from './history-entry.js';
import { placeOf } from './history-entry.js';
import { valueAt } from './value-at.js';
import { withValue } from './with-value.js';

/** A value that stays, because somebody changed it after what is to be taken back. */
export interface KeptValue extends Omit<ValueChange, 'before'> {
  readonly by: Editor;
  readonly at: string;
  readonly rev: number;
}

/** A value that goes back. */
export interface UndoneValue extends Omit<ValueChange, 'before'> {
  readonly from: unknown;
  readonly to: unknown;
}

export type UndoPlan =
  /** These values go back; none may be left to do so. */
  | {
      readonly kind: 'change';
      readonly content: TaskContent;
      readonly undone: readonly UndoneValue[];
      readonly kept: readonly KeptValue[];
    }
  /** The task was made by what is taken back, and nobody has touched it since. */
  | { readonly kind: 'delete' }
  /** The task was made by it, but others have worked on it or brought it back since. */
  | { readonly kind: 'keep'; readonly kept: readonly KeptValue[] };

/**
 * What taking back the chosen operations means for a task as it is now, field by field and row by row: a value goes back
 * only where nobody else has changed it since. Where others changed it in between, it goes back to what they made of it.
 * Pure.
 * @param history the newest first; operations older than what is kept cannot be chosen
 */
export function planUndo(
  content: TaskContent,
  history: readonly HistoryEntry[],
  isChosen: (entry: HistoryEntry) => boolean,
): UndoPlan {
  const chosen = history.filter(isChosen);
  const oldest = chosen.at(-1);
  if (oldest !== undefined && isMaking(oldest)) {
    const since = history.slice(0, history.indexOf(oldest)).filter((entry) => !isChosen(entry));
    const kept = since.flatMap((entry) => entry.changes.map((change) => toKept(change, entry)));
    const isTouched = kept.length > 0 || since.some(isMaking);
    return isTouched ? { kind: 'keep', kept: newestByPlace(kept) } : { kind: 'delete' };
  }

  const undone = new Map<string, UndoneValue>();
  const kept = new Map<string, KeptValue>();
  const settled = new Set<string>();
  let result = content;
  for (const entry of history) {
    for (const change of entry.changes) {
      const place = placeOf(change);
      if (settled.has(place)) continue;
      if (!isChosen(entry)) {
        // The newest change decides: another's on top keeps the value, another's below is what it goes back to.
        settled.add(place);
        if (!undone.has(place)) kept.set(place, toKept(change, entry));
        continue;
      }
      const from = undone.get(place)?.from ?? valueAt(content, change);
      undone.set(place, { ...toPlace(change), from, to: change.before });
      result = withValue(result, change);
    }
  }
  const chosenPlaces = new Set(chosen.flatMap((entry) => entry.changes.map(placeOf)));
  return {
    kind: 'change',
    content: result,
    undone: [...undone.values()].filter((value) => !isSame(value.from, value.to)),
    kept: [...kept].flatMap(([place, value]) => (chosenPlaces.has(place) ? [value] : [])),
  };
}

function isMaking({ operation }: HistoryEntry): boolean {
  return operation === 'create' || operation === 'import' || operation === 'restore';
}

function toPlace({ field, key }: ValueChange): Omit<ValueChange, 'before'> {
  return key === undefined ? { field } : { field, key };
}

/** Values of the document, whose members always stand in one order. */
function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

function toKept(change: ValueChange, { by, at, rev }: HistoryEntry): KeptValue {
  return { ...toPlace(change), by, at, rev };
}

function newestByPlace(kept: readonly KeptValue[]): readonly KeptValue[] {
  const places = new Map<string, KeptValue>();
  for (const value of kept) {
    const place = placeOf(value);
    if (!places.has(place)) places.set(place, value);
  }
  return [...places.values()];
}
