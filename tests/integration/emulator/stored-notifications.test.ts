import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createEmulator, type Emulator } from '../../../emulator/create-emulator.js';
import type { EmulatorSettingsPatch } from '../../../emulator/settings.js';
import { startReceiver, type NotificationReceiver } from '../../support/notification-receiver.js';
import { askForToken, text } from './graph-fixture.js';

let folder: string;
let receiver: NotificationReceiver;
const running: Emulator[] = [];

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'tandem-state-'));
  receiver = await startReceiver({ plain: true });
});
afterEach(async () => {
  await Promise.all(running.splice(0).map((emulator) => emulator.close()));
  await receiver.close();
  rmSync(folder, { recursive: true, force: true });
});

async function start(settings: EmulatorSettingsPatch = {}): Promise<Emulator> {
  const emulator = await createEmulator({
    dataDir: join(folder, 'data'),
    caDir: folder,
    settings: { allowHttpNotificationUrl: true, ...settings },
  });
  running.push(emulator);
  return emulator;
}

async function stop(emulator: Emulator): Promise<void> {
  running.splice(running.indexOf(emulator), 1);
  await emulator.close();
}

async function send(
  emulator: Emulator,
  path: string,
  body?: unknown,
): Promise<Record<string, unknown>> {
  const token = text((await askForToken(emulator, {})).body['access_token']);
  const response = await fetch(`${emulator.boardUrl}${path}`, {
    method: body === undefined ? 'GET' : 'POST',
    headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  return (await response.json()) as Record<string, unknown>;
}

it('subscriptions, and notifications that nobody took, outlive the emulator', async () => {
  const first = await start({ notificationsHeld: true });
  const made = await send(first, '/v1.0/subscriptions', {
    changeType: 'updated',
    resource: 'users',
    notificationUrl: `${receiver.url}/hook`,
    expirationDateTime: new Date(Date.now() + 3_600_000).toISOString(),
    clientState: 'secret',
  });
  const user = await send(first, '/control/users', { displayName: 'Kim Novak' });
  await stop(first);
  expect(receiver.posts).toEqual([]);

  const second = await start();
  expect(await send(second, '/v1.0/subscriptions')).toMatchObject({ value: [{ id: made['id'] }] });
  await vi.waitFor(
    () =>
      expect(receiver.notifications()).toMatchObject([
        {
          subscriptionId: made['id'],
          clientState: 'secret',
          resource: `Users/${text(user['id'])}`,
        },
      ]),
    { timeout: 5_000 },
  );
});

it('a delivery that is under way when the emulator closes is made by the next one', async () => {
  const first = await start();
  await send(first, '/v1.0/subscriptions', {
    changeType: 'updated',
    resource: 'users',
    notificationUrl: `${receiver.url}/hook`,
    expirationDateTime: new Date(Date.now() + 3_600_000).toISOString(),
  });
  receiver.behave({ delayMs: 2000 });
  await send(first, '/control/users', { displayName: 'Kim Novak' });
  await vi.waitFor(() => expect(receiver.posts).toHaveLength(1), { timeout: 5_000 });
  await stop(first);
  receiver.behave({ delayMs: 0 });
  const second = await start();
  await vi.waitFor(() => expect(receiver.posts).toHaveLength(2), { timeout: 5_000 });
  expect(receiver.posts[1]?.notifications).toEqual(receiver.posts[0]?.notifications);
  await vi.waitFor(
    async () =>
      expect(await send(second, '/control/subscriptions')).toMatchObject({
        subscriptions: [{ pending: 0, delivered: 1 }],
      }),
    { timeout: 5_000 },
  );
});
