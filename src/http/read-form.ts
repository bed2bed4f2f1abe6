import type { IncomingMessage } from 'node:http';
import { ProblemError } from '../domain/problem.js';

/** Our forms are a few hundred bytes. */
const longestForm = 16_384;
const formType = /^application\/x-www-form-urlencoded\s*(?:;|$)/i;

/** What a page of ours was filled in with. Rejects with ProblemError 413 or 415. */
export async function readForm(request: IncomingMessage): Promise<URLSearchParams> {
  if (!formType.test(request.headers['content-type'] ?? '')) {
    throw new ProblemError('unsupported_media_type', 'Send the form as the page does');
  }
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > longestForm) {
      throw new ProblemError('body_too_large', `The form may have ${longestForm} bytes`);
    }
    chunks.push(chunk);
  }
  return new URLSearchParams(Buffer.concat(chunks).toString('utf8'));
}
