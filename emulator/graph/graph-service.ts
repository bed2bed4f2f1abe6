import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import type { Caller } from '../entra/caller.js';
import { authorize } from './authorize.js';
import { handleBatch } from './batch-service.js';
import { toErrorAnswer, type RequestIds } from './error-answer.js';
import type { GraphAnswer, HttpCall } from './exchange.js';
import { GraphFailure } from './graph-failure.js';
import type { GraphServiceOptions } from './graph-service-options.js';
import { readSegments, runOperation } from './operation.js';
import { readJson } from './request-body.js';
import { callerIds, elapsedMs } from './request-log.js';

/** An answer with its ids, or `broken`: the connection is to be closed without one. */
export type HttpOutcome =
  | { readonly kind: 'answer'; readonly answer: GraphAnswer; readonly ids: RequestIds }
  | { readonly kind: 'broken' };

export interface GraphService {
  handle(call: HttpCall): Promise<HttpOutcome>;
}

/** Graph's front: tokens, JSON, `$batch`, faults, latency and the log around the operations. */
export function createGraphService(options: GraphServiceOptions): GraphService {
  const { requestLog, now } = options;

  const answerTo = async (
    call: HttpCall,
    { ids, arrivedAt }: { readonly ids: RequestIds; readonly arrivedAt: number },
    log: LogEntry,
  ): Promise<GraphAnswer | 'broken'> => {
    try {
      const caller = await authorize(call.header('authorization'), options.verify);
      log.caller = caller;
      const body = readJson(call);
      if (call.url.split('?')[0] === '/$batch')
        return await handleBatch({ call, body, caller, ids, arrivedAt }, options);
      log.leave = options.mailboxes.enter(caller, readSegments(call.url));
      const outcome = await runOperation(
        {
          method: call.method,
          version: call.version,
          url: call.url,
          header: (name) => call.header(name),
          body,
          caller,
          root: call.root,
          ids,
          arrivedAt,
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

  /** The mailbox of a request is busy until its answer leaves. */
  const finish = async (
    call: HttpCall,
    at: { readonly ids: RequestIds; readonly arrivedAt: number },
    log: LogEntry,
  ): Promise<GraphAnswer | 'broken'> => {
    try {
      const answer = await answerTo(call, at, log);
      options.commit();
      const { latencyMs } = options.settings();
      if (latencyMs > 0) await wait(latencyMs / 2);
      return answer;
    } finally {
      log.leave();
    }
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
      const log: LogEntry = { caller: undefined, planId: undefined, leave: () => {} };
      const answer = await finish(call, { ids, arrivedAt: startedAt }, log);
      requestLog.add({
        at,
        method: call.method,
        path: call.version === 'v1.0' ? call.url : `/${call.version}${call.url}`,
        status: answer === 'broken' ? 0 : answer.status,
        ms: elapsedMs(startedAt),
        ...(log.planId === undefined ? {} : { planId: log.planId }),
        clientRequestId: ids.clientRequestId,
        ...callerIds(log.caller),
      });
      return answer === 'broken' ? { kind: 'broken' } : { kind: 'answer', answer, ids };
    },
  };
}

interface LogEntry {
  /** Ends the request for the limits of its mailbox. */
  leave: () => void;
  caller: Caller | undefined;
  planId: string | undefined;
}
