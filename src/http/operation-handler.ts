import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Logger } from 'pino';
import * as z from 'zod';
import { ProblemError } from '../domain/problem.js';
import type { Gate } from '../operations/access/gate.js';
import type { Operation, OperationReply } from '../operations/define-operation.js';
import type { Caller } from '../domain/access/caller.js';
import { readPassedCall, type CallTargets } from '../operations/tools/call-targets.js';
import type { KnownAs } from '../operations/also-known-as.js';
import type { OperationCall } from '../operations/operation-call.js';
import { isIdempotencyKey } from '../operations/tasks/write-options.js';
import { answerFailure } from './answer-failure.js';
import { whenClosed } from './exchange.js';
import type { OriginOf } from './origin-of.js';
import { parseQuery, readBooleans, readNumbers, refuseUnknown } from './query.js';
import { hasBody, readJsonBody } from './read-json-body.js';
import type { RequestGuard } from './request-guard.js';
import { sendJson, sendNothing, type HeaderPairs } from './send.js';

export interface OperationHandlerDeps {
  readonly gate: Gate;
  readonly originOf: OriginOf;
  readonly guard: RequestGuard;
  readonly logger: Logger;
}

/** An Express handler; its parameters are those of the operation's path. */
export type OperationHandler = (
  request: IncomingMessage & { readonly params: Readonly<Record<string, unknown>> },
  response: ServerResponse,
) => Promise<void>;

/** The REST side of one operation. Answers every failure itself. */
export function createOperationHandler(
  operation: Operation,
  deps: OperationHandlerDeps,
): OperationHandler {
  return createHandler({ operation, shown: operation, toCall: asItIs }, deps);
}

/** The same at a route that older programs know. */
export function createOtherNameHandler(
  { operation, shown, toCall }: KnownAs,
  deps: OperationHandlerDeps,
): OperationHandler {
  const inTheirs = (params: Params, input: unknown): OwnCall =>
    isObject(input) ? toCall({ ...input, ...params }) : { params, input };
  return createHandler({ operation, shown, toCall: inTheirs }, deps);
}

/** `tools_call`: entered, run and answered as the operation that it is about. */
export function createPassOnHandler(
  operation: Operation,
  targets: CallTargets,
  deps: OperationHandlerDeps,
): OperationHandler {
  const { gate, guard, originOf, logger } = deps;
  return async (request, response) => {
    try {
      const caller = await guard.authenticate(request);
      const origin = originOf(caller, request, response);
      const body = await readJsonBody(request);
      const { target, args } = readPassedCall(targets, {
        ...(isObject(body) ? body : {}),
        ...request.params,
      });
      await gate.enter(target.operation, origin);
      const key = idempotencyKeyOf(request);
      if (target.operation.waits === true) endWithKey({ guard, request, response, caller });
      const reply = await gate.run(target.operation, origin, {
        ...target.toCall(args),
        actor: caller.actor ?? 'agent',
        caller,
        signal: goneSignal(response),
        ...(key !== undefined && { idempotencyKey: key }),
      });
      const { restBody } = target.operation;
      const isDone = reply.status < 400;
      const json = isDone && restBody !== null ? `{"${restBody}":${reply.json}}` : reply.json;
      answer(operation, response, { ...reply, json });
    } catch (error) {
      answerFailure(request, response, error, logger);
    }
  };
}

type Params = Readonly<Record<string, unknown>>;
type OwnCall = Pick<OperationCall, 'params' | 'input'>;

const asItIs = (params: Params, input: unknown): OwnCall => ({ params, input });

