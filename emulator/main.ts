import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { createEmulator } from './create-emulator.js';

const HELP = `A local Microsoft Graph (Planner) with its Entra ID.

  --data-dir <folder>   where state and certificates are kept (default .tandem/emulator)
  --ca-dir <folder>     where the certificate authority is kept (default: the data folder)
  --https-port <port>   Graph and Entra ID (default 8443; 0 takes a free one)
  --http-port <port>    board page and control API (default 8444; 0 takes a free one)
  --allow-http-notification-url
                        lets notifications go to plain http on this machine; Graph takes https only
  --sign-in-over-http   people sign in on the plain port, where no browser warns of the certificate
  --json                print one JSON line when ready
`;

const { values } = parseArgs({
  options: {
    'data-dir': { type: 'string', default: '.tandem/emulator' },
    'ca-dir': { type: 'string' },
    'https-port': { type: 'string', default: '8443' },
    'http-port': { type: 'string', default: '8444' },
    'allow-http-notification-url': { type: 'boolean', default: false },
    'sign-in-over-http': { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
});

if (values.help) {
  console.log(HELP);
} else {
  await run().catch(explainAndExit);
}

async function run(): Promise<void> {
  const dataDir = resolve(values['data-dir']);
  const emulator = await createEmulator({
    dataDir,
    caDir: resolve(values['ca-dir'] ?? dataDir),
    httpsPort: Number(values['https-port']),
    httpPort: Number(values['http-port']),
    settings: {
      allowHttpNotificationUrl: values['allow-http-notification-url'],
      signInPages: values['sign-in-over-http'] ? 'http' : 'https',
    },
    logger: { error: ({ err }, message) => console.error(message, err) },
  });
  const { close, ...facts } = emulator;
  if (values.json) {
    console.log(JSON.stringify({ ready: true, ...facts }));
  } else {
    console.log(`Graph and Entra ID   ${facts.graphUrl}`);
    console.log(`Board                ${facts.boardUrl}`);
    console.log(`Certificate          NODE_EXTRA_CA_CERTS=${facts.caFile}`);
    console.log(`Tenant, app          ${facts.tenantId} ${facts.clientId}`);
    console.log(`Plan                 ${facts.defaultPlanId}`);
  }
  const stop = (): void => {
    void close().then(() => process.exit(0));
  };
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
}

function explainAndExit(error: unknown): void {
  const { code, port } = error as { code?: string; port?: number };
  if (code === 'EADDRINUSE') {
    console.error(`Port ${port} is taken. Choose others with --https-port and --http-port.`);
  } else {
    console.error(error);
  }
  process.exit(1);
}
