import { describeNetworkFailure } from './network-failure.js';

/** What one request told of a server. */
export type HttpProbe =
  | {
      readonly kind: 'answered';
      readonly status: number;
      readonly header: (name: string) => string | null;
      /** Cut where it is long. */
      readonly text: string;
      /** ms since 1970, by this machine's clock. */
      readonly sentAt: number;
      readonly answeredAt: number;
    }
  | { readonly kind: 'silent'; readonly reason: string };

const longestText = 100_000;

/** One GET without credentials; follows no redirect. Never rejects. */
export async function probeHttp(
  url: string,
  options: { readonly fetch: typeof fetch; readonly timeoutMs: number; readonly now: () => number },
): Promise<HttpProbe> {
  const sentAt = options.now();
  try {
    const response = await options.fetch(url, {
      redirect: 'manual',
      headers: { Accept: 'application/json' },
      signal: AbortSignal.timeout(options.timeoutMs),
    });
    const answeredAt = options.now();
    const text = (await response.text()).slice(0, longestText);
    return {
      kind: 'answered',
      status: response.status,
      header: (name) => response.headers.get(name),
      text,
      sentAt,
      answeredAt,
    };
  } catch (error) {
    return { kind: 'silent', reason: describeNetworkFailure(error) };
  }
}
