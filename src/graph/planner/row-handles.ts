import { z } from 'zod';
import type { RowHandles } from '../../domain/planner.js';

export interface Handles {
  /** Order hints by checklist id. */
  readonly hints: ReadonlyMap<string, string>;
  /** Keys by URL, only where Planner holds a reference under a key that we would not have made. */
  readonly keys: ReadonlyMap<string, string>;
}

export const noHandles: Handles = { hints: new Map(), keys: new Map() };

const stored = z.object({
  h: z.array(z.tuple([z.string(), z.string()])),
  k: z.array(z.tuple([z.string(), z.string()])),
});

export function packHandles(handles: Handles): RowHandles {
  return JSON.stringify({ h: [...handles.hints], k: [...handles.keys] }) as RowHandles;
}

/** Undefined: not ours, or of a version that we do not know; then the details are read again. */
export function unpackHandles(packed: RowHandles | undefined): Handles | undefined {
  if (packed === undefined) return undefined;
  try {
    const { h, k } = stored.parse(JSON.parse(packed));
    return { hints: new Map(h), keys: new Map(k) };
  } catch {
    return undefined;
  }
}
