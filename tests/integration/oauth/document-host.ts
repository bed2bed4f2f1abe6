import { createServer } from 'node:https';
import { dirname } from 'node:path';
import { inject } from 'vitest';
import { openLocalAuthority } from '../../../emulator/certificates/local-authority.js';

export interface DocumentHost {
  /** The client id: where the document lies, on this machine. */
  readonly url: string;
  close(): Promise<void>;
}

/** Serves the metadata document of a host, with a certificate that this process trusts. */
export async function startDocumentHost(
  fields: Readonly<Record<string, unknown>>,
): Promise<DocumentHost> {
  const caDir = dirname(dirname(inject('emulator').caFile));
  const authority = await openLocalAuthority(caDir, () => new Date());
  let url = '';
  const server = createServer(await authority.issueLeaf(), (_request, response) => {
    response.writeHead(200, { 'Content-Type': 'application/json' });
    response.end(JSON.stringify({ client_id: url, ...fields }));
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('There is no port');
  url = `https://localhost:${address.port}/client.json`;
  return {
    url,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
