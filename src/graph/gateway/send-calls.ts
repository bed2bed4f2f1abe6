import { randomUUID } from 'node:crypto';
import type { Logger } from 'pino';
import { GraphError } from '../../domain/graph-error.js';
import { readClaimsChallenge } from './claims-challenge.js';
import { decodeBatch, encodeBatch } from './batch.js';
import type { Answer, GraphRequest, GraphVersion, NoAnswer, Outcome } from './graph-request.js';
import { toNoAnswer } from './no-answer.js';
import { readText } from './response-text.js';
import { retryAfterByItsClock } from './retry-after-header.js';
import { GivenUpError, type TokenRequest } from './http-chain.js';
import type { HttpRequest, Transport } from './transport.js';

export interface SendOptions {
  readonly transport: Transport;
  readonly maxResponseBytes: number;
  /** Whether a lone request ends when its caller gives up. */
  readonly mayGiveUp: boolean;
  readonly logger: Pick<Logger, 'debug'>;
}

/**
 * The outcome of every request, in their order, by one HTTP request: plain for one, `$batch` for more. All of them are
 * of the version of the first, and of the account that the token is for.
 */
export async function sendTogether(
  requests: readonly GraphRequest[],
  token: TokenRequest,
  options: SendOptions,
): Promise<readonly Outcome[]> {
  const [first] = requests;
  if (first === undefined) return [];
  if (requests.length === 1) {
    const signal = options.mayGiveUp ? first.signal : undefined;
    return [
      await exchange({ ...toHttp(first, token), ...(signal !== undefined && { signal }) }, options),
    ];
  }
  const items = requests.map((request) => ({ request, clientRequestId: randomUUID() }));
  const outcome = await exchange(
    {
      method: 'POST',
      version: versionOf(first),
      path: '/$batch',
      headers: { 'Content-Type': 'application/json' },
      body: encodeBatch(items),
      token,
      clientRequestId: randomUUID(),
    },
    options,
  );
  if ('failure' in outcome) return requests.map(() => outcome);
  const { status, body, date, clientRequestId } = outcome;
  const all = (reason: NoAnswer): readonly Outcome[] =>
    requests.map(() => ({ ...reason, ...(clientRequestId !== undefined && { clientRequestId }) }));
  if (isOfBatchOnly(status)) return all(refusedBatch(status));
  if (status !== 200) return requests.map(() => outcome);
  return decodeBatch({ body, date }, items) ?? all(notABatch);
}

/**
 * Whether a status says something of the batch and nothing of what is in it: a 404 there must not look as if a task were
 * gone. Who may not come (401), comes too often (429) or was too slow (408) is so with every request.
 */
function isOfBatchOnly(status: number): boolean {
  return status >= 400 && status < 500 && ![401, 408, 429].includes(status);
}

function refusedBatch(status: number): NoAnswer {
  return {
    failure: 'unexpected',
    reason: `Microsoft Graph answered ${String(status)} to a batch as a whole, which says nothing of its parts`,
    mayHaveArrived: false,
  };
}

function toHttp(request: GraphRequest, token: TokenRequest): HttpRequest {
  const { method, path, headers, body } = request;
  return {
    method,
    version: versionOf(request),
    path,
    headers:
      body === undefined ? { ...headers } : { 'Content-Type': 'application/json', ...headers },
    body: body === undefined ? undefined : JSON.stringify(body),
    token,
    clientRequestId: randomUUID(),
    ...(request.answersBytes === true && { answersBytes: true }),
  };
}

function versionOf(request: GraphRequest): GraphVersion {
  return request.version ?? 'v1.0';
}

/** Rejects only when no token could be had: the request was not sent then. */
async function exchange(request: HttpRequest, options: SendOptions): Promise<Outcome> {
  const startedAt = performance.now();
  const { clientRequestId } = request;
  const outcome = { ...(await attempt(request, options)), clientRequestId };
  options.logger.debug(
    {
      method: request.method,
      path: request.path.split('?', 1)[0],
      status: 'failure' in outcome ? outcome.failure : outcome.status,
      clientRequestId,
      ms: Math.round(performance.now() - startedAt),
    },
    'graph request',
  );
  return outcome;
}

async function attempt(request: HttpRequest, options: SendOptions): Promise<Outcome> {
  try {
    const response = await options.transport(request);
    if (request.answersBytes === true && response.ok) return toAnswerOf(response, response.body);
    return toAnswer(response, await readText(response, options.maxResponseBytes));
  } catch (error) {
    if (error instanceof GraphError) throw error;
    return isGivenUp(error, request) ? givenUp(request) : toNoAnswer(error);
  }
}

/** By the signal and not by the error, which is whatever the signal was aborted with. */
function isGivenUp(error: unknown, { method, signal }: HttpRequest): boolean {
  return error instanceof GivenUpError || (method === 'GET' && signal?.aborted === true);
}

/** Only a read is given up under way. */
function givenUp({ method }: HttpRequest): NoAnswer {
  return {
    failure: 'cancelled',
    reason: 'Nobody waits for the answer any more',
    mayHaveArrived: method === 'GET',
  };
}

function toAnswer(response: Response, text: string): Outcome {
  const body = parse(text);
  if (body === undefined && response.ok) return notJson;
  return toAnswerOf(response, body ?? null);
}

function toAnswerOf({ status, headers }: Response, body: unknown): Answer {
  const date = headers.get('date');
  return {
    status,
    body,
    retryAfter: retryAfterByItsClock(headers.get('retry-after'), date),
    date,
    requestId: headers.get('request-id'),
    location: headers.get('location'),
    challenge: readClaimsChallenge(headers.get('www-authenticate')),
  };
}

/** Undefined: not JSON, for instance the page of a proxy. */
function parse(text: string): unknown {
  if (text === '') return null;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

const notJson: NoAnswer = {
  failure: 'unexpected',
  reason: 'The answer is not JSON, so it does not come from Microsoft Graph',
  mayHaveArrived: true,
};

const notABatch: NoAnswer = {
  failure: 'unexpected',
  reason: 'The answer of Microsoft Graph is not the answer to a batch',
  mayHaveArrived: true,
};
