import { appendFileSync } from 'node:fs';
import type { Write, WriteEnd, WriteIntent } from './write.js';

/** What every writer wanted and was told. */
export interface Journal {
  /** Notes the intent before anything is sent; `unknown` until `end`. */
  begin(id: number, intent: WriteIntent): void;
  end(id: number, end: WriteEnd): void;
  /** An id for the next write: its values are made from it. */
  nextId(): number;
  writes(): readonly Write[];
}

/** @param file every write that ended, a JSON line each; null: none */
export function createJournal(file: string | null): Journal {
  const writes = new Map<number, Write>();
  let lastId = 0;
  return {
    nextId: () => (lastId += 1),
    begin(id, intent) {
      const now = Date.now();
      writes.set(id, {
        ...intent,
        id,
        startedAt: now,
        endedAt: Number.POSITIVE_INFINITY,
        told: 'unknown',
        answer: 'never heard of again',
        rev: null,
      });
    },
    end(id, { rev, ...end }) {
      const begun = writes.get(id);
      if (begun === undefined) throw new Error(`Write ${id} was never begun`);
      const write: Write = { ...begun, ...end, endedAt: Date.now(), rev: rev ?? null };
      writes.set(id, write);
      if (file !== null) appendFileSync(file, `${JSON.stringify(write)}\n`);
    },
    writes: () => [...writes.values()],
  };
}
