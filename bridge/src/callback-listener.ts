import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Where the browser comes back to after a login, on this machine alone. */
export interface CallbackListener {
  readonly redirectUrl: string;
  /** The code of the login with this state. Rejects where it was refused, or did not come in time. */
  code(state: string, timeoutMs: number): Promise<string>;
  close(): void;
}

export async function openCallbackListener(port: number): Promise<CallbackListener> {
  const waiting = new Map<string, (query: URLSearchParams) => void>();
  const server = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://127.0.0.1');
    const take = waiting.get(searchParams.get('state') ?? '');
    if (pathname !== '/callback' || take === undefined) {
      answer(
        response,
        404,
        'There is no login that waits for this. Begin it again in your MCP host.',
      );
      return;
    }
    take(searchParams);
    const isDone = searchParams.has('code');
    answer(
      response,
      isDone ? 200 : 400,
      isDone
        ? 'You are signed in. This window can be closed.'
        : 'The login was not completed. Begin it again in your MCP host.',
    );
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  server.unref();
  const { port: actual } = server.address() as AddressInfo;
  return {
    redirectUrl: `http://127.0.0.1:${actual}/callback`,
    code: (state, timeoutMs) =>
      new Promise((resolve, reject) => {
        const end = (): void => {
          clearTimeout(timer);
          waiting.delete(state);
        };
        const timer = setTimeout(() => {
          end();
          reject(new Error('Nobody signed in within the time'));
        }, timeoutMs);
        waiting.set(state, (query) => {
          end();
          const code = query.get('code');
          if (code !== null) resolve(code);
          else
            reject(
              new Error(
                `The login was refused: ${query.get('error_description') ?? query.get('error') ?? 'no reason given'}`,
              ),
            );
        });
      }),
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}

function answer(response: ServerResponse, status: number, text: string): void {
  response.writeHead(status, {
    'Content-Type': 'text/html; charset=utf-8',
    'Content-Security-Policy': "default-src 'none'",
    'Cache-Control': 'no-store',
    Connection: 'close',
  });
  response.end(
    `<!doctype html><html lang="en"><meta charset="utf-8"><title>Tandem</title><main><p>${text}</p></main></html>`,
  );
}
