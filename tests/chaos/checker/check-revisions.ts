import type { Cell } from '../journal/write.js';
import { byAgent, isSure, nameOf, type Case } from './case.js';
import type { Fact } from './fact.js';
import type { Violation } from './violation.js';

/** A revision is given to one change: an answer that says another's revision was forgotten after it was given. */
export function checkRevisions({ task, facts, documents }: Case): readonly Violation[] {
  const writes = facts.filter((fact) => byAgent(fact) && isSure(fact) && isChanging(fact));
  const byRev = new Map<string, Fact>();
  const violations: Violation[] = [];
  for (const fact of writes) {
    const { rev, taskId } = fact.write;
    if (rev === null) continue;
    const place = `${taskId ?? ''} ${rev}`;
    const other = byRev.get(place);
    if (other !== undefined) {
      const what = `${nameOf(other)} and ${nameOf(fact)} were both told revision ${rev}`;
      violations.push({ kind: 'lost', task, what });
    }
    byRev.set(place, fact);
    const document = documents.find(({ id }) => id === taskId);
    if (document !== undefined && document.rev < rev) {
      const what = `${nameOf(fact)} was told revision ${rev}, and the document has ${document.rev}`;
      violations.push({ kind: 'lost', task, what });
    }
  }
  return violations;
}

/** A removal of what is gone already changes nothing; every other value is a new one. */
function isChanging({ write }: Fact): boolean {
  return write.cells.some(({ cell, value }) => value !== false && !isFlag(cell));
}

function isFlag(cell: Cell): boolean {
  return /^(labels|people)\//.test(cell);
}
