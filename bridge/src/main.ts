import { readFileSync } from 'node:fs';
import { StdioServerTransport } from '@modelcontextprotocol/sdk/server/stdio.js';
import open from 'open';
import { createBrowserLogin } from './browser-login.js';
import { runBridge } from './bridge.js';
import { openCallbackListener } from './callback-listener.js';
import { openKeptLogin } from './kept-login.js';
import { help, readOptions, type Options } from './options.js';

const command = readOptions(process.argv.slice(2), process.env);
switch (command.kind) {
  case 'help':
    process.stdout.write(help);
    break;
  case 'version':
    process.stdout.write(`${version()}\n`);
    break;
  case 'wrong':
    tell(`${command.message}\nMore: tandem-mcp --help`);
    process.exitCode = 2;
    break;
  case 'run':
    await run(command.options);
    break;
}

async function run({
  url,
  headers,
  key,
  opensBrowser,
  callbackPort,
  forgets,
}: Options): Promise<void> {
  const kept = openKeptLogin(url, process.env);
  if (forgets) {
    kept.forget();
    tell(
      `The login at ${url.host} is forgotten here. What it was allowed ends at ${url.origin}/account.`,
    );
    return;
  }
  const listener = key === null ? await openCallbackListener(callbackPort) : null;
  const show = async (address: URL): Promise<void> => {
    tell(`Sign in with your browser:\n  ${address.href}`);
    if (opensBrowser) await open(address.href).catch(() => undefined);
  };
  const host = new StdioServerTransport();
  // The transport does not notice that the host has gone.
  for (const end of ['end', 'close']) process.stdin.once(end, () => void host.close());
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => void host.close());
  process.stdout.on('error', () => void host.close());
  await runBridge({
    url,
    headers: { ...headers, ...(key !== null && { Authorization: `Bearer ${key}` }) },
    host,
    login: listener === null ? null : createBrowserLogin({ kept, listener, show }),
    tell,
  });
  listener?.close();
}

function tell(text: string): void {
  process.stderr.write(`tandem-mcp: ${text}\n`);
}

function version(): string {
  const file = new URL('../package.json', import.meta.url);
  const { version: text } = JSON.parse(readFileSync(file, 'utf8')) as { version: string };
  return text;
}
