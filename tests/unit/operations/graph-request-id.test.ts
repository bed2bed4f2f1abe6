import { describe, expect, it } from 'vitest';
import type { AuditEntry } from '../../../src/access/audit-log.js';
import { fullAccess, noPerson } from '../../../src/domain/access/caller.js';
import { GraphError } from '../../../src/domain/graph-error.js';
import { metadataProblem } from '../../../src/metadata/metadata-problem.js';
import { createGate } from '../../../src/operations/access/gate.js';
import type { OperationDeps } from '../../../src/operations/define-operation.js';
import { toNameError } from '../../../src/operations/names/name-problem.js';
import { taskCreate } from '../../../src/operations/tasks/task-create.js';
import { planProblem } from '../../../src/sync/plan-control/look-up-plan.js';

const refused = new GraphError({
  code: 'forbidden',
  message: 'No',
  status: 403,
  advice: '',
  retryAfterMs: null,
  limit: null,
  requestId: 'of-graph',
  clientRequestId: 'of-ours',
  applied: 'no',
});
const forbidden = metadataProblem({ kind: 'users', id: 'ada' }, refused);

describe('the audit log', () => {
  it.each([
    ['a plan that may not be read', planProblem('plan', refused)],
    ['a person who may not be looked up', forbidden],
    [
      'a name that cannot be looked up',
      toNameError({ field: 'assignee', message: '' }, { kind: 'away', cause: forbidden }),
    ],
  ])('has the id of the refused request to Graph for %s', async (_what, problem) => {
    const noted: AuditEntry[] = [];
    const gate = createGate({
      // Nothing of it is reached: the operation fails before.
      operations: {} as OperationDeps,
      isReadOnly: false,
      takeRequest: null,
      findOperation: () => null,
      audit: { note: (entry) => void noted.push(entry) },
      noteRefusal: () => undefined,
      now: Date.now,
    });
    const caller = {
      actor: 'a',
      kind: 'key',
      owner: 'a',
      keyId: null,
      ...noPerson,
      ...fullAccess,
    } as const;
    const origin = { caller, requestId: null, from: null, onStanding: () => undefined };
    const failing = { ...taskCreate, run: () => Promise.reject(problem) };
    await expect(gate.run(failing, origin, { input: {}, actor: 'a', caller })).rejects.toBe(
      problem,
    );
    expect(noted).toMatchObject([{ graphRequestId: 'of-ours', code: problem.code }]);
  });
});
