import type { IncomingMessage, ServerResponse } from 'node:http';
import {
  CLIENT_INFO_META_KEY,
  PROTOCOL_VERSION_META_KEY,
  SUPPORTED_PROTOCOL_VERSIONS,
  classifyInboundRequest,
  createMcpHandler,
  isJSONRPCRequest,
  type ServerEventBus,
} from '@modelcontextprotocol/server';
import type { Logger } from 'pino';
import type { Caller } from '../domain/access/caller.js';
import { ProblemError } from '../domain/problem.js';
import type { Profile } from '../domain/tools/profile.js';
import { failureHeaders, toProblem } from '../http/answer-failure.js';
import { requestIdOf, whenClosed } from '../http/exchange.js';
import { parseJson, readBody } from '../http/read-json-body.js';
import { createOpenStreams } from '../http/open-streams.js';
import type { OriginOf } from '../http/origin-of.js';
import type { RequestGuard } from '../http/request-guard.js';
import { createLegacyCalls } from './calls/legacy-calls.js';
import { createMcpServer, type McpRequest, type McpServerDeps } from './create-server.js';
import type { ElicitationBox } from './elicitation-box.js';
import { createLegacyAnswer } from './legacy-answer.js';
import { createLegacyElicitation, sessionOf } from './legacy-elicitation.js';
import { sendRpcError, sendWebResponse } from './send-rpc.js';
import { chooseProfile } from './profiles/choose-profile.js';
import { createModernHandlers } from './modern-handlers.js';
import { createReaders } from './profiles/readers.js';
import { SingleExchange } from './single-exchange.js';
import { toWebRequest } from './web-request.js';

export interface McpEndpointDeps extends McpServerDeps {
  readonly guard: RequestGuard;
  readonly originOf: OriginOf;
  /** What listeners of a caller hear. */
  readonly updatesFor: (caller: Caller) => ServerEventBus;
  readonly elicitations: ElicitationBox;
  /** Where a request names none. */
  readonly usualProfile: Profile;
  readonly logger: Logger;
}

export interface McpEndpoint {
  handle(request: IncomingMessage, response: ServerResponse): void;
  /** Ends open subscriptions with a proper last message. */
  close(): Promise<void>;
}

const maxSubscriptions = 1_000;
const keepAliveMs = 15_000;

