import { permissionsAskedOfPeople } from '../../domain/permissions/personal-permission.js';

/** As scopes of this Graph, for MSAL, which adds openid, profile and offline_access. Null: what Tandem makes use of. */
export function delegatedScopes(
  graphOrigin: string,
  permissions: readonly string[] | null,
): string[] {
  return (permissions ?? permissionsAskedOfPeople()).map((name) => `${graphOrigin}/${name}`);
}
