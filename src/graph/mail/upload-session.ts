import { toOwnError } from '../gateway/graph-failure.js';

/** Takes the pieces of one file, in their order. */
export interface UploadSession {
  put(piece: Buffer, from: number, size: number): Promise<void>;
  /** The rest will not come. */
  cancel(): Promise<void>;
}

/** Pieces are multiples of 320 KiB and stay below 4 MB. https://learn.microsoft.com/graph/outlook-large-attachments */
export const pieceBytes = 10 * 320 * 1_024;

const timeoutMs = 60_000;
const mostTries = 3;

/**
 * A session at the address that Graph gave. The address holds its own secret: no Authorization goes with it, and it stands
 * in no error. A piece that was not answered is looked for before it is sent again. Failures are GraphErrors.
 */
export function openUploadSession(url: URL, httpFetch: typeof fetch = fetch): UploadSession {
  if (url.protocol !== 'https:') {
    throw toOwnError(
      'unexpected',
      'Microsoft Graph gave an address for the file that is not https',
    );
  }

  const ask = async (init: RequestInit): Promise<Response | null> => {
    try {
      const signal = AbortSignal.timeout(timeoutMs);
      return await httpFetch(url, { ...init, redirect: 'error', signal });
    } catch {
      // Its message may hold the address.
      return null;
    }
  };

  const nextByte = async (): Promise<number | null> => {
    const response = await ask({ method: 'GET' });
    if (response?.ok !== true) return null;
    return firstOf(await response.json().catch(() => null));
  };

  return {
    async put(piece, from, size) {
      const to = from + piece.length;
      for (let tries = 1; ; tries += 1) {
        const response = await ask({
          method: 'PUT',
          headers: {
            'Content-Type': 'application/octet-stream',
            'Content-Range': `bytes ${from}-${to - 1}/${size}`,
          },
          body: new Uint8Array(piece),
        });
        await response?.body?.cancel();
        if (response?.ok === true) return;
        const mayBeTakenAgain = response === null || response.status >= 500;
        if (!mayBeTakenAgain || tries >= mostTries) {
          const status = response === null ? '' : ` (${response.status})`;
          throw toOwnError(
            response?.status === 429 ? 'throttled' : 'unavailable',
            `Outlook did not take a piece of the file${status}`,
            'unknown',
          );
        }
        if ((await nextByte()) === to) return;
      }
    },
    async cancel() {
      const response = await ask({ method: 'DELETE' });
      await response?.body?.cancel();
    },
  };
}

/** Of `NextExpectedRanges`, as Outlook calls it here (Graph's own name has a small n): `["3276800"]` or `["3276800-"]`. */
function firstOf(body: unknown): number | null {
  if (typeof body !== 'object' || body === null) return null;
  const entry = Object.entries(body).find(([name]) => name.toLowerCase() === 'nextexpectedranges');
  const [range]: readonly unknown[] = Array.isArray(entry?.[1]) ? entry[1] : [];
  const first = typeof range === 'string' ? Number.parseInt(range, 10) : Number.NaN;
  return Number.isInteger(first) ? first : null;
}
