import { createRequire } from 'node:module';
import { Worker } from 'node:worker_threads';
import * as z from 'zod';

/** A library that reads files of people, which may be made to harm: it works in a thread that can be ended. */
export interface ExtractRequest {
  readonly kind: 'docx' | 'pdf';
  readonly bytes: Uint8Array;
  readonly timeoutMs: number;
  readonly mostMegabytes: number;
  readonly signal?: AbortSignal | undefined;
}

export type Extracted =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'failed'; readonly reason: 'unreadable' | 'too_slow' | 'too_large' };

const answerSchema = z.union([
  z.object({ text: z.string() }),
  z.object({ failed: z.literal(true) }),
]);

/** Given as text, so that it runs the same from sources and from the build. Pictures are left out, links are not followed. */
const program = `
const { parentPort, workerData: { kind, library, bytes } } = require('node:worker_threads');
const readers = {
  docx: async (mammoth) => {
    const convertImage = mammoth.images.imgElement(async () => ({ src: '' }));
    const options = { convertImage, externalFileAccess: false };
    return (await mammoth.convertToHtml({ buffer: Buffer.from(bytes) }, options)).value;
  },
  pdf: async ({ extractText, getDocumentProxy }) => {
    const document = await getDocumentProxy(bytes, { isEvalSupported: false, verbosity: 0 });
    return (await extractText(document)).text.join('\\n\\n');
  },
};
readers[kind](require(library)).then(
  (text) => parentPort.postMessage({ text }),
  () => parentPort.postMessage({ failed: true }),
);
`;

/** The text of a PDF, or of a Word document as HTML. Never rejects. */
export function extractInThread(request: ExtractRequest): Promise<Extracted> {
  const { kind, bytes, timeoutMs, mostMegabytes, signal } = request;
  const { resolve } = createRequire(import.meta.url);
  const library = resolve(kind === 'docx' ? 'mammoth' : 'unpdf');
  const worker = new Worker(program, {
    eval: true,
    workerData: { kind, library, bytes },
    env: {},
    resourceLimits: { maxOldGenerationSizeMb: mostMegabytes },
    // A library's words about a person's file belong in no log.
    stdout: true,
    stderr: true,
  });
  return new Promise<Extracted>((settle) => {
    const finish = (extracted: Extracted): void => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', give);
      worker.removeAllListeners();
      worker.on('error', () => {});
      void worker.terminate();
      settle(extracted);
    };
    const give = (): void => finish({ kind: 'failed', reason: 'too_slow' });
    const timer = setTimeout(give, timeoutMs);
    signal?.addEventListener('abort', give);
    worker.once('message', (message: unknown) => {
      const answer = answerSchema.safeParse(message).data;
      const isText = answer !== undefined && 'text' in answer;
      finish(
        isText ? { kind: 'text', text: answer.text } : { kind: 'failed', reason: 'unreadable' },
      );
    });
    worker.once('error', (error: Error & { readonly code?: string }) => {
      const isMemory = error.code === 'ERR_WORKER_OUT_OF_MEMORY';
      finish({ kind: 'failed', reason: isMemory ? 'too_large' : 'unreadable' });
    });
    worker.once('exit', () => finish({ kind: 'failed', reason: 'unreadable' }));
  });
}
