import { parseArgs } from 'node:util';
import type { KeyRing } from '../../config/key-ring.js';
import { sum, type Rotation } from './rotate-keys.js';

export const rotateHelp = `npm run keys:rotate [-- --dry-run]

Seals everything in Redis that is sealed (tokens of accounts, sign-ins under way) with the first key of
TOKEN_ENCRYPTION_KEY, while servers and workers run. Says when the older keys can be removed.

  1. Put the new key behind the old one (k1:…,k2:…) and restart every server and worker: all can open it.
  2. Put it first (k2:…,k1:…) and restart them again: from now on it seals.
  3. npm run keys:rotate
  4. Remove the old key (k2:…) and restart.

  --dry-run   only counts
  --help

Environment: TOKEN_ENCRYPTION_KEY, or the key in TANDEM_DATA_DIR; REDIS_URL or REDIS_HOST, …, and REDIS_NAMESPACE.
`;

/** @throws TypeError of parseArgs for what is not known */
export function readRotateOptions(args: readonly string[]): {
  readonly isDryRun: boolean;
  readonly isHelp: boolean;
} {
  const { values } = parseArgs({
    args: [...args],
    options: { 'dry-run': { type: 'boolean' }, help: { type: 'boolean', short: 'h' } },
  });
  return { isDryRun: values['dry-run'] === true, isHelp: values.help === true };
}

/** What is told at the end, and whether all is well. */
export function describeRotation(
  rotation: Rotation,
  { keys, isDryRun }: { readonly keys: KeyRing; readonly isDryRun: boolean },
): { readonly text: string; readonly isWhole: boolean } {
  const [{ id }, ...older] = keys;
  const { current, renewed, unknown, refused } = rotation;
  const total = current + sum(renewed) + sum(unknown) + refused;
  const isWhole = unknown.size === 0 && refused === 0;
  const lines = [
    `${total === 1 ? '1 sealed value' : `${total} sealed values`}: ${current} with ${id} already, ${sum(renewed)} ${isDryRun ? 'to be sealed anew' : 'sealed anew'}${namesOf(renewed)}.`,
    ...(unknown.size === 0
      ? []
      : [
          `${sum(unknown)} cannot be opened: TOKEN_ENCRYPTION_KEY does not have their keys${namesOf(unknown)}. Put those keys back behind the others and repeat; without them the accounts have to sign in again.`,
        ]),
    ...(refused === 0
      ? []
      : [
          `${refused} cannot be opened although the id of their key is known: they were changed, or sealed with another key of the same id.`,
        ]),
    ...(isDryRun ? ['Nothing was changed.'] : isWhole ? [nextStep(id, older)] : []),
  ];
  return { text: lines.join('\n'), isWhole };
}

function nextStep(id: string, older: readonly { readonly id: string }[]): string {
  if (older.length === 0) return 'Nothing is left to do.';
  const names = older.map((key) => key.id).join(', ');
  return `Nothing in Redis needs ${names} any more. When every server and worker runs with ${id} as the first key, repeat this once, then remove ${names} from TOKEN_ENCRYPTION_KEY.`;
}

function namesOf(counts: ReadonlyMap<string, number>): string {
  if (counts.size === 0) return '';
  return ` (${[...counts].map(([id, count]) => `${id}: ${count}`).join(', ')})`;
}
