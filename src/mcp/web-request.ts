import type { IncomingMessage, ServerResponse } from 'node:http';
import { whenClosed } from '../http/exchange.js';

/** All that the SDK reads of a request whose body is handed over parsed. Authorization is never among it. */
const passedHeaders = new Set([
  'accept',
  'content-type',
  'mcp-method',
  'mcp-name',
  'mcp-protocol-version',
]);

/**
 * The request as the SDK's web-standard door sees it. A real `Request` would copy every header and wrap the body once
 * more, a fifth of a call; the SDK reads method, url, headers and signal only, which a test makes sure of.
 */
export function toWebRequest(request: IncomingMessage, response: ServerResponse): Request {
  const { headers } = request;
  const signal = new GoneSignal();
  whenClosed(response, () => {
    if (!response.writableFinished) signal.abort();
  });
  const seen = {
    method: 'POST',
    url: 'http://localhost/mcp',
    headers: {
      get(name: string): string | null {
        const key = name.toLowerCase();
        const isPassed = passedHeaders.has(key) || key.startsWith('mcp-param-');
        const value = isPassed ? headers[key] : undefined;
        return value === undefined ? null : String(value);
      },
    },
    signal,
  };
  return seen as unknown as Request;
}

/** What the SDK uses of an AbortSignal: a real one for every request costs as much as parsing its body. */
class GoneSignal {
  aborted = false;
  readonly #listeners = new Set<() => void>();

  addEventListener(_type: 'abort', listener: () => void): void {
    this.#listeners.add(listener);
  }

  removeEventListener(_type: 'abort', listener: () => void): void {
    this.#listeners.delete(listener);
  }

  abort(): void {
    this.aborted = true;
    for (const listener of this.#listeners) listener();
  }
}
