import { UsageError, type KeyCommand } from './key-options.js';
import { keyIdOf } from './key-secret.js';
import type { KeyStore } from './key-store.js';
import { stateOf, type StoredKey } from './stored-key.js';

/** Does what a key command says; answers what is shown to whoever called it. @throws UsageError */
export async function runKeyCommand(
  command: Exclude<KeyCommand, { readonly kind: 'help' }>,
  deps: {
    readonly store: KeyStore;
    /** Names of API_KEYS: two keys of one name would be one agent. */
    readonly configured: readonly string[];
    readonly now: () => number;
  },
): Promise<string> {
  const { store, configured, now } = deps;
  switch (command.kind) {
    case 'list':
      return toTable(await store.list(), now());
    case 'revoke': {
      const revoked = await store.revoke(command.name);
      if (revoked.length === 0) throw new UsageError(`No valid key is named ${command.name}`);
      return revoked
        .map(
          ({ name, hash }) =>
            `${name} (${keyIdOf(hash)}) is revoked: within a second nothing takes it any more.`,
        )
        .join('\n');
    }
    case 'create': {
      const { name } = command.key;
      const made = configured.includes(name) ? 'name_taken' : await store.create(command.key);
      if (made === 'name_taken') {
        throw new UsageError(
          `A valid key is named ${name} already; revoke it first, or take another name`,
        );
      }
      const { secret, key } = made;
      return [
        `${name} (${keyIdOf(key.hash)}): ${key.scopes.join(', ')}; plans: ${key.plans?.join(', ') ?? 'all'}; policy: ${key.policy}; expires: ${key.expiresAt ?? 'never'}`,
        '',
        `  ${secret}`,
        '',
        'This is shown once. Send it as Authorization: Bearer <key>; the server needs AUTH_MODE=api-key.',
      ].join('\n');
    }
  }
}

function toTable(keys: readonly StoredKey[], now: number): string {
  if (keys.length === 0) return 'No keys yet: npm run keys:create -- --help';
  const rows = [
    ['NAME', 'ID', 'STATE', 'SCOPES', 'PLANS', 'POLICY', 'CREATED', 'EXPIRES', 'LAST USED'],
    ...keys.map((key) => [
      key.name,
      keyIdOf(key.hash),
      stateOf(key, now),
      key.scopes.join(','),
      key.plans?.join(',') ?? 'all',
      key.policy,
      toMinute(key.createdAt),
      key.expiresAt === null ? 'never' : toMinute(key.expiresAt),
      key.lastUsedAt === null ? 'never' : toMinute(key.lastUsedAt),
    ]),
  ];
  const widths =
    rows[0]?.map((_, at) => Math.max(...rows.map((row) => row[at]?.length ?? 0))) ?? [];
  return rows
    .map((row) =>
      row
        .map((cell, at) => cell.padEnd(widths[at] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

function toMinute(time: string): string {
  return `${time.slice(0, 16).replace('T', ' ')}Z`;
}
