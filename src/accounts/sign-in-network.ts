import type { INetworkModule, NetworkRequestOptions, NetworkResponse } from '@azure/msal-node';
import { parseRetryAfter } from '../domain/retry-after.js';

/** What MSAL's own errors do not say, or say differently each time. */
export type NetworkTrouble =
  | {
      readonly kind: 'silent';
      readonly failure: 'timeout' | 'unreachable' | 'unexpected';
      readonly code: string | null;
    }
  | { readonly kind: 'busy'; readonly status: number; readonly retryAfterMs: number | null };

export interface SignInNetwork extends INetworkModule {
  /** Of the last request; undefined when it was answered properly, be it with a refusal. */
  trouble(): NetworkTrouble | undefined;
}

/** The network of one sign-in: MSAL's own knows no time limit for POST. */
export function createSignInNetwork(options: {
  readonly fetch: typeof fetch;
  readonly timeoutMs: number;
}): SignInNetwork {
  let trouble: NetworkTrouble | undefined;

  const exchange = async <Body>(
    url: string,
    method: string,
    { headers, body }: NetworkRequestOptions = {},
  ): Promise<NetworkResponse<Body>> => {
    trouble = undefined;
    try {
      const response = await options.fetch(url, {
        method,
        redirect: 'manual',
        signal: AbortSignal.timeout(options.timeoutMs),
        ...(headers !== undefined && { headers }),
        ...(body !== undefined && { body }),
      });
      if (response.status === 429 || response.status >= 500) trouble = busy(response);
      return {
        status: response.status,
        headers: Object.fromEntries(response.headers),
        body: (await response.json()) as Body,
      };
    } catch (error) {
      trouble ??= { kind: 'silent', ...failureOf(error) };
      throw error;
    }
  };

  return {
    sendGetRequestAsync: (url, request) => exchange(url, 'GET', request),
    sendPostRequestAsync: (url, request) => exchange(url, 'POST', request),
    trouble: () => trouble,
  };
}

function busy(response: Response): NetworkTrouble {
  const retryAfterMs = parseRetryAfter(response.headers.get('retry-after'), Date.now());
  return { kind: 'busy', status: response.status, retryAfterMs };
}

function failureOf(error: unknown): {
  failure: 'timeout' | 'unreachable' | 'unexpected';
  code: string | null;
} {
  if (error instanceof DOMException && error.name === 'TimeoutError') {
    return { failure: 'timeout', code: null };
  }
  if (error instanceof SyntaxError) return { failure: 'unexpected', code: null };
  const cause: unknown = error instanceof Error ? error.cause : undefined;
  const hasCode = cause instanceof Error && 'code' in cause && typeof cause.code === 'string';
  return { failure: 'unreachable', code: hasCode ? String(cause.code) : null };
}
