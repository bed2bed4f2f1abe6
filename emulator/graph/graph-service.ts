import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { InvalidToken } from '../entra/access-tokens.js';
import type { Caller } from '../entra/caller.js';
import type { EmulatorSettings } from '../settings.js';
import { readBatch, runBatch, toBatchResponse, type BatchItem } from './batch.js';
import { toErrorAnswer, type RequestIds } from './error-answer.js';
import type { GraphAnswer } from './exchange.js';
import { GraphFailure } from './graph-failure.js';
import { runOperation, toFailure, type OperationRules } from './operation.js';
import type { RequestLog } from './request-log.js';

export interface HttpCall {
  readonly method: string;
  /** Below the version, with query. */
  readonly url: string;
  header(name: string): string | undefined;
  readonly text: string;
  /** Origin and version that the client used. */
  readonly root: string;
}

/** An answer with its ids, or `broken`: the connection is to be closed without one. */
export type HttpOutcome =
  | { readonly kind: 'answer'; readonly answer: GraphAnswer; readonly ids: RequestIds }
  | { readonly kind: 'broken' };

export interface GraphServiceOptions extends OperationRules {
  readonly requestLog: RequestLog;
  readonly random: () => number;
  settings(): EmulatorSettings;
  verify(token: string): Promise<Caller>;
  /** Makes what the request changed durable, before it is answered. */
  commit(): void;
}

export interface GraphService {
  handle(call: HttpCall): Promise<HttpOutcome>;
}

/** Graph's front: tokens, JSON, `$batch`, faults, latency and the log around the operations. */
export function createGraphService(options: GraphServiceOptions): GraphService {
  const { requestLog, now } = options;

  const answerTo = async (
    call: HttpCall,
    ids: RequestIds,
    log: LogEntry,
  ): Promise<GraphAnswer | 'broken'> => {
    try {
      const caller = await authorize(call, options);
      log.caller = caller;
      const body = readJson(call);
      if (call.url.split('?')[0] === '/$batch') return await batch(call, body, caller, ids);
      const outcome = await runOperation(
        {
          method: call.method,
          url: call.url,
          header: (name) => call.header(name),
          body,
          caller,
          root: call.root,
          ids,
        },
        options,
      );
      log.planId = outcome.planId;
      return outcome.answer;
    } catch (error) {
      if (error instanceof GraphFailure) return toErrorAnswer(error, ids, now());
      throw error;
    }
  };

  const batch = async (
    call: HttpCall,
    body: unknown,
    caller: Caller,
    ids: RequestIds,
  ): Promise<GraphAnswer | 'broken'> => {
    const trouble = options.faults.meet({ method: 'POST', path: '/$batch', planId: undefined });
    if (trouble.latencyMs > 0) await wait(trouble.latencyMs);
    if (trouble.ending?.kind === 'status') throw toFailure(trouble.ending);
    if (trouble.ending?.kind === 'close') return 'broken';
    if (call.method !== 'POST') {
      throw new GraphFailure(405, 'Request_BadRequest', 'A batch is sent with POST.');
    }
    const items = readBatch(body);
    const answers = await runBatch(
      items,
      (item) => runItem(item, { call, caller, batchId: ids.clientRequestId }),
      () =>
        toErrorAnswer(
          new GraphFailure(424, 'FailedDependency', 'A request that this one depends on failed.'),
          ids,
          now(),
        ),
    );
    if (trouble.ending?.kind === 'dropAnswer') return 'broken';
    const responses = items.map((item, index) => {
      const answer = answers[index] ?? { status: 500 };
      return toBatchResponse(item.id, answer, itemHeaders(answer));
    });
    if (options.settings().batchOrder === 'shuffled') shuffle(responses, options.random);
    return { status: 200, body: `{"responses":[${responses.join(',')}]}` };
  };

  const runItem = async (
    item: BatchItem,
    around: { readonly call: HttpCall; readonly caller: Caller; readonly batchId: string },
  ): Promise<GraphAnswer> => {
    const startedAt = performance.now();
    const at = now().toISOString();
    const ids: RequestIds = {
      requestId: randomUUID(),
      clientRequestId: item.headers.get('client-request-id') ?? randomUUID(),
    };
    const { answer, planId } = await runOperation(
      {
        method: item.method,
        url: item.url,
        header: (name) => item.headers.get(name),
        body: item.body,
        caller: around.caller,
        root: around.call.root,
        ids,
      },
      options,
    );
    // Inside a batch a broken connection shows as a time-out of Graph's own request to Planner.
    const shown =
      answer === 'broken'
        ? toErrorAnswer(new GraphFailure(504, 'UnknownError', 'Gateway timeout.'), ids, now())
        : answer;
    requestLog.add({
      at,
      method: item.method,
      path: item.url,
      status: shown.status,
      ms: elapsed(startedAt),
      ...(planId === undefined ? {} : { planId }),
      batchId: around.batchId,
      clientRequestId: ids.clientRequestId,
      ...callerIds(around.caller),
    });
    return shown;
  };

  return {
    async handle(call) {
      const startedAt = performance.now();
      const at = now().toISOString();
      const ids: RequestIds = {
        requestId: randomUUID(),
        clientRequestId: call.header('client-request-id') ?? randomUUID(),
      };
      const { latencyMs } = options.settings();
      if (latencyMs > 0) await wait(latencyMs / 2);
      const log: LogEntry = { caller: undefined, planId: undefined };
      const answer = await answerTo(call, ids, log);
      options.commit();
      if (latencyMs > 0) await wait(latencyMs / 2);
      requestLog.add({
        at,
        method: call.method,
        path: call.url,
        status: answer === 'broken' ? 0 : answer.status,
        ms: elapsed(startedAt),
        ...(log.planId === undefined ? {} : { planId: log.planId }),
        clientRequestId: ids.clientRequestId,
        ...callerIds(log.caller),
      });
      return answer === 'broken' ? { kind: 'broken' } : { kind: 'answer', answer, ids };
    },
  };
}

