import type { LookupAddress } from 'node:dns';
import { lookup } from 'node:dns/promises';
import type { IncomingMessage } from 'node:http';
import { request } from 'node:https';
import type { LookupFunction } from 'node:net';
import { isLoopbackAddress, isPublicAddress } from './public-address.js';

/** Why a document of a stranger was not fetched. The message may be shown to who asked. */
export class DocumentError extends Error {
  override readonly name = 'DocumentError';
}

export interface FetchDocumentOptions {
  /** Documents may lie on this machine, for rehearsals. */
  readonly allowLoopback: boolean;
  /** All addresses of a name. */
  readonly resolve?: (hostname: string) => Promise<readonly LookupAddress[]>;
  /** Certificates of authorities besides Node's own. */
  readonly ca?: string;
  readonly timeoutMs?: number;
}

export type FetchDocument = (url: string) => Promise<Response>;

/** https://datatracker.ietf.org/doc/draft-ietf-oauth-client-id-metadata-document/ recommends it. */
const longestDocument = 5_120;
const jsonType = /^application\/(?:[\w.+-]+\+)?json\s*(?:;|$)/i;

/**
 * Fetches a small JSON document from an address that a stranger has named, and from nowhere that only this machine or its
 * network could reach: https, no redirect, every address of the name public. The connection goes to the very addresses
 * that were judged: asked twice, a name could answer differently. Rejects with DocumentError.
 */
export function createFetchDocument(options: FetchDocumentOptions): FetchDocument {
  const { allowLoopback, resolve = resolveAll, ca, timeoutMs = 5_000 } = options;

  const isAllowed = ({ address }: Pick<LookupAddress, 'address'>): boolean =>
    isPublicAddress(address) || (allowLoopback && isLoopbackAddress(address));

  const judged = async (hostname: string): Promise<readonly LookupAddress[]> => {
    const addresses = await resolve(hostname).catch(() => []);
    if (addresses.length === 0) throw new DocumentError(`${hostname} has no address`);
    // One of many is enough: nobody of the public Internet has a reason to name a private one.
    if (!addresses.every(isAllowed)) {
      throw new DocumentError(`${hostname} is not on the public Internet`);
    }
    return addresses;
  };

  return async (text) => {
    const url = toUrl(text);
    const signal = AbortSignal.timeout(timeoutMs);
    const hostname = url.hostname.replaceAll(/^\[|\]$/g, '');
    const addresses = await withEnd(judged(hostname), signal);
    const message = await new Promise<IncomingMessage>((resolveMessage, reject) => {
      const asking = request(url, {
        agent: false,
        signal,
        lookup: pinnedTo(addresses),
        headers: { Accept: 'application/json', 'User-Agent': 'Tandem', Connection: 'close' },
        ...(ca !== undefined && { ca }),
      });
      asking.on('socket', (socket) => {
        socket.on('connect', () => {
          // Node has asked nobody but `pinnedTo`; this is for the day on which it does.
          if (!isAllowed({ address: socket.remoteAddress ?? '' })) {
            socket.destroy(new DocumentError(`${hostname} is not on the public Internet`));
          }
        });
      });
      asking.on('response', resolveMessage);
      asking.on('error', (error) => reject(toDocumentError(error, url)));
      asking.end();
    });
    try {
      return await toResponse(message, url);
    } finally {
      message.destroy();
    }
  };
}

function toUrl(text: string): URL {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url === null || url.protocol !== 'https:' || url.username + url.password !== '') {
    throw new DocumentError('The address of the document must begin with https:// and name nobody');
  }
  return url;
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

async function toResponse(message: IncomingMessage, url: URL): Promise<Response> {
  const { statusCode = 0, headers } = message;
  if (statusCode >= 300 && statusCode < 400) {
    throw new DocumentError(`${url.host} sends elsewhere, which is not followed`);
  }
  if (statusCode !== 200) throw new DocumentError(`${url.host} answers ${statusCode}`);
  if (!jsonType.test(headers['content-type'] ?? '')) {
    throw new DocumentError(`What ${url.host} answers is not JSON by its Content-Type`);
  }
  const encoding = headers['content-encoding'] ?? 'identity';
  if (encoding !== 'identity') throw new DocumentError(`${url.host} answers compressed`);
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    for await (const chunk of message as AsyncIterable<Buffer>) {
      size += chunk.length;
      if (size > longestDocument) {
        throw new DocumentError(`The document has more than ${longestDocument} bytes`);
      }
      chunks.push(chunk);
    }
  } catch (error) {
    throw toDocumentError(error, url);
  }
  const kept = ['cache-control', 'expires'] as const;
  return new Response(Buffer.concat(chunks), {
    status: 200,
    headers: Object.fromEntries(
      kept.flatMap((name) => {
        const value = headers[name];
        return value === undefined ? [] : [[name, value]];
      }),
    ),
  });
}

function toDocumentError(error: unknown, url: URL): DocumentError {
  if (error instanceof DocumentError) return error;
  const hasCode = error instanceof Error && 'code' in error && typeof error.code === 'string';
  const reason = hasCode ? ` (${String(error.code)})` : '';
  return new DocumentError(`${url.host} did not answer${reason}`, { cause: error });
}

/** A name that nobody answers for must not take longer than the rest. */
async function withEnd<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const end = (): void => reject(new DocumentError('The name was not resolved in time'));
    signal.addEventListener('abort', end, { once: true });
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', end));
  });
}
