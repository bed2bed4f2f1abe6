import { UnauthorizedError } from '@modelcontextprotocol/sdk/client/auth.js';
import {
  StreamableHTTPClientTransport,
  StreamableHTTPError,
} from '@modelcontextprotocol/sdk/client/streamableHttp.js';
import type { FetchLike, Transport } from '@modelcontextprotocol/sdk/shared/transport.js';
import type { JSONRPCMessage, RequestId } from '@modelcontextprotocol/sdk/types.js';
import type { BrowserLogin } from './browser-login.js';
import { isRecord, modernHeaders } from './modern-headers.js';
import { watchBody } from './watch-body.js';

export interface BridgeDeps {
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
  /** The host, through standard input and output. */
  readonly host: Transport;
  /** Null: a key is sent, or the server asks nobody. */
  readonly login: BrowserLogin | null;
  /** For people. */
  readonly tell: (text: string) => void;
  readonly fetch?: typeof fetch;
}

/**
 * Hands messages on between a host and a server, whatever they are: tools, resources, progress and questions of any
 * version of the protocol. Every request of the host is answered, also when the server cannot be reached or its answer
 * breaks off. Resolves when the host has gone.
 */
export async function runBridge(deps: BridgeDeps): Promise<void> {
  const { url, host, login, tell } = deps;
  const httpFetch = deps.fetch ?? fetch;
  const pending = new Map<RequestId, AbortController>();
  let loggingIn: Promise<void> | null = null;

  const answerFailure = async (id: RequestId, text: string): Promise<void> => {
    if (!pending.delete(id)) return;
    await host.send({ jsonrpc: '2.0', id, error: { code: -32_000, message: text } });
  };

  const fetchFor: FetchLike = async (address, init) => {
    const message = bodyOf(init?.body);
    const id = requestId(message);
    const controller = id === null ? undefined : pending.get(id);
    if (id !== null && controller === undefined) throw new Error('The request was cancelled');
    const signals = [init?.signal, controller?.signal].filter((signal) => signal != null);
    const headers = new Headers(init?.headers);
    for (const [name, value] of Object.entries(modernHeaders(message))) headers.set(name, value);
    const response = await httpFetch(address, {
      ...init,
      headers,
      ...(signals.length > 0 && { signal: AbortSignal.any(signals) }),
    });
    if (id === null || !isEventStream(response)) return response;
    return watchBody(response, () => {
      // What the stream held is handed on in later turns.
      setTimeout(
        () =>
          void answerFailure(
            id,
            'The connection to Tandem broke off before the answer; make the call again',
          ),
        100,
      );
    });
  };

  const server = new StreamableHTTPClientTransport(url, {
    fetch: fetchFor,
    requestInit: { headers: deps.headers },
    ...(login !== null && { authProvider: login }),
  });

  const logIn = (begun: BrowserLogin): Promise<void> => {
    loggingIn ??= begun
      .code()
      .then((code) => server.finishAuth(code))
      .then(() => tell('Signed in.'))
      .finally(() => {
        loggingIn = null;
      });
    return loggingIn;
  };

  const send = async (message: JSONRPCMessage): Promise<void> => {
    // One login at a time, and nobody begins another meanwhile.
    if (loggingIn !== null) await loggingIn;
    try {
      await server.send(message);
    } catch (error) {
      if (!(error instanceof UnauthorizedError) || login === null) throw error;
      await logIn(login);
      await server.send(message);
    }
  };

  server.onmessage = (message) => {
    if ('id' in message && message.id !== undefined && !('method' in message)) {
      if (!pending.delete(message.id)) return;
      const version = protocolVersionIn(message);
      if (version !== null) server.setProtocolVersion(version);
    }
    void host.send(message);
  };
  // Failures of requests are answered where they are sent.
  server.onerror = () => undefined;

  host.onmessage = (message) => {
    const id = requestId(message);
    if (id !== null) pending.set(id, new AbortController());
    const cancelled = cancelledId(message);
    if (cancelled !== null) {
      // Closing the connection is what reaches a server without sessions.
      const controller = pending.get(cancelled);
      pending.delete(cancelled);
      controller?.abort();
    }
    send(message).catch(async (error: unknown) => {
      if (id !== null) await answerFailure(id, wordsFor(error, url));
    });
  };

  const gone = new Promise<void>((resolve) => {
    host.onclose = resolve;
  });
  await server.start();
  await host.start();
  await gone;
  for (const controller of pending.values()) controller.abort();
  pending.clear();
  await server.close();
}

function bodyOf(body: unknown): unknown {
  try {
    return typeof body === 'string' ? JSON.parse(body) : null;
  } catch {
    return null; // a form of the login
  }
}

function requestId(message: unknown): RequestId | null {
  if (!isRecord(message) || message['jsonrpc'] !== '2.0' || !('method' in message)) return null;
  const { id } = message;
  return typeof id === 'string' || typeof id === 'number' ? id : null;
}

function cancelledId(message: JSONRPCMessage): RequestId | null {
  if (!('method' in message) || message.method !== 'notifications/cancelled') return null;
  const id = message.params?.['requestId'];
  return typeof id === 'string' || typeof id === 'number' ? id : null;
}

/** Only the answer to `initialize` names one. */
function protocolVersionIn(message: JSONRPCMessage): string | null {
  if (!('result' in message) || !('serverInfo' in message.result)) return null;
  const { protocolVersion } = message.result;
  return typeof protocolVersion === 'string' ? protocolVersion : null;
}

function isEventStream({ headers }: Response): boolean {
  return headers.get('content-type')?.startsWith('text/event-stream') === true;
}

/** What the host's person can do about it; nothing of the request stands in it. */
function wordsFor(error: unknown, url: URL): string {
  if (error instanceof StreamableHTTPError) {
    switch (error.code) {
      case 401:
        return `${url.host} does not take the key; check TANDEM_API_KEY`;
      case 404:
        return `${url.host} has no MCP endpoint at ${url.pathname}; check --url and --profile`;
      case 429:
        return `${url.host} is asked too often; wait a moment`;
      default:
        return `${url.host} answered ${String(error.code)}: ${detailIn(error.message)}`;
    }
  }
  if (error instanceof Error && error.name === 'AbortError') return 'The request was cancelled';
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  const reason = cause instanceof Error ? cause.message : String(cause);
  return `${url.host} cannot be reached or asked (${reason}). Is Tandem running there?`;
}

/** The server's own words, where it answered JSON. */
function detailIn(message: string): string {
  const start = message.indexOf('{');
  const body = start === -1 ? null : bodyOf(message.slice(start));
  if (!isRecord(body)) return message.slice(0, 300);
  const error = isRecord(body['error']) ? body['error'] : body;
  const text = error['message'] ?? error['detail'] ?? error['title'];
  return typeof text === 'string' ? text.slice(0, 300) : 'no reason given';
}
