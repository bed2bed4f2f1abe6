import { toReadableText } from '../../mail/text/mail-text.js';
import { decodeText } from './decode-text.js';
import type { DocumentKind } from './document-kind.js';
import { extractInThread, type Extracted } from './extract-in-thread.js';
import { unpackedSize } from './archive-size.js';

/** The text of documents: Markdown of what has headings and lists, else as it is. */
export interface DocumentReader {
  read(bytes: Buffer, kind: DocumentKind, signal?: AbortSignal): Promise<Extracted>;
}

interface ReaderOptions {
  readonly timeoutMs?: number;
  readonly mostMegabytes?: number;
}

/** Threads at the same time; others wait. */
const mostAtOnce = 2;
/** A text that is longer is cut: nobody pages through more. */
const mostCharacters = 2_000_000;
const mostUnpackedBytes = 100 * 1024 * 1024;

export function createDocumentReader({
  timeoutMs = 15_000,
  mostMegabytes = 256,
}: ReaderOptions = {}): DocumentReader {
  let running = 0;
  const waiting: (() => void)[] = [];

  const inTurn = async (work: () => Promise<Extracted>): Promise<Extracted> => {
    if (running >= mostAtOnce) await new Promise<void>((go) => waiting.push(go));
    else running += 1;
    try {
      return await work();
    } finally {
      const next = waiting.shift();
      // The turn goes on to whoever waits.
      if (next === undefined) running -= 1;
      else next();
    }
  };

  const readKind = async (
    bytes: Buffer,
    kind: DocumentKind,
    signal: AbortSignal | undefined,
  ): Promise<Extracted> => {
    switch (kind) {
      case 'text':
        return { kind: 'text', text: decodeText(bytes) };
      case 'html':
        return { kind: 'text', text: asMarkdown(decodeText(bytes.subarray(0, mostCharacters))) };
      case 'docx':
      case 'pdf': {
        if (kind === 'docx' && unpackedSize(bytes, mostUnpackedBytes) === null) {
          return { kind: 'failed', reason: 'unreadable' };
        }
        // A thread takes bytes of its own.
        const own = new Uint8Array(bytes);
        const request = { kind, bytes: own, timeoutMs, mostMegabytes, signal };
        const extracted = await inTurn(() => extractInThread(request));
        if (kind === 'pdf' || extracted.kind === 'failed') return extracted;
        return { kind: 'text', text: asMarkdown(extracted.text.slice(0, mostCharacters)) };
      }
    }
  };

  return {
    async read(bytes, kind, signal) {
      const extracted = await readKind(bytes, kind, signal);
      if (extracted.kind === 'failed') return extracted;
      return { kind: 'text', text: extracted.text.slice(0, mostCharacters) };
    },
  };
}

function asMarkdown(html: string): string {
  return toReadableText({ contentType: 'html', content: html }, 'markdown');
}
