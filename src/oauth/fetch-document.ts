import type { IncomingMessage } from 'node:http';
import {
  createOpenPublicUrl,
  toOutboundError,
  type OutboundOptions,
} from '../outbound/open-public-url.js';

/** Why a document of a stranger was not fetched. The message may be shown to who asked. */
export class DocumentError extends Error {
  override readonly name = 'DocumentError';
}

export interface FetchDocumentOptions extends OutboundOptions {
  readonly timeoutMs?: number;
}

export type FetchDocument = (url: string) => Promise<Response>;

/** https://datatracker.ietf.org/doc/draft-ietf-oauth-client-id-metadata-document/ recommends it. */
const longestDocument = 5_120;
const jsonType = /^application\/(?:[\w.+-]+\+)?json\s*(?:;|$)/i;

/**
 * Fetches a small JSON document from an address that a stranger has named, as `createOpenPublicUrl` does. Rejects with
 * DocumentError.
 */
export function createFetchDocument(options: FetchDocumentOptions): FetchDocument {
  const { timeoutMs = 5_000, ...outbound } = options;
  const openUrl = createOpenPublicUrl(outbound);
  return async (text) => {
    const url = toUrl(text);
    const signal = AbortSignal.timeout(timeoutMs);
    try {
      const message = await openUrl(url, { accept: 'application/json', signal });
      try {
        return await toResponse(message, url);
      } finally {
        message.destroy();
      }
    } catch (error) {
      throw toDocumentError(error, url);
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

async function toResponse(message: IncomingMessage, url: URL): Promise<Response> {
  const { headers } = message;
  if (!jsonType.test(headers['content-type'] ?? '')) {
    throw new DocumentError(`What ${url.host} answers is not JSON by its Content-Type`);
  }
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of message as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > longestDocument) {
      throw new DocumentError(`The document has more than ${longestDocument} bytes`);
    }
    chunks.push(chunk);
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
  const { message, cause } = toOutboundError(error, url);
  return new DocumentError(message, { cause });
}