/** `/mcp` and `/mcp/{profile}`: stateless, any replica, both protocol eras (2024-11-05 to 2025-11-25 and 2026-07-28) at every address. */
export function createMcpEndpoint(deps: McpEndpointDeps): McpEndpoint {
  const { guard, logger, originOf } = deps;
  const requests = new WeakMap<object, Pick<McpRequest, 'origin' | 'onWanting' | 'profile'>>();
  const readers = createReaders();
  const calls = createLegacyCalls();
  const listeners = createOpenStreams(maxSubscriptions);
  const elicitation = createLegacyElicitation(deps.elicitations);
  let isClosed = false;

  const handlers = createModernHandlers({
    updatesFor: deps.updatesFor,
    make: (bus) =>
      createMcpHandler(
        ({ authInfo, requestInfo }) => {
          const known = requests.get(authInfo?.extra ?? {});
          if (known === undefined) throw new Error('A request without its caller');
          const method = requestInfo?.headers.get('mcp-method') ?? '';
          return createMcpServer(deps, {
            era: 'modern',
            method,
            actor: authInfo?.clientId ?? 'agent',
            ...known,
          });
        },
        {
          legacy: 'reject', // the older era takes the shorter way below
          ...(bus !== undefined && { bus }),
          maxSubscriptions,
          keepAliveMs,
          onerror: (error) => logger.debug({ err: error }, 'MCP request refused'),
        },
      ),
  });

  return {
    handle(request, response) {
      serve(request, response).catch((error: unknown) => fail(request, response, error));
    },
    async close() {
      isClosed = true;
      await handlers.close();
    },
  };

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const known = await guard.authenticate(request);
    const profile = chooseProfile(request, deps.usualProfile);
    const caller = profile.isReadOnly ? readers.of(known) : known;
    const origin = originOf(caller, request, response);
    // Whoever listens or waits hears nothing more when their key has ended meanwhile.
    whenClosed(
      response,
      guard.watch(request, caller, () => response.destroy()),
    );
    if (request.method !== 'POST') {
      sendRpcError(response, { status: 405, code: -32_000, message: 'Method not allowed: POST' }, [
        'Allow',
        'POST',
      ]);
      return;
    }
    const body = parseJson(await readBody(request));
    if (Array.isArray(body)) {
      const message = 'Batches are not accepted: send one message a request';
      sendRpcError(response, { status: 400, code: -32_600, message });
      return;
    }
    if (isLegacy(request, body)) {
      await serveLegacy(request, response, {
        body,
        actor: caller.actor ?? 'agent',
        origin,
        profile,
      });
      return;
    }
    const actor = caller.actor ?? clientName(body) ?? 'agent';
    let handler = handlers.answering;
    if (isListen(body)) {
      await deps.resources.enter(origin);
      if (isClosed) throw new ProblemError('too_many_requests', 'The server stops; come again');
      whenClosed(response, listeners.open(caller));
      handler = handlers.listening(caller, response);
    }
    const extra = {};
    const wanting = new Wanting();
    requests.set(extra, { origin, profile, onWanting: wanting.note });
    const answer = await handler.fetch(toWebRequest(request, response), {
      parsedBody: body,
      authInfo: { token: '', clientId: actor, scopes: [], extra },
    });
    wanting.refuse();
    await sendWebResponse(response, answer);
  }

  async function serveLegacy(
    request: IncomingMessage,
    response: ServerResponse,
    {
      body,
      ...asked
    }: { readonly body: unknown } & Pick<McpRequest, 'actor' | 'origin' | 'profile'>,
  ): Promise<void> {
    const version = request.headers['mcp-protocol-version'];
    if (version !== undefined && !SUPPORTED_PROTOCOL_VERSIONS.includes(String(version))) {
      const message = `Unsupported protocol version; supported: ${SUPPORTED_PROTOCOL_VERSIONS.join(', ')}`;
      sendRpcError(response, { status: 400, code: -32_000, message });
      return;
    }
    if (!isJSONRPCRequest(body)) {
      calls.take(sessionOf(request), asked.origin.caller.owner, body);
      await elicitation.takeAnswer(body);
      response.writeHead(202).end(); // a notification or a response: nobody waits for an answer
      return;
    }
    const wanting = new Wanting();
    const legacy = createLegacyAnswer(request, response, elicitation.sessionHeader(body));
    const shows = elicitation.shows(request, legacy);
    const server = createMcpServer(deps, {
      era: 'legacy',
      method: body.method,
      ...asked,
      onWanting: wanting.note,
      ...(shows !== null && { shows }),
    });
    const transport = new SingleExchange((message) => legacy.tell(message));
    const { owner } = asked.origin.caller;
    whenClosed(
      response,
      calls.open({ session: sessionOf(request), owner, id: body.id }, () => {
        void server.close();
        // Who has taken a call back waits for no answer to it.
        if (!response.headersSent) response.writeHead(202);
        response.end();
      }),
    );
    await server.connect(transport);
    whenClosed(response, () => {
      if (!response.writableFinished) void server.close();
    });
    const answer = await transport.exchange(body);
    if (!response.headersSent) wanting.refuse();
    if (answer !== null) legacy.end(answer);
  }

  function fail(request: IncomingMessage, response: ServerResponse, error: unknown): void {
    const problem = toProblem(error, requestIdOf(response), logger);
    if (response.headersSent) {
      response.destroy();
      return;
    }
    const code = problem.code === 'invalid_json' ? -32_700 : -32_000;
    const message = problem.detail ?? problem.title;
    sendRpcError(
      response,
      { status: problem.status, code, message, data: problem },
      problem.status === 413 ? ['Connection', 'close'] : failureHeaders(error, problem, request),
    );
  }
}

/**
 * A refusal that the client can put right with another token. It is known only when the SDK has the answer ready; where
 * that has begun to go out, as a stream with progress, the answer itself tells of it.
 */
class Wanting {
  #error: ProblemError | null = null;

  readonly note = (error: ProblemError): void => {
    this.#error = error;
  };

  refuse(): void {
    if (this.#error !== null) throw this.#error;
  }
}

/** The SDK's own decision between the eras, without its cost where the request says it plainly. */
function isLegacy({ headers }: IncomingMessage, body: unknown): boolean {
  if (metaOf(body)?.[PROTOCOL_VERSION_META_KEY] !== undefined) return false;
  const { kind } = classifyInboundRequest({
    httpMethod: 'POST',
    body,
    ...header('protocolVersionHeader', headers['mcp-protocol-version']),
    ...header('mcpMethodHeader', headers['mcp-method']),
    ...header('mcpNameHeader', headers['mcp-name']),
  });
  return kind === 'legacy';
}

function header(name: string, value: string | string[] | undefined): Record<string, string> {
  return value === undefined ? {} : { [name]: String(value) };
}

function isListen(body: unknown): boolean {
  return isRecord(body) && body['method'] === 'subscriptions/listen';
}

/** New era: every request names its client. */
function clientName(body: unknown): string | null {
  const info = metaOf(body)?.[CLIENT_INFO_META_KEY];
  const name = isRecord(info) ? info['name'] : undefined;
  return typeof name === 'string' && name.trim() !== '' ? name.trim().slice(0, 64) : null;
}

function metaOf(body: unknown): Record<string, unknown> | null {
  const params = isRecord(body) ? body['params'] : undefined;
  const meta = isRecord(params) ? params['_meta'] : undefined;
  return isRecord(meta) ? meta : null;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
