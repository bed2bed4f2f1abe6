import type { AppRegistration, Tenant } from './directory.js';
import { EntraFailure } from './entra-failure.js';

/** The part of a path that stands for several tenants. */
const SHARED = ['common', 'organizations'];

export function isSharedName(name: string): boolean {
  return SHARED.includes(name.toLowerCase());
}

function isKnownTenant(name: string, tenant: Tenant): boolean {
  const lower = name.toLowerCase();
  return lower === tenant.id || lower === tenant.domain || SHARED.includes(lower);
}

export function requireKnownTenant(name: string, tenant: Tenant): void {
  if (!isKnownTenant(name, tenant)) throw tenantNotFound(name);
}

/** An app alone has no tenant but the one that the path names. */
export function requireOwnTenant(name: string, tenant: Tenant): void {
  const isShared = isSharedName(name) || name.toLowerCase() === 'consumers';
  if (isShared) {
    throw new EntraFailure(
      400,
      'invalid_request',
      50059,
      'No tenant-identifying information found in either the request or implied by any provided credentials.',
    );
  }
  requireKnownTenant(name, tenant);
}

/** `common` and `organizations` are for apps of several tenants. */
export function requireTenantOfApp(name: string, tenant: Tenant, app: AppRegistration): void {
  requireKnownTenant(name, tenant);
  if (isSharedName(name) && app.isMultiTenant !== true) {
    throw new EntraFailure(
      400,
      'invalid_request',
      50194,
      `Application '${app.appId}'(${app.displayName}) is not configured as a multi-tenant application. Usage of the /common endpoint is not supported for such apps created after '10/15/2018'. Use a tenant-specific endpoint or configure the application to be multi-tenant.`,
    );
  }
}

/** How the documents name a tenant that was asked for by any of its names. */
export function tenantPath(name: string, tenant: Tenant): string {
  return isSharedName(name) ? name.toLowerCase() : tenant.id;
}

function tenantNotFound(name: string): EntraFailure {
  return new EntraFailure(
    400,
    'invalid_request',
    90002,
    `Tenant '${name}' not found. Check to make sure you have the correct tenant ID and are signing into the correct cloud. Check with your subscription administrator, this may happen if there are no active subscriptions for the tenant.`,
  );
}
