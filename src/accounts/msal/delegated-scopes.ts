/**
 * What people are asked to let Tandem do in their name: the board's tasks, their profile, and the names of colleagues. None
 * of it needs an administrator. https://learn.microsoft.com/graph/permissions-reference
 */
const delegatedPermissions = ['Tasks.ReadWrite', 'User.Read', 'User.ReadBasic.All'] as const;

/** The same as scopes of this Graph, for MSAL, which adds openid, profile and offline_access. */
export function delegatedScopes(
  graphOrigin: string,
  permissions: readonly string[] = delegatedPermissions,
): string[] {
  return permissions.map((name) => `${graphOrigin}/${name}`);
}
