import { Redis } from 'ioredis';
import { describe, expect, it } from 'vitest';
import { blankAuditEntry, createAuditLog, type AuditEntry } from '../../../src/access/audit-log.js';
import { createKeys } from '../../../src/tasks/keys.js';

const entry = (object: string): AuditEntry => ({
  ...blankAuditEntry(Date.parse('2026-11-22T10:00:00Z')),
  actor: 'a',
  operation: 'task_update',
  object,
});

describe('the audit log', () => {
  it('bears with a Redis that is away: it tries once a second, says so each time, and loses nothing', async () => {
    const redis = new Redis({ lazyConnect: true });
    let isAway = true;
    const tries: number[] = [];
    const written: string[] = [];
    let warnings = 0;
    const log = createAuditLog({
      redis,
      keys: createKeys('test'),
      max: 100,
      logger: {
        warn: () => {
          warnings += 1;
        },
      },
      call: async (_name, _namespace, ...[, ...entries]) => {
        tries.push(performance.now());
        if (isAway) throw new Error('away');
        written.push(...entries);
        return entries.length;
      },
    });
    for (let at = 0; at < 3; at += 1) log.note(entry(`task-${at}`));
    await expect.poll(() => tries.length, { timeout: 3_000 }).toBe(2);
    const [first = 0, second = 0] = tries;
    expect(second - first).toBeGreaterThan(900);
    expect(warnings).toBe(2);
    isAway = false;
    log.note(entry('task-3'));
    await log.close();
    expect(written.map((json) => JSON.parse(json).object)).toEqual(
      [0, 1, 2, 3].map((at) => `task-${at}`),
    );
    redis.disconnect();
  });
});
