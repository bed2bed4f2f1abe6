import {
  ConfidentialClientApplication,
  PublicClientApplication,
  type ICachePlugin,
  type INetworkModule,
  type NodeSystemOptions,
} from '@azure/msal-node';
import type { AzureConfig } from '../../config/azure.js';
import { toMsalCredential } from './credential.js';

export interface MsalClientOptions {
  readonly azure: Pick<AzureConfig, 'tenantId' | 'clientId' | 'credential' | 'authorityHost'>;
  readonly network: INetworkModule;
  /** The cache of one account; none: nothing is kept. */
  readonly cache?: ICachePlugin;
}

/**
 * A client for one account and one sign-in. One that served two accounts would put the tokens of both into the cache of
 * the first; and one that is kept remembers a Retry-After, and then fails without a reason.
 * @throws CredentialError where the app's certificate or federated token cannot be read
 */
export function createMsalClient({
  azure,
  network,
  cache,
}: MsalClientOptions): ConfidentialClientApplication {
  return new ConfidentialClientApplication({
    auth: { ...authOf(azure), ...toMsalCredential(azure.credential, Date.now()) },
    ...(cache !== undefined && { cache: { cachePlugin: cache } }),
    system: systemOf(network),
  });
}

/** The same for a sign-in by device code, which Entra offers to apps as if they had no credential. */
export function createPublicMsalClient({
  azure,
  network,
  cache,
}: MsalClientOptions): PublicClientApplication {
  return new PublicClientApplication({
    auth: authOf(azure),
    ...(cache !== undefined && { cache: { cachePlugin: cache } }),
    system: systemOf(network),
  });
}

function authOf({ authorityHost, clientId, tenantId }: MsalClientOptions['azure']) {
  const host = new URL(authorityHost);
  return {
    clientId,
    authority: `${host.origin}/${encodeURIComponent(tenantId)}`,
    // Microsoft's own hosts need no vouching; another one is compared with its port.
    knownAuthorities: microsoftHosts.has(host.hostname) ? [] : [host.host],
    // We answer claims challenges, so tokens live for up to 28 hours and end when something happens instead:
    // https://learn.microsoft.com/entra/identity-platform/app-resilience-continuous-access-evaluation
    clientCapabilities: ['CP1'],
  };
}

function systemOf(networkClient: INetworkModule): NodeSystemOptions {
  return { networkClient, loggerOptions: { piiLoggingEnabled: false } };
}

/** https://learn.microsoft.com/entra/identity-platform/authentication-national-cloud */
const microsoftHosts: ReadonlySet<string> = new Set([
  'login.microsoftonline.com',
  'login.microsoftonline.us',
  'login.partner.microsoftonline.cn',
]);
