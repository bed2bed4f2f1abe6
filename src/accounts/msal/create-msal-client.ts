import { ConfidentialClientApplication, type ICachePlugin } from '@azure/msal-node';
import type { AzureConfig } from '../../config/azure.js';
import type { SignInNetwork } from '../sign-in-network.js';
import { toMsalCredential } from './credential.js';

export interface MsalClientOptions {
  readonly azure: Pick<AzureConfig, 'tenantId' | 'clientId' | 'credential' | 'authorityHost'>;
  readonly network: SignInNetwork;
  /** The cache of one account; none: nothing is kept. */
  readonly cache?: ICachePlugin;
}

/**
 * A client for one account and one sign-in. One that served two accounts would put the tokens of both into the cache of
 * the first; and one that is kept remembers a Retry-After, and then fails without a reason.
 * @throws ConfigError where the app's certificate or federated token cannot be read
 */
export function createMsalClient({
  azure,
  network,
  cache,
}: MsalClientOptions): ConfidentialClientApplication {
  const host = new URL(azure.authorityHost);
  return new ConfidentialClientApplication({
    auth: {
      clientId: azure.clientId,
      ...toMsalCredential(azure.credential, Date.now()),
      authority: `${host.origin}/${encodeURIComponent(azure.tenantId)}`,
      // Microsoft's own hosts need no vouching; another one is compared with its port.
      knownAuthorities: microsoftHosts.has(host.hostname) ? [] : [host.host],
      // We answer claims challenges, so tokens live for up to 28 hours and end when something happens instead:
      // https://learn.microsoft.com/entra/identity-platform/app-resilience-continuous-access-evaluation
      clientCapabilities: ['CP1'],
    },
    ...(cache !== undefined && { cache: { cachePlugin: cache } }),
    system: { networkClient: network, loggerOptions: { piiLoggingEnabled: false } },
  });
}

/** https://learn.microsoft.com/entra/identity-platform/authentication-national-cloud */
const microsoftHosts: ReadonlySet<string> = new Set([
  'login.microsoftonline.com',
  'login.microsoftonline.us',
  'login.partner.microsoftonline.cn',
]);
