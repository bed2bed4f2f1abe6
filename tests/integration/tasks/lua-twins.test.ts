import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { problemCatalogue } from '../../../src/domain/problem.js';
import { findNotes, withNotes } from '../../../src/domain/agent-notes.js';
import { createKeys } from '../../../src/tasks/keys.js';
import { markedText, notesText } from '../../unit/domain/texts.js';
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
      "keys.history(ns, 'id')": keys.history('id'),
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
      "keys.plan_room(ns, 'p')": keys.planRoom('p'),
      "keys.plan_failing(ns, 'p')": keys.planFailing('p'),
      "keys.plan_details(ns, 'p')": keys.planDetails('p'),
      "keys.plan_held(ns, 'p')": keys.planHeld('p'),
      "keys.plan_missing(ns, 'p')": keys.planMissing('p'),
      "keys.plan_confirmed(ns, 'p')": keys.planConfirmed('p'),
      "keys.plan_deletions(ns, 'p')": keys.planDeletions('p'),
      "keys.plan_delta(ns, 'p')": keys.planDelta('p'),
      "keys.plan_freshness(ns, 'p')": keys.planFreshness('p'),
      "keys.plan_names(ns, 'p')": keys.planNames('p'),
      'keys.paused(ns)': keys.paused,
      'keys.plan_traces(ns)': keys.planTraces,
      'keys.stopped_plans(ns)': keys.stoppedPlans,
      'keys.unreadable_plans(ns)': keys.unreadablePlans,
      "keys.etag(ns, 'p')": keys.etag('p'),
      "keys.details_etag(ns, 'p')": keys.detailsEtag('p'),
      "keys.seen(ns, 'p')": keys.seen('p'),
      'keys.config(ns)': keys.config,
      'keys.webhook_status(ns)': keys.webhookStatus,
      'keys.subscriptions_wanted(ns)': keys.subscriptionsWanted,
      'keys.subscription_drafts(ns)': keys.subscriptionDrafts,
      'keys.subscription_marks(ns)': keys.subscriptionMarks,
      'keys.accounts(ns)': keys.accounts,
      "keys.tokens(ns, 'a')": keys.tokens('a'),
      "keys.access_token(ns, 'a')": keys.accessToken('a'),
      "keys.account_claims(ns, 'a')": keys.accountClaims('a'),
      "keys.account_turn(ns, 'a')": keys.accountTurn('a'),
      "keys.gate(ns, 's', 't')": keys.gate('s', 't'),
      "keys.graph_usage(ns, 't', '7')": keys.graphUsage('t', '7'),
      "keys.graph_totals(ns, 't')": keys.graphTotals('t'),
      'keys.audit_log(ns)': keys.auditLog,
      "keys.rate_limit(ns, 'a:%b')": keys.rateLimit('a:%b'),
      'keys.alerts_channel(ns)': keys.alertsChannel,
      'keys.open_alerts(ns)': keys.openAlerts,
      'keys.inbox(ns)': keys.inbox,
      "keys.subscription_changes(ns, 's')": keys.subscriptionChanges('s'),
      "keys.subscription_order(ns, 's')": keys.subscriptionOrder('s'),
      "keys.subscription_told(ns, 's')": keys.subscriptionTold('s'),
      'keys.webhook_counters(ns)': keys.webhookCounters,
      'keys.webhook_log(ns)': keys.webhookLog,
      'keys.notification_stream(ns)': keys.notificationStream,
      "keys.notifications_channel(ns, 'mail')": keys.notificationsChannel('mail'),
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

  it('puts agent notes into a description in the same way', async () => {
    const lua = ['text.lua', 'agent-notes.lua'].map(source).join('\n');
    const script = `${lua}
local found = agent_notes.find(ARGV[1])
local notes = agent_notes.normalise(ARGV[2])
local put = agent_notes.put(ARGV[1], notes, tonumber(ARGV[3]))
return { put and 'put' or 'no room', put or '', found and found.notes or 'no section' }`;
    await fc.assert(
      fc.asyncProperty(markedText, notesText, fc.nat(150), async (description, notes, limit) => {
        const put = withNotes(description, notes, limit);
        expect(await fixture.redis.eval(script, 0, description, notes, limit)).toEqual([
          put === null ? 'no room' : 'put',
          put ?? '',
          findNotes(description)?.notes ?? 'no section',
        ]);
      }),
      { numRuns: 2_000 },
    );
  });
});
