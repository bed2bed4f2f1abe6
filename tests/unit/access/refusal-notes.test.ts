import { describe, expect, it } from 'vitest';
import type { AuditEntry } from '../../../src/access/audit-log.js';
import { createRefusalNotes } from '../../../src/access/refusal-notes.js';

const refusal = {
  at: '2026-12-01T10:00:00Z',
  actor: null,
  keyId: null,
  operation: null,
  object: null,
  status: 401,
  code: 'unauthorized',
  reason: 'The key is not known',
  from: '10.0.0.1',
  requestId: null,
  graphRequestId: null,
} as const;

describe('refusals in the audit log', () => {
  it('are all counted, though few of many are written down', () => {
    let now = 0;
    const written: AuditEntry[] = [];
    const note = createRefusalNotes({ note: (entry) => void written.push(entry) }, () => now);
    for (let at = 0; at < 10_000; at += 1) note(refusal);
    expect(written).toHaveLength(20);
    note({ ...refusal, actor: 'known', keyId: 'abc' });
    expect(written.at(-1)).toMatchObject({ actor: 'known', suppressed: 0 });
    now += 1_000;
    note(refusal);
    expect(written.at(-1)?.suppressed).toBe(9_980);
    now += 1_000;
    note(refusal);
    expect(written.at(-1)?.suppressed).toBe(0);
  });
});
