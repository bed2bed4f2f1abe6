import { setTimeout as wait } from 'node:timers/promises';
import type { Caller } from '../entra/caller.js';
import type { GraphAnswer } from './exchange.js';
import { toErrorAnswer, type RequestIds } from './error-answer.js';
import type { FaultEffect, Faults } from './faults.js';
import { GraphFailure } from './graph-failure.js';
import type { GraphVersion } from './route.js';
import type { MatchedRoute } from './router.js';

/** A request to carry out: alone, or one of a batch. */
export interface OperationRequest {
  readonly method: string;
  readonly version: GraphVersion;
  /** Below the version, with query: /planner/tasks/<id>?$select=title */
  readonly url: string;
  header(name: string): string | undefined;
  readonly body: unknown;
  readonly caller: Caller;
  readonly root: string;
  readonly ids: RequestIds;
  /** When it, or its batch, reached us (ms of a clock that never jumps). */
  readonly arrivedAt: number;
}

export interface OperationOutcome {
  /** `broken`: a fault broke the connection, so there is no answer. */
  readonly answer: GraphAnswer | 'broken';
  readonly planId: string | undefined;
}

export interface OperationRules {
  readonly faults: Faults;
  readonly now: () => Date;
  route(method: string, segments: readonly string[], version: GraphVersion): MatchedRoute;
  planOf(segments: readonly string[], body: unknown): string | undefined;
}

/** Carries out one operation of Graph, with the faults that are meant for it. */
export async function runOperation(
  request: OperationRequest,
  rules: OperationRules,
): Promise<OperationOutcome> {
  const [path, query] = splitOnce(request.url, '?');
  const segments = readSegments(path);
  const planId = rules.planOf(segments, request.body);
  const trouble = rules.faults.meet({
    method: request.method,
    path: `/${segments.join('/')}`,
    query,
    planId,
    callerId: request.caller.id,
    arrivedAt: request.arrivedAt,
  });
  if (trouble.latencyMs > 0) await wait(trouble.latencyMs);
  if (trouble.ending?.kind === 'close') return { answer: 'broken', planId };
  if (trouble.ending?.kind === 'status') {
    const failure = toFailure(trouble.ending, rules.now());
    return { answer: toErrorAnswer(failure, request.ids, rules.now()), planId };
  }
  // As a proxy does that repeats what it got no answer to: the first answer reaches nobody.
  if (trouble.ending?.kind === 'duplicate') await perform(request, segments, query, rules);
  const answer = await perform(request, segments, query, rules);
  return { answer: trouble.ending?.kind === 'dropAnswer' ? 'broken' : answer, planId };
}

async function perform(
  request: OperationRequest,
  segments: readonly string[],
  query: string,
  rules: OperationRules,
): Promise<GraphAnswer> {
  try {
    const { handle, ids, segments: path } = rules.route(request.method, segments, request.version);
    return await handle(
      {
        method: request.method,
        segments: path,
        query: new URLSearchParams(query),
        header: (name) => request.header(name),
        body: request.body,
        caller: request.caller,
        root: request.root,
      },
      ids[0] ?? '',
      ids,
    );
  } catch (error) {
    if (error instanceof GraphFailure) return toErrorAnswer(error, request.ids, rules.now());
    throw error;
  }
}

/** The failure that a `status` fault stands for, with the service's usual words. */
export function toFailure(
  effect: Extract<FaultEffect, { kind: 'status' }>,
  now: Date,
): GraphFailure {
  const isThrottled = effect.status === 429;
  return new GraphFailure(
    effect.status,
    effect.code ?? (isThrottled ? 'TooManyRequests' : ''),
    effect.message ?? (isThrottled ? 'Please retry again later.' : 'The service failed on demand.'),
    { ...effect.headers, ...retryAfterHeader(effect, now) },
  );
}

/** Both forms of RFC 9110, 10.2.3. A date knows whole seconds only: the next one, so that nobody comes too early. */
function retryAfterHeader(
  { retryAfter, retryAfterAs }: Extract<FaultEffect, { kind: 'status' }>,
  now: Date,
): Record<string, string> {
  if (retryAfter === undefined) return {};
  if (retryAfterAs === 'seconds') return { 'Retry-After': String(retryAfter) };
  const seconds = Math.ceil(now.getTime() / 1_000 + retryAfter);
  return { 'Retry-After': new Date(seconds * 1_000).toUTCString() };
}

function splitOnce(text: string, separator: string): [string, string] {
  const at = text.indexOf(separator);
  return at < 0 ? [text, ''] : [text.slice(0, at), text.slice(at + 1)];
}

/** The decoded segments of a path, with or without its query. */
export function readSegments(url: string): string[] {
  const parts = splitOnce(url, '?')[0]
    .split('/')
    .filter((part) => part !== '');
  return joinItemPath(parts.flatMap((part) => splitKey(decode(part))));
}

/**
 * Files are also named by their path, between colons: `drive/root:/Plans/2027.md:/content`. It becomes one segment,
 * with the colon at its end.
 * https://learn.microsoft.com/graph/onedrive-addressing-driveitems
 */
function joinItemPath(segments: string[]): string[] {
  const at = segments.findIndex((segment) => segment.toLowerCase() === 'root:');
  if (at < 0) return segments;
  const path = segments.slice(at + 1);
  const end = path.findIndex((segment) => segment.endsWith(':'));
  const named = (end < 0 ? path : path.slice(0, end + 1)).join('/');
  return [...segments.slice(0, at + 1), named, ...(end < 0 ? [] : path.slice(end + 1))];
}

/**
 * A key may stand in brackets behind its set, `mailFolders('inbox')`, an alternate key with its name, `applications(appId='…')`.
 * Functions have parameters, `reminderView(startDateTime='…',endDateTime='…')`, or empty ones: `delta()`.
 */
function splitKey(part: string): string[] {
  const [, set, key] = /^(\w+)\('([^']*)'\)$/.exec(part) ?? [];
  if (set !== undefined && key !== undefined) return [set, key];
  const [, holder, alternate] =
    /^(\w+)\((\w+='(?:[^']|'')*'(?:,\s*\w+='(?:[^']|'')*')*)\)$/.exec(part) ?? [];
  if (holder !== undefined && alternate !== undefined) return [holder, alternate];
  return [part.replace(/^(?:microsoft\.graph\.)?(\w+)\(\)$/, '$1')];
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
