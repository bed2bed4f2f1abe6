import { features, type FeatureName } from '../../../src/domain/permissions/features.js';
import type { AccountKind } from '../../../src/domain/permissions/permission-need.js';
import {
  isPersonal,
  permissionsAskedOfPeople,
} from '../../../src/domain/permissions/personal-permission.js';
import { operations } from '../../../src/operations/registry.js';

/** What an administrator adds so that people may do everything here in their own name, as Markdown. */
export function delegatedPermissions(): string {
  const asked = new Set(permissionsAskedOfPeople());
  const rows = [...leastOf('delegated')].map(([permission, purposes]) => [
    `\`${permission}\``,
    purposes.join('; '),
    isPersonal(permission) ? 'each person' : 'an administrator',
    asked.has(permission) ? 'yes' : asked.has(`${permission}Write`) ? 'with the wider one' : 'no',
  ]);
  return table(['Permission', 'What for', 'Who consents', 'Asked for at sign-in'], rows);
}

/** What the app registration needs, by what is used, as Markdown. */
export function applicationPermissions(): string {
  const rows = [...leastOf('application')].map(([permission, purposes]) => [
    `\`${permission}\``,
    purposes.join('; '),
  ]);
  return table(['Application permission', 'What for'], rows);
}

/** The least permission of each feature that an operation makes use of, with what it is for. */
function leastOf(kind: AccountKind): ReadonlyMap<string, readonly string[]> {
  const used = new Set<FeatureName>(operations.flatMap((operation) => operation.features));
  const found = new Map<string, readonly string[]>();
  for (const feature of used) {
    const { permissions, purpose } = features[feature];
    const [least] = permissions[kind];
    if (least !== undefined) found.set(least, [...(found.get(least) ?? []), purpose]);
  }
  return found;
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  return [head, head.map(() => '---'), ...rows]
    .map((cells) => `| ${cells.join(' | ')} |`)
    .join('\n');
}
