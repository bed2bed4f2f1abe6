import type { GraphAnswer } from './exchange.js';
import { GraphFailure } from './graph-failure.js';
import { isObject } from '../schema/check-value.js';

const MAX_REQUESTS = 20;

export interface BatchItem {
  readonly id: string;
  readonly method: string;
  readonly url: string;
  readonly headers: ReadonlyMap<string, string>;
  readonly body: unknown;
  readonly dependsOn: readonly string[];
}

/** The requests of a `$batch` body; anything wrong with one of them fails the whole batch with 400. */
export function readBatch(body: unknown): readonly BatchItem[] {
  const requests = isObject(body) ? body['requests'] : undefined;
  if (!Array.isArray(requests) || requests.length === 0) {
    throw invalidBatch('Invalid batch payload format.');
  }
  if (requests.length > MAX_REQUESTS) {
    throw invalidBatch(
      `Number of batch request steps exceeds the maximum value of ${MAX_REQUESTS}.`,
    );
  }
  const items = requests.map((request: unknown) => readItem(request));
  const known = new Set<string>();
  for (const item of items) {
    const id = item.id.toLowerCase();
    if (known.has(id)) throw invalidBatch(`Request Id ${item.id} has duplicates.`);
    if (item.dependsOn.some((other) => !known.has(other.toLowerCase()))) {
      throw invalidBatch(`Request Id ${item.id} depends on an id that does not come before it.`);
    }
    known.add(id);
  }
  return items;
}

function readItem(request: unknown): BatchItem {
  if (!isObject(request)) throw invalidBatch('Invalid batch payload format.');
  const { id, method, url, headers, body, dependsOn } = request;
  if (typeof id !== 'string' || id === '') {
    throw invalidBatch('Invalid batch payload format: every request needs an id.');
  }
  if (typeof method !== 'string' || typeof url !== 'string' || url === '') {
    throw invalidBatch(`Request Id ${id} needs a method and a url.`);
  }
  const upper = method.toUpperCase();
  if (!['GET', 'POST', 'PATCH', 'PUT', 'DELETE'].includes(upper)) {
    throw invalidBatch(`Request Id ${id} has the unknown method ${method}.`);
  }
  const readHeaders = new Map<string, string>();
  if (isObject(headers)) {
    for (const [name, value] of Object.entries(headers)) {
      readHeaders.set(name.toLowerCase(), String(value));
    }
  }
  const mustHaveBody = upper === 'POST' || upper === 'PATCH' || upper === 'PUT';
  const isUntyped = body !== undefined && !readHeaders.has('content-type');
  if (isUntyped || (mustHaveBody && body === undefined)) {
    throw invalidBatch(`Write request id : ${id} does not contain Content-Type header or body.`);
  }
  return {
    id,
    method: upper,
    url: url.startsWith('/') ? url : `/${url}`,
    headers: readHeaders,
    body,
    dependsOn: Array.isArray(dependsOn) ? dependsOn.map(String) : [],
  };
}

/** Runs all side by side; one that depends on others waits for them and is not run (424) if one of them failed. */
export async function runBatch(
  items: readonly BatchItem[],
  run: (item: BatchItem) => Promise<GraphAnswer>,
  failedDependency: (item: BatchItem) => GraphAnswer,
): Promise<GraphAnswer[]> {
  const running = new Map<string, Promise<GraphAnswer>>();
  for (const item of items) {
    running.set(item.id.toLowerCase(), runAfter(item));
  }
  return await Promise.all(running.values());

  async function runAfter(item: BatchItem): Promise<GraphAnswer> {
    if (item.dependsOn.length === 0) return await run(item);
    for (const id of item.dependsOn) {
      const answer = await running.get(id.toLowerCase());
      if (answer === undefined || answer.status >= 400) return failedDependency(item);
    }
    return await run(item);
  }
}

/** One entry of the batch's answer, as JSON text. */
export function toBatchResponse(
  id: string,
  answer: GraphAnswer,
  headers: Readonly<Record<string, string>>,
): string {
  const head = `{"id":${JSON.stringify(id)},"status":${answer.status},"headers":${JSON.stringify(headers)}`;
  // What is no JSON comes as base64.
  const body =
    answer.bytes === undefined
      ? answer.body
      : JSON.stringify(Buffer.from(answer.bytes).toString('base64'));
  return body === undefined ? `${head}}` : `${head},"body":${body}}`;
}

function invalidBatch(message: string): GraphFailure {
  return new GraphFailure(400, 'BadRequest', message);
}
