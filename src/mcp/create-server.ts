import { randomUUID } from 'node:crypto';
import {
  type CallToolRequest,
  type CallToolResult,
  type InputRequiredResult,
  ProtocolError,
  ProtocolErrorCode,
  Server,
  type ServerContext,
} from '@modelcontextprotocol/server';
import type { Logger } from 'pino';
import { ProblemError } from '../domain/problem.js';
import type { CallOrigin } from '../operations/access/gate.js';
import { wantsBetterToken } from './better-token.js';
import type { Elicit, ElicitAnswer } from '../operations/operation-call.js';
import type { Resources } from './resources.js';
import { elicitationOf, toModernResult } from './elicitation.js';
import { startTicking, type TickingProgress } from './calls/ticking-progress.js';
import type { Completions } from './completions/completions.js';
import type { Prompts } from './prompts/prompts.js';
import { instructionsFor } from './instructions.js';
import type { Profile } from '../domain/tools/profile.js';
import { isElicits, type ToolCaller, type Tools } from './tools.js';

export interface McpServerDeps {
  readonly tools: Tools;
  readonly resources: Resources;
  readonly prompts: Prompts;
  readonly completions: Completions;
  readonly version: string;
  readonly logger: Logger;
}

/** The one request that a server is made for. */
export interface McpRequest {
  readonly era: 'legacy' | 'modern';
  readonly method: string;
  readonly actor: string;
  readonly origin: CallOrigin;
  readonly profile: Profile;
  /** Hears of a refusal that is the client's to put right, with another token. */
  readonly onWanting: (error: ProblemError) => void;
  /** Older era: has the client show the person something, and answers what they said. Absent: it cannot. */
  readonly shows?: LegacyShows;
}

/** What a client of the older era can show. */
export interface LegacyShows extends Pick<ToolCaller, 'canElicit' | 'canElicitForm'> {
  show(request: Elicit, signal: AbortSignal | undefined): Promise<ElicitAnswer>;
}

/** Without keys lists are the same for everybody and change only with a new version of the server. */
const listHint = { ttlMs: 300_000, cacheScope: 'public' } as const;
/** A key is shown only what it may use. */
const ownListHint = { ttlMs: 60_000, cacheScope: 'private' } as const;
const liveHint = { ttlMs: 0, cacheScope: 'private' } as const;
const cacheHints = {
  'tools/list': listHint,
  'prompts/list': listHint,
  'resources/list': liveHint,
  'resources/templates/list': listHint,
  'resources/read': liveHint,
  'server/discover': listHint,
} as const;

const ownCacheHints = {
  ...cacheHints,
  'tools/list': ownListHint,
  'prompts/list': ownListHint,
  'resources/templates/list': ownListHint,
} as const;

/**
 * A server for exactly one request, as the SDK asks for. Made from the low-level class with only the handler that the
 * request needs: the registry's schemas are converted once per process instead of once per request, which is half the
 * cost of a call (facts: bench/front-end.ts measures it).
 */
