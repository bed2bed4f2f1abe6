import type { EmulatorState } from '../state/emulator-state.js';
import { makeSigningKey } from '../entra/access-tokens.js';
import type { SeededIds } from './seeded-ids.js';

const PEOPLE = [
  ['Maya Okafor', 'Product manager'],
  ['Jonas Lindqvist', 'Engineering lead'],
  ['Priya Raman', 'Marketing manager'],
  ['Tomás Herrera', 'Designer'],
  ['Aiko Tanaka', 'Customer support lead'],
  ['Lena Fischer', 'Finance partner'],
] as const;

const DOMAIN = 'tandem.example';
const GROUP_NAME = 'Product team';

/** A tenant with one app, six people and their group, unless the state has one already. */
export async function seedDirectory(state: EmulatorState, ids: SeededIds): Promise<void> {
  if (state.tenants.size > 0) return;
  const tenantId = ids.guid('tenant');
  state.tenants.put(tenantId, {
    id: tenantId,
    domain: DOMAIN,
    boardAppId: ids.guid('board app'),
  });
  const appId = ids.guid('app');
  state.apps.put(appId, {
    appId,
    objectId: ids.guid('app service principal'),
    displayName: 'Tandem',
    secret: ids.secret('app'),
  });
  for (const [displayName, jobTitle] of PEOPLE) {
    const id = ids.guid(`person ${displayName}`);
    state.people.put(id, { id, displayName, jobTitle, mail: mailOf(displayName) });
  }
  const groupId = ids.guid('group');
  state.groups.put(groupId, {
    id: groupId,
    displayName: GROUP_NAME,
    memberIds: [...state.people.values()].map((person) => person.id),
  });
  state.keys.put('signing', await makeSigningKey());
}

function mailOf(displayName: string): string {
  const ascii = displayName.normalize('NFD').replace(/\p{Mn}/gu, '');
  return `${ascii.toLowerCase().replace(/\s+/g, '.')}@${DOMAIN}`;
}
