import type { Caller } from '../domain/access/caller.js';
import { ProblemError } from '../domain/problem.js';

/** The streams that callers hold open in this process. */
export interface OpenStreams {
  /** Counts one more; answers what ends it. ProblemError too_many_requests. */
  open(caller: Pick<Caller, 'actor' | 'kind'>): () => void;
}

/** One caller may hold a quarter of all: whoever forgets to close its streams shuts nobody else out. */
const share = 4;

/** `most`: of all callers together. */
export function createOpenStreams(most: number): OpenStreams {
  const mostOfOne = Math.ceil(most / share);
  const open = new Map<string, number>();
  let all = 0;
  const add = (name: string, change: 1 | -1): void => {
    all += change;
    const left = (open.get(name) ?? 0) + change;
    if (left === 0) open.delete(name);
    else open.set(name, left);
  };
  return {
    open({ actor, kind }) {
      // Without keys everybody may be anybody.
      const name = kind === 'anonymous' ? null : (actor ?? '');
      if (all >= most) throw tooMany(`At most ${most} streams are open here`);
      if (name !== null && (open.get(name) ?? 0) >= mostOfOne) {
        throw tooMany(`At most ${mostOfOne} streams of one caller are open here`);
      }
      add(name ?? '', 1);
      let isOpen = true;
      return () => {
        if (isOpen) add(name ?? '', -1);
        isOpen = false;
      };
    },
  };
}

function tooMany(detail: string): ProblemError {
  return new ProblemError('too_many_requests', detail);
}
