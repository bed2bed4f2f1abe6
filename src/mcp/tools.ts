import { randomUUID } from 'node:crypto';
import {
  ProtocolError,
  ProtocolErrorCode,
  type CallToolResult,
  type Tool,
} from '@modelcontextprotocol/server';
import type { Logger } from 'pino';
import * as z from 'zod';
import { ProblemError, type Problem } from '../domain/problem.js';
import type { Caller } from '../domain/access/caller.js';
import type { CallOrigin, Gate } from '../operations/access/gate.js';
import type { Operation } from '../operations/define-operation.js';
import { otherNamesOf, type KnownAs } from '../operations/also-known-as.js';
import { separateParams } from '../operations/separate-params.js';
import { nearestName } from '../operations/nearest-name.js';
import type { Elicit, OperationCall } from '../operations/operation-call.js';
import { wantsBetterToken } from './better-token.js';
import { repairAdvice } from './repair-advice.js';

/** The registry as MCP tools. Everything that does not depend on the call is made once. */
export interface Tools {
  /** Those that the caller may use. */
  list(caller: Caller): Tool[];
  /** Never throws for what a model can put right: such failures are results with `isError`. */
  call(name: string, args: Record<string, unknown>, caller: ToolCaller): Promise<ToolAnswer>;
}

/** A result, or something to show the person: then the same call comes again with what they said to it. */
export type ToolAnswer = CallToolResult | ToolElicits;

export interface ToolElicits {
  readonly elicit: Elicit;
}

export function isElicits(answer: ToolAnswer): answer is ToolElicits {
  return 'elicit' in answer;
}

/** Who calls, and how they hear of the work while it goes on. */
export type ToolCaller = Pick<
  OperationCall,
  'actor' | 'signal' | 'progress' | 'canElicit' | 'canElicitForm' | 'elicited'
> & {
  readonly origin: CallOrigin;
  /** Hears of a refusal that is the client's to put right, with another token. */
  readonly onWanting?: (error: ProblemError) => void;
};

export function createTools(operations: readonly Operation[], gate: Gate, logger: Logger): Tools {
  const byName = new Map([
    ...operations.flatMap((operation) => otherRunners(operation, gate)),
    ...operations.map((operation): [string, Runner] => [
      operation.name,
      toRunner(operation, gate, (args) => separateParams(operation, args)),
    ]),
  ]);
  const tools = operations.map((operation) => ({ operation, tool: toTool(operation) }));
  return {
    list: (caller) =>
      tools.filter(({ operation }) => gate.mayUse(operation, caller)).map(({ tool }) => tool),
    async call(name, args, caller) {
      const run = byName.get(name);
      if (run === undefined)
        throw unknownTool(
          name,
          this.list(caller.origin.caller).map((tool) => tool.name),
        );
      try {
        return await run(args, caller);
      } catch (error) {
        if (wantsBetterToken(error, caller.origin.caller)) caller.onWanting?.(error);
        return toFailure(toProblem(error, name, logger));
      }
    },
  };
}

type Runner = (args: Record<string, unknown>, caller: ToolCaller) => Promise<ToolAnswer>;

/** Under the names by which it is known besides. */
function otherRunners(operation: Operation, gate: Gate): readonly [string, Runner][] {
  return otherNamesOf(operation).flatMap((known): [string, Runner][] =>
    known.otherName.tool === undefined
      ? []
      : [[known.otherName.tool, toRunner(known.operation, gate, (args) => known.toCall(args))]],
  );
}

function toRunner(operation: Operation, gate: Gate, toCall: KnownAs['toCall']): Runner {
  const member = operation.restBody;
  return async (args, { origin, onWanting: _told, ...caller }) => {
    await gate.enter(operation, origin);
    const call = { ...caller, caller: origin.caller, ...toCall(args) };
    const { status, json, elicit } = await gate.run(operation, origin, call);
    if (elicit !== undefined) return { elicit };
    if (status >= 400) return toFailure(JSON.parse(json) as Problem);
    const value = JSON.parse(json) as Record<string, unknown>;
    return member === null
      ? { content: [{ type: 'text', text: json }], structuredContent: value }
      : {
          content: [{ type: 'text', text: `{"${member}":${json}}` }],
          structuredContent: { [member]: value },
        };
  };
}

/** The problem as data, the same as text, and what to do about it in words. */
function toFailure(problem: Problem): CallToolResult {
  return {
    isError: true,
    content: [
      { type: 'text', text: JSON.stringify(problem) },
      { type: 'text', text: repairAdvice(problem) },
    ],
    structuredContent: { ...problem },
  };
}

function toProblem(error: unknown, tool: string, logger: Logger): Problem {
  if (error instanceof ProblemError) return error.toProblem();
  const correlationId = randomUUID();
  logger.error({ err: error, tool, correlationId }, 'Tool failed unexpectedly');
  return new ProblemError(
    'internal',
    `An unexpected failure. The server's log has it under ${correlationId}`,
  ).toProblem();
}

function unknownTool(name: string, names: readonly string[]): ProtocolError {
  const nearest = nearestName(name, names);
  const hint = nearest === undefined ? `known: ${names.join(', ')}` : `did you mean ${nearest}?`;
  return new ProtocolError(ProtocolErrorCode.InvalidParams, `Tool ${name} not found; ${hint}`);
}

const problemSchema = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int().describe('As an HTTP status: 400 to 599.'),
    code: z.string().describe('Stable; decide by this.'),
    detail: z.string().optional(),
    errors: z
      .array(
        z.object({
          field: z.string(),
          message: z.string(),
          suggestion: z.string().optional(),
          candidates: z
            .array(z.object({ id: z.string(), name: z.string(), mail: z.string().optional() }))
            .optional()
            .describe('What a name may have meant; send the id.'),
        }),
      )
      .optional()
      .describe('Every field that is wrong.'),
    current: z.unknown().optional().describe('With stale_revision: the task as it is now.'),
    scope: z.string().optional().describe('With insufficient_scope: the scope that is needed.'),
    retryAfter: z.int().optional().describe('Seconds to wait before the same call.'),
  })
  .describe('What went wrong, when the result is an error.');

function toTool(operation: Operation): Tool {
  const { name, title, description, annotations } = operation;
  return {
    name,
    title,
    description,
    inputSchema: { ...toJsonSchema(operation.input, 'input'), type: 'object' },
    // Clients check an error's content against this schema too, so it has to admit the problem object.
    outputSchema: {
      type: 'object',
      anyOf: [toJsonSchema(operation.output, 'output'), toJsonSchema(problemSchema, 'output')],
    },
    annotations: {
      title,
      readOnlyHint: annotations.readOnly,
      destructiveHint: annotations.destructive,
      idempotentHint: annotations.idempotent,
      openWorldHint: annotations.openWorld,
    },
  };
}

/** Without `$schema`: clients that only know draft 7 would refuse the 2020-12 name, and nothing here needs it. */
function toJsonSchema(schema: z.ZodObject, io: 'input' | 'output') {
  const { $schema: _dialect, ...json } = z.toJSONSchema(schema, { io, override: allowMore(io) });
  return JSON.parse(JSON.stringify(json));
}

/** Answers may gain fields in a later version; a client of today must not fail on them. */
function allowMore(io: 'input' | 'output') {
  return ({ jsonSchema }: { jsonSchema: z.core.JSONSchema.BaseSchema }): void => {
    if (io === 'output') delete jsonSchema.additionalProperties;
  };
}
