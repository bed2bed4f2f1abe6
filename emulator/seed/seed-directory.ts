import type { AppRegistration } from '../entra/directory.js';
import type { EmulatorState } from '../state/emulator-state.js';
import { makeSigningKey } from '../entra/keys/signing-keys.js';
import { GROUPS, PEOPLE } from './company.js';
import type { SeededIds } from './seeded-ids.js';

const DELEGATED_PERMISSIONS = [
  'Calendars.Read.Shared',
  'Calendars.ReadWrite',
  'Channel.ReadBasic.All',
  'ChannelMessage.Send',
  'Chat.Create',
  'Chat.Read',
  'Chat.ReadWrite',
  'ChatMessage.Send',
  'Files.Read',
  'Mail.ReadWrite',
  'Mail.Send',
  'Tasks.ReadWrite',
  'Team.ReadBasic.All',
  'User.Read',
  'User.ReadBasic.All',
] as const;

const DOMAIN = 'tandem.example';

/** A tenant with one app, and the people and groups of a small company, unless the state has one already. */
export async function seedDirectory(state: EmulatorState, ids: SeededIds): Promise<void> {
  if (state.tenants.size > 0) {
    completeApps(state);
    return;
  }
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
    ...signInOfApp(appId),
  });
  const personId = (name: string): string => ids.guid(`person ${name}`);
  for (const { name, jobTitle, department, office, manager, presence } of PEOPLE) {
    const id = personId(name);
    state.people.put(id, {
      id,
      displayName: name,
      jobTitle,
      department,
      officeLocation: office,
      ...(manager === undefined ? {} : { managerId: personId(manager) }),
      ...(presence === undefined ? {} : { presence }),
      mail: mailOf(name),
    });
  }
  for (const [index, { name, description, owners, members }] of GROUPS.entries()) {
    const id = ids.guid(index === 0 ? 'group' : `group ${name}`);
    state.groups.put(id, {
      id,
      displayName: name,
      description,
      memberIds: members.map(personId),
      ownerIds: owners.map(personId),
    });
  }
  state.keys.put('signing', await makeSigningKey());
}

/** The app of a data folder from before it signed people in. */
function completeApps(state: EmulatorState): void {
  for (const app of state.apps.values()) {
    const isOld = app.redirectUris === undefined && app.secret !== undefined;
    if (isOld) state.apps.put(app.appId, { ...app, ...signInOfApp(app.appId) });
  }
}

/** What the app's registration says about people: where they are sent back to, and what it asks them for. */
function signInOfApp(
  appId: string,
): Pick<
  AppRegistration,
  'redirectUris' | 'allowPublicClientFlows' | 'delegatedPermissions' | 'api'
> {
  return {
    redirectUris: [
      { uri: 'http://localhost/oauth/callback', type: 'web' },
      { uri: 'http://127.0.0.1/oauth/callback', type: 'web' },
      { uri: 'http://localhost', type: 'publicClient' },
    ],
    allowPublicClientFlows: true,
    delegatedPermissions: [...DELEGATED_PERMISSIONS],
    api: {
      identifierUris: [`api://${appId}`],
      scopes: [
        {
          name: 'access_as_user',
          description: 'Use Tandem as you',
          adminOnly: false,
        },
      ],
      roles: ['Tandem.Operate'],
      assignments: {},
      preauthorizedApps: [],
      tokenVersion: 2,
    },
  };
}

function mailOf(displayName: string): string {
  const ascii = displayName.normalize('NFD').replace(/\p{Mn}/gu, '');
  return `${ascii.toLowerCase().replace(/\s+/g, '.')}@${DOMAIN}`;
}
