import { readClaimsChallenge } from './claims-challenge.js';
import type { Answer, GraphRequest, Outcome } from './graph-request.js';
import { retryAfterByItsClock } from './retry-after-header.js';

/** https://learn.microsoft.com/graph/json-batching */
export const largestBatch = 20;

/** An item: a request, and our own id of it. */
export interface BatchItem {
  readonly request: GraphRequest;
  readonly clientRequestId: string;
}

/** The body of `POST /$batch`. The id of an item is its place in the list. */
export function encodeBatch(items: readonly BatchItem[]): string {
  return JSON.stringify({ requests: items.map(toItem) });
}

function toItem({ request, clientRequestId }: BatchItem, index: number) {
  const { method, path, body } = request;
  const headers = { ...request.headers, 'client-request-id': clientRequestId };
  // Graph refuses an item with a body and no Content-Type, even an empty object.
  return body === undefined
    ? { id: String(index), method, url: path, headers }
    : {
        id: String(index),
        method,
        url: path,
        headers: { 'Content-Type': 'application/json', ...headers },
        body,
      };
}

/**
 * The outcome of each item, in their order: Graph answers in any order. An item without a readable
 * answer may have been done. Undefined: this is not the answer to a batch at all.
 */
export function decodeBatch(
  { body, date }: Pick<Answer, 'body' | 'date'>,
  items: readonly BatchItem[],
): readonly Outcome[] | undefined {
  const responses: unknown = isObject(body) ? body['responses'] : undefined;
  if (!Array.isArray(responses)) return undefined;
  const outcomes = items.map<Outcome | null>(() => null);
  for (const response of responses) {
    const item = toAnswer(response, date);
    if (item !== undefined && outcomes[item.index] === null) outcomes[item.index] = item.answer;
  }
  return items.map(({ clientRequestId }, index) => ({
    ...(outcomes[index] ?? missing),
    clientRequestId,
  }));
}

const missing: Outcome = {
  failure: 'unexpected',
  reason: 'Microsoft Graph answered the batch without an answer to this request',
  mayHaveArrived: true,
};

function toAnswer(
  response: unknown,
  date: Answer['date'],
): { index: number; answer: Answer } | undefined {
  if (!isObject(response)) return undefined;
  const { id, status, body, headers } = response;
  if (typeof id !== 'string' || typeof status !== 'number') return undefined;
  return {
    index: Number(id),
    answer: {
      status,
      body: body ?? null,
      retryAfter: retryAfterByItsClock(headerOf(headers, 'retry-after'), date),
      requestId: headerOf(headers, 'request-id'),
      location: headerOf(headers, 'location'),
      challenge: readClaimsChallenge(headerOf(headers, 'www-authenticate')),
    },
  };
}

/** Inside a batch the names come in any case. */
function headerOf(headers: unknown, name: string): string | null {
  if (!isObject(headers)) return null;
  for (const [key, value] of Object.entries(headers)) {
    if (key.toLowerCase() !== name) continue;
    return typeof value === 'string' || typeof value === 'number' ? String(value) : null;
  }
  return null;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
