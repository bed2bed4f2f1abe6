import type { Person } from '../../entra/directory.js';
import type { TenantContext } from '../../graph/tenant-context.js';
import { findPerson } from '../../outlook/mailbox.js';

/** Somebody by object id, address or first name, in any case. */
export function personCalled(context: TenantContext, name: string): Person | undefined {
  const first = name.toLowerCase();
  return (
    findPerson(context, name) ??
    [...context.people.values()].find(
      ({ displayName }) => displayName.toLowerCase().split(' ')[0] === first,
    )
  );
}
