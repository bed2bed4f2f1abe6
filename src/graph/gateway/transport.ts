import { Client, ResponseType } from '@microsoft/microsoft-graph-client';
import type { GraphRequest, GraphVersion } from './graph-request.js';
import {
  Call,
  carriedError,
  createHttpChain,
  type ChainOptions,
  type TokenRequest,
} from './http-chain.js';

type ClientCall = ReturnType<Client['api']>;

export interface HttpRequest {
  readonly method: GraphRequest['method'];
  readonly version: GraphVersion;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | undefined;
  readonly token: TokenRequest;
  /** Our own id of the request. */
  readonly clientRequestId: string;
  /** Aborted: what was not sent stays unsent, and a read that was is given up. */
  readonly signal?: AbortSignal;
  /** See `GraphRequest`. */
  readonly answersBytes?: true;
}

/** One HTTP exchange, never repeated; rejects with what `getToken` or `fetch` threw. */
export type Transport = (request: HttpRequest) => Promise<Response>;

export function createTransport(options: ChainOptions): Transport {
  const client = Client.initWithMiddleware({
    baseUrl: options.origin,
    middleware: createHttpChain(options),
  });
  return async (request) => {
    const call = client
      .api(request.path)
      .version(request.version)
      .headers({ ...request.headers })
      .responseType(ResponseType.RAW)
      .middlewareOptions([toCall(request, options.origin)]);
    try {
      return (await execute(call, request)) as Response;
    } catch (error) {
      throw carriedError(error);
    }
  };
}

/** A large file takes longer than any answer in JSON. */
const bytesTimeoutMs = 300_000;

function toCall(request: HttpRequest, origin: string): Call {
  const { version, path, token, clientRequestId, answersBytes, signal } = request;
  return new Call(`${origin}/${version}${path}`, token, clientRequestId, {
    ...(answersBytes === true && { timeoutMs: bytesTimeoutMs }),
    ...(signal !== undefined && { signal }),
  });
}

function execute(call: ClientCall, { method, body }: HttpRequest): Promise<unknown> {
  const verbs: Record<HttpRequest['method'], () => Promise<unknown>> = {
    GET: () => call.get(),
    POST: () => call.post(body),
    PATCH: () => call.patch(body),
    PUT: () => call.put(body),
    DELETE: () => call.delete(),
  };
  return verbs[method]();
}
