import { Secret } from '../../src/config/secret.js';
import { askForApp, type AskDeps } from '../../src/accounts/refresh/ask-entra.js';
import type { GetToken } from '../../src/graph/gateway/http-chain.js';

interface Registration {
  readonly graphUrl: string;
  readonly tenantId: string;
  readonly clientId: string;
  readonly clientSecret: string;
}

/** How the app of an emulator's registration asks, or another one that is much like it. */
export function askingAs(emulator: Registration, other: Partial<Registration> = {}): AskDeps {
  const { graphUrl, tenantId, clientId, clientSecret } = { ...emulator, ...other };
  return {
    azure: {
      tenantId,
      clientId,
      credential: { kind: 'secret', secret: new Secret(clientSecret) },
      authorityHost: graphUrl,
      agent: null,
    },
    graphOrigin: graphUrl,
    now: Date.now,
  };
}

/** The app's token without Redis, for tests of what is above it. */
export function createAppToken(emulator: Registration, other?: Partial<Registration>): GetToken {
  const deps = askingAs(emulator, other);
  let held: Promise<{ readonly accessToken: string }> | null = null;
  return async ({ fresh, claims }) => {
    if (fresh === true) held = null;
    const asked = (held ??= askForApp(deps, claims ?? null));
    try {
      return (await asked).accessToken;
    } catch (error) {
      held = null;
      throw error;
    }
  };
}