interface LogEntry {
  caller: Caller | undefined;
  planId: string | undefined;
}

async function authorize(call: HttpCall, options: GraphServiceOptions): Promise<Caller> {
  const [scheme, token] = (call.header('authorization') ?? '').split(' ');
  if (scheme?.toLowerCase() !== 'bearer' || token === undefined || token === '') {
    throw unauthenticated('Access token is empty.');
  }
  try {
    return await options.verify(token);
  } catch (error) {
    if (error instanceof InvalidToken) throw unauthenticated(error.message);
    throw error;
  }
}

function unauthenticated(message: string): GraphFailure {
  return new GraphFailure(401, 'InvalidAuthenticationToken', message, {
    'WWW-Authenticate':
      'Bearer realm="", authorization_uri="https://login.microsoftonline.com/common/oauth2/authorize", client_id="00000003-0000-0000-c000-000000000000"',
  });
}

function readJson(call: HttpCall): unknown {
  const takesBody = call.method === 'POST' || call.method === 'PATCH' || call.method === 'PUT';
  if (!takesBody) return undefined;
  if (!/^application\/json\b/i.test(call.header('content-type') ?? '')) {
    throw new GraphFailure(
      400,
      'BadRequest',
      'Entity only allows writes with a JSON Content-Type header.',
    );
  }
  try {
    return JSON.parse(call.text) as unknown;
  } catch {
    throw new GraphFailure(
      400,
      'BadRequest',
      'Unable to read JSON request payload. Please ensure Content-Type header is set and payload is of valid JSON format.',
    );
  }
}

function itemHeaders(answer: GraphAnswer): Record<string, string> {
  return {
    ...(answer.body === undefined
      ? {}
      : { 'Cache-Control': 'private', 'Content-Type': 'application/json' }),
    ...answer.headers,
  };
}

function callerIds(caller: Caller | undefined): { appId?: string; userId?: string } {
  if (caller === undefined) return {};
  return caller.kind === 'app' ? { appId: caller.id } : { userId: caller.id };
}

function elapsed(startedAt: number): number {
  return Math.round((performance.now() - startedAt) * 10) / 10;
}

function shuffle(values: unknown[], random: () => number): void {
  for (let index = values.length - 1; index > 0; index -= 1) {
    const other = Math.floor(random() * (index + 1));
    [values[index], values[other]] = [values[other], values[index]];
  }
}
