import { formatRiskAnswers } from '../domain/approvals/approval-policy.js';
import { ownerOfKey, type KeyAccounts } from './key-accounts.js';
import { UsageError, type KeyCommand } from './key-options.js';
import { keyIdOf } from './key-secret.js';
import type { KeyStore } from './key-store.js';
import { stateOf, type StoredKey } from './stored-key.js';

/** Does what a key command says; answers what is shown to whoever called it. @throws UsageError */
export async function runKeyCommand(
  command: Exclude<KeyCommand, { readonly kind: 'help' }>,
  deps: {
    readonly store: KeyStore;
    readonly accounts: KeyAccounts;
    /** Names of API_KEYS: two keys of one name would be one agent. */
    readonly configured: readonly string[];
    readonly now: () => number;
  },
): Promise<string> {
  const { store, accounts, configured, now } = deps;
  switch (command.kind) {
    case 'list':
      return toTable(await store.list(), now());
    case 'revoke': {
      const revoked = await store.revoke(command.name);
      const left = await accounts.of(ownerOfKey(command.name));
      if (revoked.length === 0 && !(command.signsOut && left.length > 0)) {
        throw new UsageError(`No valid key is named ${command.name}`);
      }
      const lines = revoked.map(
        ({ name, hash }) =>
          `${name} (${keyIdOf(hash)}) is revoked: within a second nothing takes it any more.`,
      );
      if (left.length === 0) return lines.join('\n');
      if (command.signsOut) await accounts.signOut(ownerOfKey(command.name));
      const became = command.signsOut
        ? 'are signed out'
        : 'stay signed in; repeat with --sign-out if they are not to be used any more';
      return [...lines, `Accounts that were signed in with it ${became}: ${namesOf(left)}`].join(
        '\n',
      );
    }
    case 'create': {
      const { name } = command.key;
      const known = await store.list();
      const isTaken =
        configured.includes(name) ||
        known.some((key) => key.name === name && stateOf(key, now()) === 'valid');
      const left = isTaken || command.isSameAgent ? [] : await accounts.of(ownerOfKey(name));
      if (left.length > 0) throw hasAccounts(name, left);
      const made = isTaken ? 'name_taken' : await store.create(command.key);
      if (made === 'name_taken') {
        throw new UsageError(
          `A valid key is named ${name} already; revoke it first, or take another name`,
        );
      }
      const { secret, key } = made;
      return [
        `${name} (${keyIdOf(key.hash)}): ${key.scopes.join(', ')}; plans: ${key.plans?.join(', ') ?? 'all'}; policy: ${key.policy}; approvals: ${approvalsOf(key)}; expires: ${key.expiresAt ?? 'never'}`,
        '',
        `  ${secret}`,
        '',
        'This is shown once. Send it as Authorization: Bearer <key>; the server needs AUTH_MODE=api-key.',
      ].join('\n');
    }
  }
}

/** Otherwise whoever gets the new key would get these people's accounts with it. */
function hasAccounts(name: string, left: Awaited<ReturnType<KeyAccounts['of']>>): UsageError {
  return new UsageError(
    `An earlier key named ${name} has signed in accounts that the new one could use: ${namesOf(left)}. Add --same-agent if that is meant; otherwise take another name, or forget them: npm run keys:revoke -- --name ${name} --sign-out`,
  );
}

function namesOf(accounts: Awaited<ReturnType<KeyAccounts['of']>>): string {
  return accounts.map(({ id, userName }) => userName ?? id).join(', ');
}

function toTable(keys: readonly StoredKey[], now: number): string {
  if (keys.length === 0) return 'No keys yet: npm run keys:create -- --help';
  const rows = [
    [
      'NAME',
      'ID',
      'STATE',
      'SCOPES',
      'PLANS',
      'POLICY',
      'APPROVALS',
      'CREATED',
      'EXPIRES',
      'LAST USED',
    ],
    ...keys.map((key) => [
      key.name,
      keyIdOf(key.hash),
      stateOf(key, now),
      key.scopes.join(','),
      key.plans?.join(',') ?? 'all',
      key.policy,
      approvalsOf(key),
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

function approvalsOf({ approvals }: StoredKey): string {
  return approvals === null ? 'as configured' : formatRiskAnswers(approvals);
}

function toMinute(time: string): string {
  return `${time.slice(0, 16).replace('T', ' ')}Z`;
}
