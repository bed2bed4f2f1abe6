import type { GrantedPermissions } from '../accounts/granted-permissions.js';
import { permissionNeeds, type Usage } from '../domain/permissions/permission-need.js';
import {
  reviewPermissions,
  type PermissionReview,
} from '../domain/permissions/review-permissions.js';

/** What an account may do, compared with what is used here; null: there is no such account, or nobody can tell. */
export type ReadPermissions = (accountId: string) => Promise<PermissionReview | null>;

export function createReadPermissions({
  granted,
  usage,
}: {
  readonly granted: GrantedPermissions;
  readonly usage: () => Promise<Usage>;
}): ReadPermissions {
  return async (accountId) => {
    const [account, used] = await Promise.all([granted.of(accountId), usage()]);
    return account === null ? null : reviewPermissions(permissionNeeds(used), account);
  };
}
