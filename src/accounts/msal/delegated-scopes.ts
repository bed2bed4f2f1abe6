/**
 * What people are asked to let Tandem do in their name: the board's tasks, their profile, and the names of colleagues. None
 * of it needs an administrator. https://learn.microsoft.com/graph/permissions-reference
 */
const delegatedPermissions = ['Tasks.ReadWrite', 'User.Read', 'User.ReadBasic.All'] as const;

/** As scopes of this Graph, for MSAL, which adds openid, profile and offline_access. Null: what Tandem needs. */
export function delegatedScopes(
  graphOrigin: string,
  permissions: readonly string[] | null,
): string[] {
  return (permissions ?? delegatedPermissions).map((name) => `${graphOrigin}/${name}`);
}
