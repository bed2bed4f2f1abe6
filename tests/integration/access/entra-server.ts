import { dirname } from 'node:path';
import { inject } from 'vitest';
import { createEmulator, type Emulator } from '../../../emulator/create-emulator.js';
import type { EmulatorSettingsPatch } from '../../../emulator/settings.js';
import { environmentOf } from '../../support/emulator-environment.js';
import { startLockedServer, type KeyHolder, type LockedServer } from './locked-server.js';

export interface WantedToken {
  /** First name; without it the token is an app's own. */
  readonly person?: string;
  readonly appId?: string;
  readonly audience?: string;
  readonly permissions?: readonly string[];
  readonly lifetimeSeconds?: number;
  readonly flaw?: string;
}

type Json = Readonly<Record<string, unknown>>;

export interface EntraServer extends LockedServer {
  readonly emulator: Emulator;
  readonly control: (method: string, path: string, body?: unknown) => Promise<Json>;
  /** A token by hand, for this server unless said otherwise. */
  token(wanted: WantedToken): Promise<string>;
  /** Somebody with such a token. */
  caller(wanted: WantedToken): Promise<KeyHolder>;
  personId(firstName: string): Promise<string>;
  /** Changes what our registration exposes. */
  exposeApi(changes: Json): Promise<void>;
  /** An app of the tenant with roles of ours. */
  makeApp(name: string, roles: readonly string[]): Promise<{ appId: string; secret: string }>;
}

/** A server that takes tokens of an Entra of its own: its keys and people can be changed. */
export async function startEntraServer(
  options: {
    readonly env?: Readonly<Record<string, string>>;
    readonly settings?: EmulatorSettingsPatch;
  } = {},
): Promise<EntraServer> {
  const caDir = dirname(dirname(inject('emulator').caFile));
  const emulator = await createEmulator({ caDir, settings: options.settings ?? {} });
  const server = await startLockedServer({
    env: {
      AUTH_MODE: 'entra',
      API_KEYS: '',
      ...environmentOf(emulator),
      ...options.env,
    },
  });
  const control = async (method: string, path: string, body?: unknown): Promise<Json> => {
    const response = await fetch(`${emulator.boardUrl}/control${path}`, {
      method,
      headers: { 'Content-Type': 'application/json' },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`${path}: ${text}`);
    return text === '' ? {} : (JSON.parse(text) as Json);
  };
  const token = async (wanted: WantedToken): Promise<string> => {
    const body = { audience: `api://${emulator.clientId}`, ...wanted };
    return String((await control('POST', '/tokens', body))['accessToken']);
  };
  const exposeApi = async (changes: Json): Promise<void> => {
    const path = `/apps/${emulator.clientId}`;
    const { api } = await control('GET', path);
    await control('PATCH', path, { api: { ...Object(api), ...changes } });
  };
  return {
    ...server,
    emulator,
    control,
    token,
    exposeApi,
    caller: async (wanted) => server.holderOf(await token(wanted)),
    async personId(firstName) {
      const { people } = await control('GET', '/people');
      const all = people as readonly { readonly id: string; readonly displayName: string }[];
      const found = all.find(({ displayName }) => displayName.startsWith(firstName));
      if (found === undefined) throw new Error(`Nobody is called ${firstName}`);
      return found.id;
    },
    async makeApp(displayName, roles) {
      const secret = `secret of ${displayName}`;
      const made = await control('POST', '/apps', {
        displayName,
        secrets: [{ value: secret }],
        redirectUris: [{ uri: 'http://localhost/cb' }],
      });
      const own = await control('GET', `/apps/${emulator.clientId}`);
      const api = own['api'] as { readonly assignments: Record<string, readonly string[]> };
      const assignments = { ...api.assignments, [String(made['objectId'])]: roles };
      await exposeApi({ roles: allRoles, assignments });
      return { appId: String(made['appId']), secret };
    },
    async close() {
      await server.close();
      await emulator.close();
    },
  };
}

const allRoles = ['Tandem.Read', 'Tandem.Write', 'Tandem.Operate', 'Tandem.Admin', 'Board.Bots'];
