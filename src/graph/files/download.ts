import { ProblemError } from '../../domain/problem.js';

/** What is fetched of a file, at most. */
export interface DownloadBounds {
  readonly mostBytes: number;
  readonly timeoutMs: number;
  /** Nobody waits any more. */
  readonly signal?: AbortSignal | undefined;
}

/**
 * The content at an address that Graph gave for it. It is asked for without a token: the address is on another host, which
 * must not get ours. ProblemError graph_unavailable; a file that is larger than allowed is given up.
 * https://learn.microsoft.com/graph/api/driveitem-get-content
 */
export async function download(
  url: string,
  { mostBytes, timeoutMs, signal }: DownloadBounds,
): Promise<Buffer> {
  const timeout = AbortSignal.timeout(timeoutMs);
  const stop = signal === undefined ? timeout : AbortSignal.any([timeout, signal]);
  try {
    const response = await fetch(url, { signal: stop, credentials: 'omit' });
    if (!response.ok || response.body === null) {
      await response.body?.cancel();
      throw unavailable(`answers ${response.status}`);
    }
    return await collect(response.body, mostBytes);
  } catch (error) {
    if (error instanceof ProblemError) throw error;
    // The address is as good as the file: it stands in no message.
    throw unavailable(timeout.aborted ? `took more than ${timeoutMs / 1_000} s` : 'broke off');
  }
}

async function collect(body: ReadableStream<Uint8Array>, mostBytes: number): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of body) {
    size += part.length;
    if (size > mostBytes) throw unavailable(`is larger than ${mostBytes} bytes`);
    parts.push(part);
  }
  return Buffer.concat(parts);
}

function unavailable(what: string): ProblemError {
  return new ProblemError('graph_unavailable', `The download of the file ${what}; open its link`);
}
