import type { IncomingMessage } from 'node:http';

interface Addressed {
  readonly socket: Pick<IncomingMessage['socket'], 'remoteAddress'>;
  readonly headers: IncomingMessage['headers'];
}

/**
 * Where a request comes from. `X-Forwarded-For` can be written by anybody; only the entries that our own proxies have
 * added are believed: each adds the address it was called from at the end.
 */
export function sourceAddress(request: Addressed, trustedProxies: number): string {
  const own = request.socket.remoteAddress ?? 'unknown';
  if (trustedProxies === 0) return own;
  const header = [request.headers['x-forwarded-for'] ?? ''].flat().join(',');
  const chain = [...header.split(',').map((part) => part.trim()), own].filter(
    (part) => part !== '',
  );
  return chain.at(-1 - trustedProxies) ?? chain[0] ?? own;
}
