import type { IncomingMessage } from 'node:http';
import { ProblemError } from '../../../domain/problem.js';
import {
  createOpenPublicUrl,
  OutboundError,
  toOutboundError,
  type OutboundOptions,
} from '../../../outbound/open-public-url.js';
import { largestAttachmentBytes } from '../../../graph/mail/attachments.js';

/** A file elsewhere, open; `close` in any case. */
export interface SourceFile {
  /** From the address; null: it says none. */
  readonly name: string | null;
  readonly contentType: string;
  readonly size: number | null;
  readonly bytes: AsyncIterable<Uint8Array>;
  close(): void;
}

/** Files of the origins that the operator allows, and of nowhere else. */
export interface AttachmentSource {
  /** Throws ProblemError invalid_input for an address that is not allowed; asks nobody. */
  check(text: string): URL;
  /** ProblemError invalid_input where the file cannot be had; body_too_large. */
  open(url: URL): Promise<SourceFile>;
}

const timeoutMs = 120_000;

export function createAttachmentSource(
  options: OutboundOptions & {
    /** `https://files.example.com` */
    readonly origins: readonly string[];
  },
): AttachmentSource {
  const { origins, ...outbound } = options;
  const openUrl = createOpenPublicUrl(outbound);
  return {
    check(text) {
      const url = URL.parse(text);
      if (url === null || url.protocol !== 'https:' || url.username + url.password !== '') {
        throw wrong('must begin with https:// and name nobody');
      }
      if (origins.includes(url.origin)) return url;
      throw wrong(
        origins.length === 0
          ? 'is not allowed: no origin is; use mail_create_upload_link'
          : `is not of an allowed origin: ${origins.join(', ')}`,
      );
    },
    async open(url) {
      const signal = AbortSignal.timeout(timeoutMs);
      const message = await openUrl(url, { accept: '*/*', signal }).catch(refused(url));
      const size = sizeOf(message);
      if (size !== null && size > largestAttachmentBytes) {
        message.destroy();
        throw new ProblemError('body_too_large', `url: the file has ${size} bytes`);
      }
      return {
        name: nameIn(url),
        contentType: message.headers['content-type'] ?? 'application/octet-stream',
        size,
        bytes: bytesOf(message, url),
        close: () => message.destroy(),
      };
    },
  };
}

async function* bytesOf(message: IncomingMessage, url: URL): AsyncGenerator<Uint8Array> {
  try {
    for await (const chunk of message as AsyncIterable<Buffer>) yield chunk;
  } catch (error) {
    throw wrong(toOutboundError(error, url).message);
  }
}

function refused(url: URL): (error: unknown) => never {
  return (error) => {
    const { message } = error instanceof OutboundError ? error : toOutboundError(error, url);
    throw wrong(message);
  };
}

function sizeOf({ headers }: IncomingMessage): number | null {
  const length = headers['content-length'];
  return length !== undefined && /^\d{1,15}$/.test(length) ? Number(length) : null;
}

function nameIn(url: URL): string | null {
  const last = url.pathname.split('/').at(-1) ?? '';
  try {
    const name = decodeURIComponent(last);
    return name === '' ? null : name;
  } catch {
    return last;
  }
}

function wrong(message: string): ProblemError {
  return new ProblemError('invalid_input', `url: ${message}`, {
    errors: [{ field: 'url', message }],
  });
}
