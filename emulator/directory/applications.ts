import { createHash, X509Certificate } from 'node:crypto';
import type { AppRegistration } from '../entra/directory.js';
import type { GraphAnswer, GraphCall } from '../graph/exchange.js';
import type { Entity } from '../odata/entity.js';
import { requireAccess } from './directory-access.js';
import { FIRST_DAY, type DirectoryKind } from './directory-entities.js';
import { badDirectoryRequest, directoryObjectNotFound } from './directory-failures.js';
import { directoryEntity } from './directory-lists.js';
import type { DirectoryService } from './directory-service.js';

const applicationKind: DirectoryKind = {
  typeName: 'application',
  badQuery: badDirectoryRequest,
  set: 'applications',
  defaults: [
    'id',
    'deletedDateTime',
    'appId',
    'createdDateTime',
    'displayName',
    'identifierUris',
    'isFallbackPublicClient',
    'keyCredentials',
    'passwordCredentials',
    'signInAudience',
  ],
};

/** What the portal once wrote for "Never". */
const NEVER = '2299-12-31T00:00:00Z';

/**
 * An app registration by `appId='…'` or its object id, which is not that of its service principal. An app may read its own
 * without a permission: https://learn.microsoft.com/graph/api/application-get, /graph/api/serviceprincipal-get
 */
export function getApplication(
  service: DirectoryService,
  call: GraphCall,
  key: string,
): GraphAnswer {
  const app = findApp(service, key);
  const isOwn = call.caller.kind === 'app' && call.caller.id === app?.appId;
  if (!isOwn) requireAccess(call.caller, 'readApplications');
  if (app === undefined) throw directoryObjectNotFound(valueOf(key));
  return directoryEntity(call, applicationKind, toEntity(app, wantsKeys(call)));
}

function findApp(service: DirectoryService, key: string): AppRegistration | undefined {
  const name = /^(\w+)='/.exec(key)?.[1];
  if (name !== undefined && name !== 'appId') {
    throw badDirectoryRequest(`The alternate key '${name}' is not one of this type.`);
  }
  const wanted = valueOf(key).toLowerCase();
  if (name === 'appId') return service.apps.get(wanted);
  return [...service.apps.values()].find((app) => objectIdOf(app) === wanted);
}

function valueOf(key: string): string {
  return /^\w+='(.*)'$/.exec(key)?.[1] ?? key;
}

function toEntity(app: AppRegistration, withKeys: boolean): Entity {
  const secrets = [
    ...(app.secret === undefined ? [] : [{ value: app.secret }]),
    ...(app.secrets ?? []),
  ];
  return {
    id: objectIdOf(app),
    deletedDateTime: null,
    appId: app.appId,
    createdDateTime: FIRST_DAY,
    displayName: app.displayName,
    identifierUris: app.api?.identifierUris ?? [],
    isFallbackPublicClient: app.allowPublicClientFlows ?? null,
    keyCredentials: (app.certificates ?? []).map((pem) => toKeyCredential(pem, withKeys)),
    passwordCredentials: secrets.map(({ value, ...rest }, at) => ({
      customKeyIdentifier: null,
      displayName: `Secret ${at + 1}`,
      endDateTime: 'expiresAt' in rest && rest.expiresAt !== undefined ? rest.expiresAt : NEVER,
      hint: value.slice(0, 3),
      keyId: guidOf(`secret ${app.appId} ${value}`),
      secretText: null,
      startDateTime: FIRST_DAY,
    })),
    signInAudience: app.isMultiTenant === true ? 'AzureADMultipleOrgs' : 'AzureADMyOrg',
  };
}

function toKeyCredential(pem: string, withKey: boolean): Entity {
  const certificate = new X509Certificate(pem);
  return {
    customKeyIdentifier: certificate.fingerprint.replaceAll(':', ''),
    displayName: certificate.subject,
    endDateTime: isoOf(certificate.validTo),
    key: withKey ? certificate.raw.toString('base64') : null,
    keyId: guidOf(`certificate ${certificate.fingerprint256}`),
    startDateTime: isoOf(certificate.validFrom),
    type: 'AsymmetricX509Cert',
    usage: 'Verify',
  };
}

/** Graph answers the keys themselves only where they are selected. */
function wantsKeys(call: GraphCall): boolean {
  return (call.query.get('$select') ?? '')
    .split(',')
    .some((name) => name.trim() === 'keyCredentials');
}

function isoOf(date: string): string {
  return new Date(date).toISOString().replace('.000Z', 'Z');
}

function objectIdOf({ appId }: AppRegistration): string {
  return guidOf(`application ${appId}`);
}

function guidOf(text: string): string {
  const hex = createHash('sha256').update(text).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
