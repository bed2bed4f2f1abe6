import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import type { Caller } from '../entra/caller.js';
import { mailboxOfPath } from '../outlook/mailbox-gate.js';
import { readBatch, runBatch, toBatchResponse, type BatchItem } from './batch.js';
import { toErrorAnswer, type RequestIds } from './error-answer.js';
import type { GraphAnswer, HttpCall } from './exchange.js';
import { GraphFailure } from './graph-failure.js';
import type { GraphServiceOptions } from './graph-service-options.js';
import { readSegments, runOperation, toFailure, type OperationOutcome } from './operation.js';
import { createTurns } from './turns.js';
import { callerIds, elapsedMs } from './request-log.js';

/** How many requests of a batch Outlook is given at once for a mailbox; the others of the batch wait. */
const OUTLOOK_AT_A_TIME = 4;

/** A `$batch` as it came in: who sent it and under which ids. */
export interface BatchCall {
  readonly call: HttpCall;
  readonly body: unknown;
  readonly caller: Caller;
  readonly ids: RequestIds;
  /** ms of a clock that never jumps. */
  readonly arrivedAt: number;
}

/** JSON batching: up to 20 operations in one request, each with its own answer. */
export async function handleBatch(
  batch: BatchCall,
  options: GraphServiceOptions,
): Promise<GraphAnswer | 'broken'> {
  const { ids } = batch;
  const trouble = options.faults.meet({
    method: 'POST',
    path: '/$batch',
    query: '',
    planId: undefined,
    callerId: batch.caller.id,
    arrivedAt: batch.arrivedAt,
  });
  if (trouble.latencyMs > 0) await wait(trouble.latencyMs);
  if (trouble.ending?.kind === 'status') throw toFailure(trouble.ending, options.now());
  if (trouble.ending?.kind === 'close') return 'broken';
  if (batch.call.method !== 'POST') {
    throw new GraphFailure(405, 'Request_BadRequest', 'A batch is sent with POST.');
  }
  const items = readBatch(batch.body);
  const turns = createTurns(OUTLOOK_AT_A_TIME);
  const carryOut = () =>
    runBatch(
      items,
      (item) =>
        turns.run(mailboxOfPath(batch.caller, readSegments(item.url)), () =>
          runItem(item, batch, options),
        ),
      () =>
        toErrorAnswer(
          new GraphFailure(424, 'FailedDependency', 'A request that this one depends on failed.'),
          ids,
          options.now(),
        ),
    );
  if (trouble.ending?.kind === 'duplicate') await carryOut();
  const answers = await carryOut();
  if (trouble.ending?.kind === 'dropAnswer') return 'broken';
  const responses = items.map((item, index) => {
    const answer = answers[index] ?? { status: 500 };
    return toBatchResponse(item.id, answer, itemHeaders(answer));
  });
  if (options.settings().batchOrder === 'shuffled') shuffle(responses, options.random);
  return { status: 200, body: `{"responses":[${responses.join(',')}]}` };
}

async function runItem(
  item: BatchItem,
  batch: BatchCall,
  options: GraphServiceOptions,
): Promise<GraphAnswer> {
  const startedAt = performance.now();
  const at = options.now().toISOString();
  const ids: RequestIds = {
    requestId: randomUUID(),
    clientRequestId: item.headers.get('client-request-id') ?? randomUUID(),
  };
  const { answer, planId } = await runWithin(item, { ...batch, ids }, options);
  // Inside a batch a broken connection shows as a time-out of Graph's own request to Planner.
  const shown =
    answer === 'broken'
      ? toErrorAnswer(new GraphFailure(504, 'UnknownError', 'Gateway timeout.'), ids, options.now())
      : answer;
  options.requestLog.add({
    at,
    method: item.method,
    path: batch.call.version === 'v1.0' ? item.url : `/${batch.call.version}${item.url}`,
    status: shown.status,
    ms: elapsedMs(startedAt),
    ...(planId === undefined ? {} : { planId }),
    batchId: batch.ids.clientRequestId,
    clientRequestId: ids.clientRequestId,
    ...callerIds(batch.caller),
  });
  return shown;
}

/** Runs a part within the limits of its mailbox. */
async function runWithin(
  item: BatchItem,
  { caller, call, ids, arrivedAt }: BatchCall,
  options: GraphServiceOptions,
): Promise<OperationOutcome> {
  let leave: () => void;
  try {
    leave = options.mailboxes.enter(caller, readSegments(item.url));
  } catch (error) {
    if (!(error instanceof GraphFailure)) throw error;
    return { answer: toErrorAnswer(error, ids, options.now()), planId: undefined };
  }
  try {
    return await runOperation(
      {
        method: item.method,
        version: call.version,
        url: item.url,
        header: (name) => item.headers.get(name),
        body: item.body,
        caller,
        root: call.root,
        ids,
        arrivedAt,
      },
      options,
    );
  } finally {
    leave();
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

function shuffle(values: unknown[], random: () => number): void {
  for (let index = values.length - 1; index > 0; index -= 1) {
    const other = Math.floor(random() * (index + 1));
    [values[index], values[other]] = [values[other], values[index]];
  }
}
