import { GraphFailure, kindOfFailure } from './graph-failure.js';

export interface GraphRequest {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  /** From the version's root, with a leading slash: `/planner/tasks/{id}`. */
  readonly path: string;
  readonly etag?: string;
  readonly body?: unknown;
}

export interface GraphClient {
  /** The answer's JSON, or undefined for an empty one. Every failure is a GraphFailure. */
  send<Answer>(request: GraphRequest): Promise<Answer>;
}

interface GraphClientOptions {
  /** The token of the person the visitor acts as. `isRefused` after a 401: get a new one. */
  readonly getToken: (isRefused: boolean) => Promise<string>;
  readonly fetch: typeof fetch;
}

interface ErrorBody {
  readonly error?: { readonly code?: string; readonly message?: string };
}

/** Graph on the page's own origin. Never retries, except once with a fresh token after a 401. */
export function createGraphClient({ getToken, fetch }: GraphClientOptions): GraphClient {
  async function attempt(request: GraphRequest, isRefused: boolean): Promise<Response> {
    const headers = new Headers({
      Authorization: `Bearer ${await getToken(isRefused)}`,
      'client-request-id': crypto.randomUUID(),
    });
    if (request.etag !== undefined) headers.set('If-Match', request.etag);
    if (request.method === 'PATCH') headers.set('Prefer', 'return=representation');
    if (request.body !== undefined) headers.set('Content-Type', 'application/json');
    try {
      return await fetch(`/v1.0${request.path}`, {
        method: request.method,
        headers,
        cache: 'no-store',
        ...(request.body === undefined ? {} : { body: JSON.stringify(request.body) }),
      });
    } catch (error) {
      throw new GraphFailure('unreachable', error instanceof Error ? error.message : 'No answer');
    }
  }

  return {
    async send<Answer>(request: GraphRequest): Promise<Answer> {
      let response = await attempt(request, false);
      if (response.status === 401) response = await attempt(request, true);
      const text = await response.text();
      if (!response.ok) throw toFailure(response.status, text);
      return (text === '' ? undefined : JSON.parse(text)) as Answer;
    },
  };
}

function toFailure(status: number, text: string): GraphFailure {
  let body: ErrorBody = {};
  try {
    body = JSON.parse(text) as ErrorBody;
  } catch {
    // A proxy's page instead of Graph's error object: the status alone has to do.
  }
  const message = body.error?.message ?? `Status ${status}`;
  return new GraphFailure(kindOfFailure(status, body.error?.code ?? ''), message, status);
}
