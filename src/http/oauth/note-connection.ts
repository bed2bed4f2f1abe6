import type { Connection, Host } from '../../oauth/connections.js';
import type { SignedInPerson } from '../../oauth/people.js';

/** Writes down for operators that a person has let a host in, has not, or has taken it back. Must not throw. */
export type NoteConnection = (noted: {
  readonly kind: 'allowed' | 'declined' | 'ended';
  readonly person: Pick<SignedInPerson, 'userName' | 'accountId'>;
  readonly host: Host;
  readonly connectionId: string | null;
}) => void;

/** Names a connection in the audit log: the host as far as it is known, and the beginning of the connection's id. */
export function labelOf({ host, id }: Pick<Connection, 'host' | 'id'>): string {
  return `${host.domain ?? host.name ?? 'app'} ${id.slice(0, 8)}`;
}
