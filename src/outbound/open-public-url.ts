import type { LookupAddress } from 'node:dns';
import { lookup } from 'node:dns/promises';
import type { IncomingMessage } from 'node:http';
import { request } from 'node:https';
import type { LookupFunction } from 'node:net';
import { isLoopbackAddress, isPublicAddress } from './public-address.js';

/** Why an address that somebody has named was not asked, or gave nothing. The message may be shown to who named it. */
export class OutboundError extends Error {
  override readonly name = 'OutboundError';
}

export interface OutboundOptions {
  /** This machine may be asked, for rehearsals. */
  readonly allowLoopback: boolean;
  /** All addresses of a name. */
  readonly resolve?: ((hostname: string) => Promise<readonly LookupAddress[]>) | undefined;
  /** Certificates of authorities besides Node's own. */
  readonly ca?: string | undefined;
}

/** An answer of 200, not compressed, whose body has not been read; who takes it destroys it. */
export type OpenPublicUrl = (
  url: URL,
  options: { readonly accept: string; readonly signal: AbortSignal },
) => Promise<IncomingMessage>;

/**
 * Asks an address that a stranger has named, and nothing that only this machine or its network could reach: no redirect,
 * every address of the name public. The connection goes to the very addresses that were judged: asked twice, a name could
 * answer differently. Rejects with OutboundError.
 */
export function createOpenPublicUrl(options: OutboundOptions): OpenPublicUrl {
  const { allowLoopback, resolve = resolveAll, ca } = options;

  const isAllowed = ({ address }: Pick<LookupAddress, 'address'>): boolean =>
    isPublicAddress(address) || (allowLoopback && isLoopbackAddress(address));

  const judged = async (hostname: string): Promise<readonly LookupAddress[]> => {
    const addresses = await resolve(hostname).catch(() => []);
    if (addresses.length === 0) throw new OutboundError(`${hostname} has no address`);
    // One of many is enough: nobody of the public Internet has a reason to name a private one.
    if (!addresses.every(isAllowed)) {
      throw new OutboundError(`${hostname} is not on the public Internet`);
    }
    return addresses;
  };

  return async (url, { accept, signal }) => {
    const hostname = url.hostname.replaceAll(/^\[|\]$/g, '');
    const addresses = await withEnd(judged(hostname), signal);
    const message = await new Promise<IncomingMessage>((resolveMessage, reject) => {
      const asking = request(url, {
        agent: false,
        signal,
        lookup: pinnedTo(addresses),
        headers: { Accept: accept, 'User-Agent': 'Tandem', Connection: 'close' },
        ...(ca !== undefined && { ca }),
      });
      asking.on('socket', (socket) => {
        socket.on('connect', () => {
          // Node has asked nobody but `pinnedTo`; this is for the day on which it does.
          if (!isAllowed({ address: socket.remoteAddress ?? '' })) {
            socket.destroy(new OutboundError(`${hostname} is not on the public Internet`));
          }
        });
      });
      asking.on('response', resolveMessage);
      asking.on('error', (error) => reject(toOutboundError(error, url)));
      asking.end();
    });
    try {
      requireWhole(message, url);
      return message;
    } catch (error) {
      message.destroy();
      throw error;
    }
  };
}

/** What went wrong while an answer was read. */
export function toOutboundError(error: unknown, url: URL): OutboundError {
  if (error instanceof OutboundError) return error;
  const hasCode = error instanceof Error && 'code' in error && typeof error.code === 'string';
  const reason = hasCode ? ` (${String(error.code)})` : '';
  return new OutboundError(`${url.host} did not answer${reason}`, { cause: error });
}

function requireWhole({ statusCode = 0, headers }: IncomingMessage, url: URL): void {
  if (statusCode >= 300 && statusCode < 400) {
    throw new OutboundError(`${url.host} sends elsewhere, which is not followed`);
  }
  if (statusCode !== 200) throw new OutboundError(`${url.host} answers ${statusCode}`);
  const encoding = headers['content-encoding'] ?? 'identity';
  if (encoding !== 'identity') throw new OutboundError(`${url.host} answers compressed`);
}

async function resolveAll(hostname: string): Promise<readonly LookupAddress[]> {
  return lookup(hostname, { all: true, verbatim: true });
}

function pinnedTo(addresses: readonly LookupAddress[]): LookupFunction {
  return (_hostname, { all }, answer) => {
    const [first] = addresses;
    if (all === true) answer(null, [...addresses]);
    else if (first !== undefined) answer(null, first.address, first.family);
  };
}

/** A name that nobody answers for must not take longer than the rest. */
async function withEnd<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const end = (): void => reject(new OutboundError('The name was not resolved in time'));
    signal.addEventListener('abort', end, { once: true });
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', end));
  });
}
