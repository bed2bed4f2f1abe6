import createClient, { type Client } from 'openapi-fetch';
import type { paths } from './schema.js';

export interface TandemClientOptions {
  /** Of the server, for instance `https://tandem.example.com`; in a page of its own, its origin. */
  readonly baseUrl: string;
  /** A key of the server, or a token; a function where it changes. Absent: the server asks nobody (AUTH_MODE=none). */
  readonly key?: string | (() => string | null | Promise<string | null>);
  readonly fetch?: (request: Request) => Promise<Response>;
}

/** Every route of the REST API with its types: `client.GET('/api/agent/tasks', {params: {query: {limit: 10}}})`. */
export type TandemClient = Client<paths>;

export function createTandemClient({ baseUrl, key, fetch }: TandemClientOptions): TandemClient {
  const client = createClient<paths>({
    baseUrl,
    // What lives where a stream does is asked for as JSON.
    headers: { Accept: 'application/json' },
    // Lists are parameters of one name.
    querySerializer: { array: { style: 'form', explode: true } },
    ...(fetch !== undefined && { fetch }),
  });
  if (key !== undefined) {
    client.use({
      async onRequest({ request }) {
        const secret = typeof key === 'string' ? key : await key();
        if (secret !== null) request.headers.set('Authorization', `Bearer ${secret}`);
        return request;
      },
    });
  }
  return client;
}
