import { createServer } from 'node:https';
import { dirname } from 'node:path';
import { inject } from 'vitest';
import { openLocalAuthority } from '../../../../emulator/certificates/local-authority.js';

/** A file somewhere, by https that this process trusts. */
export async function serveAttachment(name: string, text: string) {
  const authority = await openLocalAuthority(
    dirname(dirname(inject('emulator').caFile)),
    () => new Date(),
  );
  const server = createServer(await authority.issueLeaf(), (_request, response) => {
    response.writeHead(200, { 'Content-Type': 'text/csv; charset=utf-8' });
    response.end(text);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('No port');
  const origin = `https://127.0.0.1:${address.port}`;
  return {
    origin,
    url: `${origin}/${encodeURIComponent(name)}`,
    async close() {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
  };
}
