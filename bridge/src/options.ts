import { parseArgs } from 'node:util';
import { isLoopback } from './is-loopback.js';

export interface Options {
  /** The server's MCP endpoint. */
  readonly url: URL;
  /** Sent with every request, besides the login's. */
  readonly headers: Readonly<Record<string, string>>;
  /** Null: a browser is opened when the server asks for a login. */
  readonly key: string | null;
  /** False: the address of the login is printed, and nothing opened. */
  readonly opensBrowser: boolean;
  /** The port for the browser's way back; 0: any. */
  readonly callbackPort: number;
  /** Forget what was kept of an earlier login. */
  readonly forgets: boolean;
}

export type Command =
  | { readonly kind: 'run'; readonly options: Options }
  | { readonly kind: 'help' }
  | { readonly kind: 'version' }
  | { readonly kind: 'wrong'; readonly message: string };

export const help = `tandem-mcp: connects an MCP host that starts programs to a Tandem server.

  npx tandem-mcp --url https://tandem.example.com/mcp

  --url URL            The server's MCP endpoint. Without a path, /mcp. Also TANDEM_URL.
  --profile NAMES      Which tools are shown: core, tasks, mail, ... (/mcp/NAMES).
  --key KEY            A key of the server. Better in TANDEM_API_KEY: other programs see arguments.
                       Without a key a browser opens when the server asks for a login.
  --header "N: V"      Another header for every request; may be given several times.
  --no-browser         Print the address of the login instead of opening it.
  --callback-port N    Port of this machine for the browser's way back. Default: any free one.
  --logout             Forget the login that was kept for this address, and stop.
  --help, --version

Messages go through standard input and output; everything for people goes to standard error.
`;

/** What the command line asks for. */
export function readOptions(
  args: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
): Command {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        url: { type: 'string' },
        profile: { type: 'string' },
        key: { type: 'string' },
        header: { type: 'string', multiple: true },
        'no-browser': { type: 'boolean' },
        'callback-port': { type: 'string' },
        logout: { type: 'boolean' },
        help: { type: 'boolean' },
        version: { type: 'boolean' },
      },
    });
    if (values.help === true) return { kind: 'help' };
    if (values.version === true) return { kind: 'version' };
    return {
      kind: 'run',
      options: {
        url: toEndpoint(values.url ?? env['TANDEM_URL'], values.profile),
        headers: Object.fromEntries((values.header ?? []).map(toHeader)),
        key: values.key ?? env['TANDEM_API_KEY'] ?? null,
        opensBrowser: values['no-browser'] !== true,
        callbackPort: toPort(values['callback-port']),
        forgets: values.logout === true,
      },
    };
  } catch (error) {
    return { kind: 'wrong', message: error instanceof Error ? error.message : String(error) };
  }
}

function toEndpoint(text: string | undefined, profile: string | undefined): URL {
  if (text === undefined || text === '') {
    throw new Error('Say where the server is: --url https://tandem.example.com/mcp');
  }
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url === null || !/^https?:$/.test(url.protocol)) {
    throw new Error(`--url must begin with https:// or http://, not "${text}"`);
  }
  if (url.protocol === 'http:' && !isLoopback(url.hostname)) {
    throw new Error(
      `--url must be https, except on this machine: ${url.host} would be sent keys in the clear`,
    );
  }
  if (url.pathname === '/') url.pathname = '/mcp';
  if (profile === undefined) return url;
  if (!/^[a-z][a-z-]*(,[a-z][a-z-]*)*$/.test(profile)) {
    throw new Error('--profile takes names of profiles, with commas between them');
  }
  url.pathname = `${url.pathname.replace(/\/$/, '')}/${profile}`;
  return url;
}

function toHeader(text: string): readonly [string, string] {
  const at = text.indexOf(':');
  const [name, value] = [text.slice(0, at).trim(), text.slice(at + 1).trim()];
  if (at < 1 || !/^[\w-]+$/.test(name))
    throw new Error(`--header takes "Name: value", not "${text.split(':', 1)[0]}"`);
  return [name, value];
}

function toPort(text: string | undefined): number {
  if (text === undefined) return 0;
  const port = Number(text);
  if (/^\d{1,5}$/.test(text) && port < 65_536) return port;
  throw new Error(`--callback-port must be a port, not "${text}"`);
}
