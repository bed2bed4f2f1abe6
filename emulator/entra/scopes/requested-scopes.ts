import { EntraFailure } from '../entra-failure.js';
import type { EntraService } from '../entra-service.js';
import { identityScopes } from './graph-scopes.js';
import { findResource, graphResource, type TokenResource } from './resources.js';

const identityNames = identityScopes.map(({ name }) => name);

/** What is asked for of one resource. */
export interface ResourceRequest {
  readonly resource: TokenResource;
  /** What stood before the names, to answer in the same way; empty for bare names of Graph. */
  readonly prefix: string;
  /** Names as the resource writes them; empty with `.default`. */
  readonly names: readonly string[];
  readonly isDefault: boolean;
}

/** A `scope` parameter, read. */
export interface RequestedScopes {
  /** Of openid, profile, email, offline_access. */
  readonly identity: ReadonlySet<string>;
  /** In the order of the parameter. */
  readonly resources: readonly ResourceRequest[];
  readonly text: string;
}

/** Throws `EntraFailure` for what is no scope (70011, 650053) or of an unknown resource (500011). */
export function readScopes(service: EntraService, text: string): RequestedScopes {
  const identity = new Set<string>();
  const found = new Map<string, { resource: TokenResource; prefix: string; names: string[] }>();
  for (const part of text.split(/\s+/).filter((word) => word !== '')) {
    if (identityNames.includes(part.toLowerCase())) {
      identity.add(part.toLowerCase());
      continue;
    }
    const { prefix, name } = splitScope(part);
    const resource = prefix === '' ? graphResource() : findResource(service, prefix);
    if (resource === undefined) throw resourceNotFound(prefix);
    const entry = found.get(resource.id) ?? { resource, prefix, names: [] };
    entry.names.push(name === '.default' ? name : canonicalName(resource, name, part));
    found.set(resource.id, entry);
  }
  return {
    identity,
    text,
    resources: [...found.values()].map(({ resource, prefix, names }) => {
      const isDefault = names.includes('.default');
      if (isDefault && (names.length > 1 || found.size > 1)) {
        throw invalidScope(text, ".default scope can't be combined with resource-specific scopes.");
      }
      return { resource, prefix, names: isDefault ? [] : names, isDefault };
    }),
  };
}

/** The one resource of a request to the token endpoint; null when only OIDC scopes are asked for. */
export function singleResource(scopes: RequestedScopes): ResourceRequest | null {
  if (scopes.resources.length > 1) {
    throw new EntraFailure(
      400,
      'invalid_request',
      28000,
      'Provided value for the input parameter scope is not valid because it contains more than one resource. Scope ' +
        `${scopes.text} is not valid.`,
    );
  }
  return scopes.resources[0] ?? null;
}

export function invalidScope(
  scope: string,
  why = `The scope ${scope} is not valid.`,
): EntraFailure {
  return new EntraFailure(
    400,
    'invalid_scope',
    70011,
    `The provided request must include a 'scope' input parameter. The provided value for the input parameter 'scope' is not valid. ${why}`,
  );
}

function resourceNotFound(name: string): EntraFailure {
  return new EntraFailure(
    400,
    'invalid_resource',
    500011,
    `The resource principal named ${name} was not found in the tenant. This can happen if the application has not been installed by the administrator of the tenant or consented to by any user in the tenant. You might have sent your authentication request to the wrong tenant.`,
  );
}

/** `api://id/name`, `https://host/name`, `id/name`, or a name of Graph. A doubled slash is allowed before `.default`. */
function splitScope(part: string): { prefix: string; name: string } {
  const at = part.lastIndexOf('/');
  if (at < 0) return { prefix: '', name: part };
  return { prefix: part.slice(0, at), name: part.slice(at + 1) };
}

function canonicalName(resource: TokenResource, name: string, part: string): string {
  const wanted = name.toLowerCase();
  const known = resource.permissions.find((scope) => scope.name.toLowerCase() === wanted);
  if (known === undefined) throw invalidScope(part);
  return known.name;
}
