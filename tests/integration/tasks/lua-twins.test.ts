import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { problemCatalogue } from '../../../src/domain/problem.js';
import { createKeys } from '../../../src/tasks/keys.js';
import { aTaskStore, type TaskStoreFixture } from './task-store-fixture.js';

const folder = new URL('../../../src/tasks/functions/', import.meta.url);
const source = (file: string) => readFileSync(new URL(file, folder), 'utf8');

describe('what stands both in Lua and in TypeScript', () => {
  let fixture: TaskStoreFixture;
  beforeAll(async () => {
    fixture = await aTaskStore();
  });
  afterAll(() => fixture.close());

  it('names the same keys', async () => {
    const keys = createKeys('{ns}');
    const pairs: Record<string, string> = {
      "keys.task(ns, 'id')": keys.task('id'),
      'keys.index(ns)': keys.index,
      'keys.stream(ns)': keys.stream,
      'keys.updates_channel(ns)': keys.updatesChannel,
      "keys.state(ns, 'id')": keys.state('id'),
      'keys.outbox(ns)': keys.outbox,
      "keys.id_map(ns, 'id')": keys.idMap('id'),
      "keys.tombstone(ns, 'id')": keys.tombstone('id'),
      'keys.linked_plans(ns)': keys.linkedPlans,
      "keys.plan_tasks(ns, 'p')": keys.planTasks('p'),
      "keys.plan_attempts(ns, 'p')": keys.planAttempts('p'),
      "keys.plan_given_up(ns, 'p')": keys.planGivenUp('p'),
      "keys.plan_unsynced(ns, 'p')": keys.planUnsynced('p'),
      "keys.plan_pairs(ns, 'p')": keys.planPairs('p'),
      "keys.plan_details(ns, 'p')": keys.planDetails('p'),
      'keys.config(ns)': keys.config,
      'keys.alerts_channel(ns)': keys.alertsChannel,
      'keys.open_alerts(ns)': keys.openAlerts,
      "keys.idempotency(ns, 'a:%b', 'k:%3A')": keys.idempotency('a:%b', 'k:%3A'),
    };
    const inLua = await fixture.redis.eval(
      `${source('keys.lua')}\nlocal ns = ARGV[1]\nreturn { ${Object.keys(pairs).join(', ')} }`,
      0,
      '{ns}',
    );
    expect(inLua).toEqual(Object.values(pairs));
    const functions = [...source('keys.lua').matchAll(/^function (keys\.\w+)/gm)];
    expect(functions).toHaveLength(Object.keys(pairs).length);
  });

  it('tells the same problems', () => {
    const inLua = [...source('problems.lua').matchAll(/(\w+) = \{ (\d+), '(.+)' \}/g)];
    expect(inLua.length).toBeGreaterThan(5);
    for (const [, code, status, title] of inLua) {
      expect(problemCatalogue[code as keyof typeof problemCatalogue]).toEqual({
        status: Number(status),
        title,
      });
    }
  });
});
