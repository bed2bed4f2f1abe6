import * as z from 'zod';
import type { AccountKind } from '../domain/permissions/permission-need.js';
import type { GraphAccount } from '../graph/gateway/graph-account.js';

/** What accounts may do at Graph. */
export interface GrantedPermissions {
  /** Null: its token does not tell. Rejects with a GraphError where no token can be had. */
  of(account: GraphAccount): Promise<{
    readonly kind: AccountKind;
    readonly granted: readonly string[];
  } | null>;
}

/** By the access tokens of the accounts, which do not leave here. */
export function createGrantedPermissions(
  getToken: (account: GraphAccount) => Promise<string>,
): GrantedPermissions {
  return { of: async (account) => readGrants(await getToken(account)) };
}

const claimsSchema = z.object({
  roles: z.array(z.string()).optional(),
  scp: z.string().optional(),
  idtyp: z.string().optional(),
});

/**
 * `scp` of a person's token, `roles` of an app's: https://learn.microsoft.com/entra/identity-platform/access-token-claims-reference.
 * The token is for Graph, so that only Graph can check it, and its form may change without notice: null where it is another.
 */
function readGrants(token: string): Awaited<ReturnType<GrantedPermissions['of']>> {
  const [, payload = ''] = token.split('.');
  const claims = claimsSchema.safeParse(parseJson(Buffer.from(payload, 'base64url').toString()));
  if (!claims.success) return null;
  const { roles = [], scp, idtyp } = claims.data;
  return scp === undefined || idtyp === 'app'
    ? { kind: 'application', granted: roles }
    : { kind: 'delegated', granted: scp.split(' ').filter((name) => name !== '') };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
