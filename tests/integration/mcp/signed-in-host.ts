import {
  Client,
  StreamableHTTPClientTransport,
  type OAuthClientProvider,
} from '@modelcontextprotocol/client';

type Discovered = Parameters<NonNullable<OAuthClientProvider['saveDiscoveryState']>>[0];
type Tokens = NonNullable<Awaited<ReturnType<OAuthClientProvider['tokens']>>>;

/** What a host with a client of its own in the tenant keeps; the person sits at the emulator's control API. */
export interface SignedInHost {
  readonly provider: OAuthClientProvider;
  /** The scopes of each sign-in so far. */
  readonly asked: readonly string[];
  tokens(): Tokens | undefined;
  /** Holds this token from now on, as after a sign-in. */
  hold(accessToken: string, scope: string): void;
  /** A client that signs in when it is asked to. */
  connect(mode: 'legacy' | { pin: string }): Promise<Client>;
  /** Calls a tool; signs in and calls once more where a better token is asked for. */
  call(client: Client, name: string, args: Record<string, unknown>): Promise<unknown>;
}

export function signedInHost(options: {
  readonly mcpUrl: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** Plays the person; answers where the browser is sent back to. */
  readonly signIn: (url: string) => Promise<string>;
}): SignedInHost {
  const redirectUri = 'http://localhost/cb';
  const asked: string[] = [];
  let held: Tokens | undefined;
  let verifier = '';
  let discovered: Discovered | undefined;
  let code = '';
  let transport: StreamableHTTPClientTransport | null = null;
  const provider: OAuthClientProvider = {
    redirectUrl: redirectUri,
    clientMetadata: { redirect_uris: [redirectUri], client_name: 'Host' },
    clientInformation: () => ({
      client_id: options.clientId,
      client_secret: options.clientSecret,
    }),
    tokens: () => held,
    saveTokens: (tokens) => {
      held = tokens;
    },
    async redirectToAuthorization(url) {
      asked.push(url.searchParams.get('scope') ?? '');
      code = new URL(await options.signIn(url.href)).searchParams.get('code') ?? '';
    },
    discoveryState: () => discovered,
    saveDiscoveryState: (state) => {
      discovered = state;
    },
    saveCodeVerifier: (text) => {
      verifier = text;
    },
    codeVerifier: () => verifier,
  };
  const finish = async (): Promise<void> => {
    if (code === '') throw new Error('Nobody was sent to sign in');
    await transport?.finishAuth(code);
    code = '';
  };
  return {
    provider,
    asked,
    tokens: () => held,
    hold(accessToken, scope) {
      held = { access_token: accessToken, token_type: 'Bearer', scope };
    },
    async connect(mode) {
      for (;;) {
        const client = new Client(
          { name: 'host', version: '1.0.0' },
          { versionNegotiation: { mode } },
        );
        transport = new StreamableHTTPClientTransport(new URL(options.mcpUrl), {
          authProvider: provider,
        });
        try {
          await client.connect(transport);
          return client;
        } catch (error) {
          if (code === '') throw error;
          await finish();
        }
      }
    },
    async call(client, name, args) {
      try {
        return await client.callTool({ name, arguments: args });
      } catch (error) {
        if (code === '') throw error;
        await finish();
        return client.callTool({ name, arguments: args });
      }
    },
  };
}
