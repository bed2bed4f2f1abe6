import { toCases } from '../checker/case.js';
import type { KeptEvidence } from '../evidence/evidence-file.js';

/** Of all that was seen what is about one task. */
export function excerpt(evidence: KeptEvidence, number: number): KeptEvidence {
  const cases = toCases(evidence).filter(({ task }) => task === number);
  const ids = new Set(cases.flatMap((one) => [...one.taskIds, ...one.plannerIds]));
  return {
    writes: evidence.writes.filter(({ task }) => task === number),
    changes: cases.flatMap(({ changes }) => changes),
    documents: cases.flatMap(({ documents }) => documents),
    board: cases.flatMap(({ board }) => board),
    conflicts: cases.flatMap(({ conflicts }) => conflicts),
    revisions: cases.flatMap(({ revisions }) => revisions),
    gone: new Map([...evidence.gone].filter(([id]) => ids.has(id))),
    afterwards: evidence.afterwards.filter(({ id }) => ids.has(id)),
    exits: [],
    syncLog: evidence.syncLog.filter((line) => [...ids].some((id) => line.includes(id))),
  };
}
