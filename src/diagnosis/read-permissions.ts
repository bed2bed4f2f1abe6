import type { GrantedPermissions } from '../accounts/granted-permissions.js';
import type { GraphAccount } from '../graph/gateway/graph-account.js';
import { permissionNeeds, type Usage } from '../domain/permissions/permission-need.js';
import {
  reviewPermissions,
  type PermissionReview,
} from '../domain/permissions/review-permissions.js';

/** What an account may do, compared with what is used here; null: its token does not tell. Rejects with a GraphError. */
export type ReadPermissions = (account: GraphAccount) => Promise<PermissionReview | null>;

export function createReadPermissions({
  granted,
  usage,
}: {
  readonly granted: GrantedPermissions;
  readonly usage: () => Promise<Usage>;
}): ReadPermissions {
  return async (account) => {
    const [grants, used] = await Promise.all([granted.of(account), usage()]);
    return grants === null ? null : reviewPermissions(permissionNeeds(used), grants);
  };
}
