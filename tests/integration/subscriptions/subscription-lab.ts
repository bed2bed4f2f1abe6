import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { EmulatorSettingsPatch } from '../../../emulator/settings.js';
import { subscriptionSteps } from '../../../src/composition/subscription-parts.js';
import { checkWatch } from '../../../src/domain/subscriptions/watch-request.js';
import { openEncryptionKeys } from '../../../src/notifications/encryption/encryption-keys.js';
import type { SubscriptionDeps } from '../../../src/subscriptions/subscription-deps.js';
import { subscriptionName } from '../../../src/subscriptions/subscription-name.js';
import { toWanted } from '../../../src/subscriptions/to-wanted.js';
import { startReceiver } from '../../support/notification-receiver.js';
import { startGraphLab, type LabConnection } from '../graph/graph-lab.js';
import { aTaskStore } from '../tasks/task-store-fixture.js';

/** As Graph shows it to the one who runs it. */
export interface SubscriptionAtGraph {
  readonly id: string;
  readonly resource: string;
  readonly changeType: string;
  readonly notificationUrl: string;
  readonly lifecycleNotificationUrl: string | null;
  readonly clientState: string | null;
  readonly expirationDateTime: string;
  readonly includeResourceData: boolean;
  readonly encryptionCertificateId: string | null;
}

const allRoles = [
  'Tasks.ReadWrite.All',
  'User.Read.All',
  'Group.Read.All',
  'Mail.Read',
  'Calendars.Read',
  'Chat.Read.All',
  'ChannelMessage.Read.All',
];

/** A Graph, an address that it can notify, and a namespace of the test file's own. */
export async function aSubscriptionLab(settings: EmulatorSettingsPatch = {}) {
  const [graph, store, receiver] = await Promise.all([
    startGraphLab({
      allowHttpNotificationUrl: true,
      handshakeTimeoutMs: 500,
      appRoles: allRoles,
      ...settings,
    }),
    aTaskStore({ settings: null }),
    startReceiver({ plain: true }),
  ]);
  const dataDir = mkdtempSync(join(tmpdir(), 'tandem-test-keys-'));
  const control = async (method: string, path: string, body?: unknown): Promise<unknown> => {
    const response = await fetch(`${graph.emulator.boardUrl}/control${path}`, {
      method,
      headers: { 'Content-Type': 'application/json' },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    if (!response.ok) throw new Error(`${method} ${path}: ${await response.text()}`);
    return response.status === 204 ? null : response.json();
  };
  const deps = (
    options: { publicBaseUrl?: string | null; connection?: LabConnection } = {},
  ): SubscriptionDeps =>
    subscriptionSteps({
      ...store,
      config: {
        webhook: {
          publicBaseUrl: options.publicBaseUrl === undefined ? receiver.url : options.publicBaseUrl,
          subscriptions: [],
        },
      },
      gateway:
        options.connection === undefined
          ? graph.gateway
          : graph.connect(options.connection).gateway,
      encryption: openEncryptionKeys({ certificates: [], dataDir, now: Date.now }),
    });
  const steps = deps();
  return {
    graph,
    receiver,
    store,
    steps,
    deps,
    control,
    personId: (at = 0): string => graph.people[at]?.id ?? '',
    /** As an operation or the configuration would leave it. Answers the name. */
    async want(
      resource: string,
      more: { changeTypes?: string[]; includeResourceData?: boolean } = {},
    ) {
      const checked = checkWatch({ resource, ...more });
      if (checked.kind === 'bad') throw new Error(checked.message);
      const name = subscriptionName(checked.request.resource);
      const who = { origin: 'operation', by: 'test', at: new Date().toISOString() } as const;
      await steps.wanted.write(name, toWanted(checked.request, who));
      return name;
    },
    async unwant(name: string) {
      const row = await steps.wanted.read(name);
      if (row === null) throw new Error(`${name} was never wanted`);
      await steps.wanted.write(name, { ...row, removing: true });
    },
    async atGraph(): Promise<readonly SubscriptionAtGraph[]> {
      const { subscriptions } = (await control('GET', '/subscriptions')) as {
        subscriptions: SubscriptionAtGraph[];
      };
      return subscriptions;
    },
    /** Whether Redis knows the secret that Graph would show. */
    async knowsSecretOf({ id, clientState }: SubscriptionAtGraph): Promise<boolean> {
      const hash = createHash('sha256')
        .update(clientState ?? '')
        .digest('hex');
      return (await steps.rows.all()).get(id)?.secretHash === hash;
    },
    async close() {
      rmSync(dataDir, { recursive: true, force: true });
      store.close();
      await Promise.all([receiver.close(), graph.close()]);
    },
  };
}

export type SubscriptionLab = Awaited<ReturnType<typeof aSubscriptionLab>>;