function isObject(value: unknown): value is Params {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

interface Route {
  readonly operation: Operation;
  /** With the route and the arguments of this route. */
  readonly shown: Operation;
  readonly toCall: (params: Params, input: unknown) => OwnCall;
}

function createHandler(
  { operation, shown, toCall }: Route,
  deps: OperationHandlerDeps,
): OperationHandler {
  const { gate, guard, originOf, logger } = deps;
  const readInput = shown.http.method === 'GET' ? queryReader(shown) : bodyReader(shown);
  const isWrite = shown.http.method !== 'GET';
  return async (request, response) => {
    try {
      const caller = await guard.authenticate(request);
      const origin = originOf(caller, request, response);
      await gate.enter(operation, origin);
      const input = await readInput(request);
      const key = isWrite ? idempotencyKeyOf(request) : undefined;
      if (operation.waits === true) endWithKey({ guard, request, response, caller });
      const reply = await gate.run(operation, origin, {
        ...toCall(request.params, input),
        actor: caller.actor ?? 'agent',
        caller,
        signal: goneSignal(response),
        ...(key !== undefined && { idempotencyKey: key }),
      });
      answer(shown, response, reply);
    } catch (error) {
      answerFailure(request, response, error, logger);
    }
  };
}

interface Exchange {
  readonly guard: RequestGuard;
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly caller: Caller;
}

/** Tells that the caller has gone. */
function goneSignal(response: ServerResponse): () => AbortSignal {
  let gone: AbortController | null = null;
  return () => {
    if (gone !== null) return gone.signal;
    const made = new AbortController();
    gone = made;
    whenClosed(response, () => {
      if (!response.writableFinished) made.abort();
    });
    return made.signal;
  };
}

/** Whoever waits hears nothing more when their key has ended meanwhile. */
function endWithKey({ guard, request, response, caller }: Exchange): void {
  whenClosed(
    response,
    guard.watch(request, caller, () => response.destroy()),
  );
}

type InputReader = (request: IncomingMessage) => unknown;

function queryReader({ input }: Operation): InputReader {
  const read = typedQueryReader(input);
  return (request) => read(request.url ?? '');
}

/** Query text is all text: numbers, truth and lists are read as the schema has them. */
function typedQueryReader(input: z.ZodObject): (target: string) => Record<string, unknown> {
  const lists = fieldsOf(input, 'array');
  const numbers = fieldsOf(input, 'integer');
  const booleans = fieldsOf(input, 'boolean');
  return (target) => {
    const query = parseQuery(target, lists);
    readNumbers(query, numbers);
    readBooleans(query, booleans);
    return query;
  };
}

function bodyReader({ input, http }: Operation): InputReader {
  const inQuery = 'expectedRev' in input.shape ? ['expectedRev'] : [];
  if (http.method === 'DELETE' && !('expectedRev' in input.shape))
    return deletionReader(input, http);
  const mayLackBody =
    http.method === 'DELETE' || (http.method === 'POST' && needsNoBody(input, http));
  return async (request) => {
    const query = parseQuery(request.url ?? '');
    refuseUnknown(query, inQuery);
    const body = mayLackBody && !hasBody(request) ? {} : await readJsonBody(request);
    if (query['expectedRev'] !== undefined) takeExpectedRev(query, body);
    return body;
  };
}

/** Deletions rarely have a body, and some programs cannot send one: what would stand in it may stand in the query. */
function deletionReader(input: z.ZodObject, { path }: Operation['http']): InputReader {
  const names = Object.keys(input.shape).filter((name) => !path.includes(`{${name}}`));
  const readQuery = typedQueryReader(input);
  return async (request) => {
    const query = readQuery(request.url ?? '');
    refuseUnknown(query, names);
    if (!hasBody(request)) return query;
    const body = await readJsonBody(request);
    return typeof body === 'object' && body !== null && !Array.isArray(body)
      ? { ...query, ...body }
      : body;
  };
}

/** Whether everything that must be said stands in the path. */
function needsNoBody(input: z.ZodObject, { path }: Operation['http']): boolean {
  const required = z.toJSONSchema(input, { io: 'input' }).required ?? [];
  return required.every((name) => path.includes(`{${name}}`));
}

/** `?expectedRev=` counts as the body's own member. */
function takeExpectedRev(query: Record<string, unknown>, body: unknown): void {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) return;
  readNumbers(query, ['expectedRev']);
  const { expectedRev } = query;
  if ('expectedRev' in body && body.expectedRev !== expectedRev) {
    const message = 'differs between query and body; send one of the two';
    throw new ProblemError('invalid_input', `expectedRev: ${message}`, {
      errors: [{ field: 'expectedRev', message }],
    });
  }
  Object.assign(body, { expectedRev });
}

function idempotencyKeyOf({ headers }: IncomingMessage): string | undefined {
  const key = headers['idempotency-key'];
  if (key === undefined || isIdempotencyKey(key)) return key;
  const message = 'must have 1 to 255 characters';
  throw new ProblemError('invalid_input', `Idempotency-Key: ${message}`, {
    errors: [{ field: 'Idempotency-Key', message }],
  });
}

const replayedHeader: HeaderPairs = ['Idempotency-Replayed', 'true'];

function answer(
  { http }: Operation,
  response: ServerResponse,
  { status, json, id, replayed, httpStatus }: OperationReply,
): void {
  if (status >= 400 || httpStatus !== undefined) {
    sendJson(response, httpStatus ?? status, json);
    return;
  }
  const more = replayed === true ? replayedHeader : [];
  if (http.successStatus === 204) sendNothing(response, more);
  else if (http.successStatus === 201 && id !== undefined) {
    sendJson(response, 201, json, ['Location', `${http.path}/${id}`, ...more]);
  } else sendJson(response, http.successStatus, json, more);
}

function fieldsOf(input: z.ZodObject, type: 'integer' | 'boolean' | 'array'): readonly string[] {
  const properties = z.toJSONSchema(input, { io: 'input' }).properties ?? {};
  return Object.entries(properties)
    .filter(([, property]) => typeof property === 'object' && property.type === type)
    .map(([name]) => name);
}
