import { isUtf8 } from 'node:buffer';
import type { IncomingMessage } from 'node:http';
import { ProblemError } from '../domain/problem.js';

/** 1 MiB: the longest body that is read, unless a route has another limit. */
const usualLimitBytes = 1_048_576;

const jsonMediaType = /^application\/(?:[\w.+-]+\+)?json\s*(?:;|$)/i;

/**
 * The request's JSON, strictly: media type, UTF-8, size. Rejects with ProblemError 400, 413 or 415.
 * Written here because the general body parser costs a third of the whole route (bench/front-end.ts).
 */
export async function readJsonBody(
  request: IncomingMessage,
  limitBytes = usualLimitBytes,
): Promise<unknown> {
  return parseJson(await readBody(request, limitBytes));
}

/** The raw body of a request that must be JSON by its headers. */
export function readBody(request: IncomingMessage, limitBytes = usualLimitBytes): Promise<Buffer> {
  const { headers } = request;
  if (!jsonMediaType.test(headers['content-type'] ?? '')) {
    return Promise.reject(
      new ProblemError(
        'unsupported_media_type',
        'Send the body with Content-Type: application/json',
      ),
    );
  }
  const encoding = headers['content-encoding'];
  if (encoding !== undefined && encoding.toLowerCase() !== 'identity') {
    return Promise.reject(
      new ProblemError('unsupported_media_type', 'Send the body without Content-Encoding'),
    );
  }
  if (Number(headers['content-length']) > limitBytes) return Promise.reject(tooLarge(limitBytes));
  return new Promise((resolve, reject) => {
    let chunks: Buffer[] = [];
    let size = 0;
    request.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size > limitBytes) {
        chunks = [];
        reject(tooLarge(limitBytes));
      } else {
        chunks.push(chunk);
      }
    });
    request.on('end', () => {
      const [only] = chunks;
      resolve(chunks.length === 1 && only !== undefined ? only : Buffer.concat(chunks, size));
    });
    request.on('error', () => reject(new ProblemError('invalid_json', 'The body broke off')));
  });
}

/** Throws ProblemError `invalid_json` for anything but one JSON value in UTF-8, not nested beyond reason. */
export function parseJson(body: Buffer): unknown {
  if (body.length === 0) throw new ProblemError('invalid_json', 'The body is empty');
  if (!isUtf8(body)) throw new ProblemError('invalid_json', 'The body is not UTF-8');
  const value = parseText(body.toString('utf8'));
  if (body.length > shallowBytes && isTooDeep(value)) {
    throw new ProblemError('invalid_json', `Nested deeper than ${deepestNesting} levels`);
  }
  return value;
}

/** What writes the value again is recursive and would run out of stack; a short body cannot be that deep. */
const deepestNesting = 100;
const shallowBytes = 4_096;

function parseText(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new ProblemError('invalid_json', reasonOf(error));
  }
}

function isTooDeep(value: unknown): boolean {
  let level: unknown[] = [value];
  for (let depth = 0; depth <= deepestNesting; depth += 1) {
    level = level.flatMap((item) =>
      typeof item === 'object' && item !== null ? Object.values(item) : [],
    );
    if (level.length === 0) return false;
  }
  return true;
}

/** Whether there is a body at all: a DELETE may or may not have one. */
export function hasBody({ headers }: IncomingMessage): boolean {
  return headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0;
}

function tooLarge(limitBytes: number): ProblemError {
  return new ProblemError('body_too_large', `The body may have ${limitBytes} bytes`);
}

/** V8 quotes the text around the mistake; a quotation of somebody's secrets belongs in no error, so only the place. */
function reasonOf(error: unknown): string {
  const place =
    error instanceof Error
      ? /at position \d+(?: \(line \d+ column \d+\))?/.exec(error.message)
      : null;
  return place === null ? 'The body breaks off or is not JSON' : `Not JSON ${place[0]}`;
}