export function createMcpServer(deps: McpServerDeps, request: McpRequest): Server {
  const { tools, resources, prompts, completions, version, logger } = deps;
  const isModern = request.era === 'modern';
  const server = new Server(
    { name: 'tandem', title: 'Tandem', version },
    {
      // Update notifications exist in the new era only (subscriptions/listen).
      capabilities: {
        tools: {},
        prompts: {},
        completions: {},
        resources: isModern ? { subscribe: true } : {},
      },
      instructions: instructionsFor(request.profile),
      cacheHints: request.origin.caller.kind === 'anonymous' ? cacheHints : ownCacheHints,
    },
  );
  switch (request.method) {
    case 'tools/call':
      server.setRequestHandler('tools/call', async ({ params }, { mcpReq }) => {
        const ticking = tickingOf(mcpReq);
        const caller = {
          actor: request.actor,
          origin: request.origin,
          profile: request.profile,
          onWanting: request.onWanting,
          signal: () => mcpReq.signal,
          ...(ticking !== null && { progress: ticking.report }),
          ...(isModern && elicitationOf(mcpReq)),
          ...canShow(request.shows),
        };
        try {
          return await answerTool(tools, params, caller, request.shows);
        } finally {
          ticking?.stop();
        }
      });
      break;
    case 'tools/list':
      server.setRequestHandler('tools/list', () => ({
        tools: tools.list(request.origin.caller, request.profile),
      }));
      break;
    case 'resources/list':
      server.setRequestHandler('resources/list', () =>
        masked(resources.list(request.origin), request, logger),
      );
      break;
    case 'resources/templates/list':
      server.setRequestHandler('resources/templates/list', () =>
        resources.templatesFor(request.origin.caller),
      );
      break;
    case 'resources/read':
      server.setRequestHandler('resources/read', ({ params }) =>
        masked(resources.read(params.uri, request.origin), request, logger),
      );
      break;
    case 'prompts/list':
      server.setRequestHandler('prompts/list', () => ({
        prompts: [...prompts.list(request.origin.caller)],
      }));
      break;
    case 'prompts/get':
      server.setRequestHandler('prompts/get', ({ params }) =>
        prompts.get(params.name, params.arguments ?? {}, request.origin.caller),
      );
      break;
    case 'completion/complete':
      server.setRequestHandler('completion/complete', ({ params }) => {
        const { ref, argument, context } = params;
        const isResource = ref.type === 'ref/resource';
        const asked = { argument, given: context?.arguments ?? {}, isResource };
        return masked(completions.complete(asked, request.origin), request, logger);
      });
      break;
    default: // initialize, ping, discover and listen are the SDK's own
  }
  return server;
}

/** In the older era something is shown while the call waits; in the new one the call is answered with it and comes again. */
async function answerTool(
  tools: Tools,
  { name, arguments: args = {} }: CallToolRequest['params'],
  caller: ToolCaller,
  shows: LegacyShows | undefined,
): Promise<CallToolResult | InputRequiredResult> {
  const answer = await tools.call(name, args, caller);
  if (shows === undefined || !isElicits(answer)) return toModernResult(answer);
  const elicited = await shows.show(answer.elicit, caller.signal?.());
  return toModernResult(await tools.call(name, args, { ...caller, elicited }));
}

function canShow(shows: LegacyShows | undefined): Pick<ToolCaller, 'canElicit' | 'canElicitForm'> {
  return {
    ...(shows?.canElicit === true && { canElicit: true }),
    ...(shows?.canElicitForm === true && { canElicitForm: true }),
  };
}

/** For callers who asked for progress; that they have gone is noticed elsewhere. */
function tickingOf({ _meta: meta, notify }: ServerContext['mcpReq']): TickingProgress | null {
  const token = meta?.progressToken;
  if (token === undefined) return null;
  return startTicking((report) => {
    const params = { progressToken: token, ...report };
    notify({ method: 'notifications/progress', params }).catch(() => undefined);
  });
}

/** Lets protocol errors and our own problems through; anything else leaves only an id for the log. */
async function masked<T>(
  result: Promise<T>,
  { origin, onWanting }: McpRequest,
  logger: Logger,
): Promise<T> {
  try {
    return await result;
  } catch (error) {
    if (wantsBetterToken(error, origin.caller)) onWanting(error);
    if (error instanceof ProtocolError) throw error;
    if (error instanceof ProblemError) {
      throw new ProtocolError(ProtocolErrorCode.InternalError, error.message, error.toProblem());
    }
    const correlationId = randomUUID();
    logger.error({ err: error, correlationId }, 'Resource failed unexpectedly');
    throw new ProtocolError(
      ProtocolErrorCode.InternalError,
      `An unexpected failure. The server's log has it under ${correlationId}`,
    );
  }
}
