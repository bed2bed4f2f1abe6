import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { pino } from 'pino';
import type { Alert } from '../../../src/domain/alert.js';
import { createAlerts, type Alerts } from '../../../src/tasks/alerts.js';
import { duplicateForBlocking } from '../../../src/tasks/connect-redis.js';
import { logAlerts } from '../../../src/tasks/log-alerts.js';
import { aTaskStore, type TaskStoreFixture } from './task-store-fixture.js';

const at = '2026-12-01T10:00:00.000Z';
const stopped: Alert = {
  kind: 'plan_stopped',
  severity: 'error',
  subject: 'plan-1',
  message: '30 of 100 tasks are missing in Planner.',
  advice: 'Confirm the deletions or bring the tasks back.',
  at,
};

describe('alerts', () => {
  let fixture: TaskStoreFixture;
  let alerts: Alerts;
  const heard: Alert[] = [];
  beforeAll(async () => {
    fixture = await aTaskStore();
    const { redis, keys, call } = fixture;
    alerts = createAlerts({ redis, keys, call });
    const listener = duplicateForBlocking(redis, pino({ level: 'silent' }));
    await listener.subscribe(keys.alertsChannel);
    listener.on('message', (_, json) => heard.push(JSON.parse(json) as Alert));
  });
  afterAll(() => fixture.close());

  /** Everything that was published before this has been heard. */
  const taken = async (): Promise<readonly Alert[]> => {
    const mark = crypto.randomUUID();
    await fixture.redis.publish(fixture.keys.alertsChannel, JSON.stringify({ mark }));
    await vi.waitFor(() => expect(heard.at(-1)).toEqual({ mark }), { timeout: 5_000 });
    return heard.splice(0).slice(0, -1);
  };

  it('that last are announced once, and again when they are over', async () => {
    await alerts.raise(stopped);
    await alerts.raise({ ...stopped, at: '2026-12-01T10:05:00.000Z' });
    expect(await taken()).toEqual([stopped]);
    expect(await alerts.open()).toEqual([stopped]);

    const over = '2026-12-01T11:00:00.000Z';
    await alerts.resolve({ kind: 'plan_stopped', subject: 'plan-1' }, over);
    await alerts.resolve({ kind: 'plan_stopped', subject: 'plan-1' }, over);
    expect(await taken()).toMatchObject([
      { kind: 'plan_stopped', severity: 'resolved', subject: 'plan-1', at: over },
    ]);
    expect(await alerts.open()).toEqual([]);
  });

  it('are announced anew when there is something new to say', async () => {
    await alerts.raise(stopped);
    const worse = { ...stopped, message: '60 of 100 tasks are missing in Planner.' };
    await alerts.raise(worse);
    expect(await taken()).toEqual([stopped, worse]);
    expect(await alerts.open()).toEqual([worse]);
  });

  it('of happenings are announced each time and never stay open', async () => {
    const conflict: Alert = { ...stopped, kind: 'conflict', severity: 'info', subject: 'task-1' };
    await alerts.resolve(stopped, at);
    await taken();
    await alerts.raise(conflict);
    await alerts.raise(conflict);
    expect(await taken()).toEqual([conflict, conflict]);
    expect(await alerts.open()).toEqual([]);
  });

  it('stand in the log of a process that listens, by their severity', async () => {
    const { redis, keys } = fixture;
    const lines: string[] = [];
    const logger = pino({ level: 'info' }, { write: (line: string) => lines.push(line) });
    const log = logAlerts({ redis, keys, logger });
    await vi.waitFor(
      async () =>
        expect(await redis.pubsub('NUMSUB', keys.alertsChannel)).toEqual([keys.alertsChannel, 2]),
      { timeout: 5_000 },
    );
    await redis.publish(keys.alertsChannel, '{"kind":"no alert"}');
    await alerts.raise({ ...stopped, kind: 'permission_lost' });
    await vi.waitFor(() => expect(lines).toHaveLength(1), { timeout: 5_000 });
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({
      level: 50,
      alert: { kind: 'permission_lost', subject: 'plan-1' },
    });
    log.close();
  });
});
