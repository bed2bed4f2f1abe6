import type { Caller } from '../../domain/access/caller.js';

/** Callers who only read, because the profile that they chose does; what such a one may not do, the gate refuses. */
export interface Readers {
  /** The same object for the same caller: what there is for a caller is kept by it. */
  of(caller: Caller): Caller;
}

export function createReaders(): Readers {
  const readers = new WeakMap<Caller, Caller>();
  return {
    of(caller) {
      const known = readers.get(caller) ?? { ...caller, policy: 'read' };
      readers.set(caller, known);
      return known;
    },
  };
}
