import {
  ProtocolError,
  ProtocolErrorCode,
  type CallToolResult,
  type Tool,
} from '@modelcontextprotocol/server';
import type { Logger } from 'pino';
import type { Caller } from '../domain/access/caller.js';
import { ProblemError, type Problem } from '../domain/problem.js';
import type { Profile } from '../domain/tools/profile.js';
import type { CallOrigin, Gate } from '../operations/access/gate.js';
import type { Operation } from '../operations/define-operation.js';
import { nearestName } from '../operations/nearest-name.js';
import type { Elicit, OperationCall } from '../operations/operation-call.js';
import {
  callTargetsOf,
  readPassedCall,
  type CallTarget,
} from '../operations/tools/call-targets.js';
import { wantsBetterToken } from './better-token.js';
import { holds } from './profiles/holds.js';
import { toFailure, toToolProblem } from './results/tool-failure.js';
import { createToolList, type ToolListOptions } from './tool-list.js';
import {
  createOlderResults,
  createToolResults,
  type ResultOptions,
  type ToolResults,
} from './results/tool-result.js';

/** The registry as MCP tools. Everything that does not depend on the call is made once. */
export interface Tools {
  /** Those of the profile that the caller may use. */
  list(caller: Caller, profile: Profile): Tool[];
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
  readonly profile: Profile;
  /** Hears of a refusal that is the client's to put right, with another token. */
  readonly onWanting?: (error: ProblemError) => void;
};

export interface ToolsDeps extends ToolListOptions, ResultOptions {
  readonly operations: readonly Operation[];
  readonly gate: Gate;
  readonly logger: Logger;
}

export function createTools({ operations, gate, logger, ...options }: ToolsDeps): Tools {
  const targets = callTargetsOf(operations);
  const tools = createToolList(operations, gate, options);
  const results = new Map<CallTarget, ToolResults>();
  for (const target of targets.values()) results.set(target, resultsOf(target, options));

  const answer = async (
    target: CallTarget,
    args: Readonly<Record<string, unknown>>,
    { origin, profile: _shown, onWanting: _told, ...caller }: ToolCaller,
  ): Promise<ToolAnswer> => {
    const { operation } = target;
    await gate.enter(operation, origin);
    const call = { ...caller, caller: origin.caller, ...target.toCall(args) };
    const { status, json, elicit } = await gate.run(operation, origin, call);
    if (elicit !== undefined) return { elicit };
    if (status >= 400) return toFailure(JSON.parse(json) as Problem, operation.area);
    return results.get(target)?.toResult(json) ?? { content: [] };
  };

  return {
    list: (caller, profile) => tools.of(profile, caller),
    async call(name, args, caller) {
      const target = targets.get(name);
      if (target === undefined)
        throw unknownTool(name, {
          shown: tools.of(caller.profile, caller.origin.caller).map((tool) => tool.name),
          all: [...targets.keys()],
          hasOthers: caller.profile.names.has('core'),
        });
      if (!isCallable(target, caller.profile)) return notInProfile(target, caller.profile);
      let failing = target;
      try {
        if (target.operation.passesOn !== true) return await answer(target, args, caller);
        const passed = readPassedCall(targets, args);
        failing = passed.target;
        return await answer(passed.target, passed.args, caller);
      } catch (error) {
        if (wantsBetterToken(error, caller.origin.caller)) caller.onWanting?.(error);
        const { area, name: tool } = failing.operation;
        return toFailure(toToolProblem(error, tool, logger), area);
      }
    },
  };
}

function resultsOf({ operation, isOwnName }: CallTarget, options: ResultOptions): ToolResults {
  return isOwnName && operation.isOlder !== true
    ? createToolResults(operation, options)
    : createOlderResults(operation);
}

/**
 * Programs that were there before ours call by the names they know, whatever profile they are shown. Who has `core` may
 * call everything through tools_call, and so by name as well.
 */
function isCallable({ operation, isOwnName }: CallTarget, profile: Profile): boolean {
  if (!isOwnName || operation.isOlder === true || profile.names.has('core')) return true;
  return holds(profile, operation);
}

function notInProfile({ operation }: CallTarget, profile: Profile): CallToolResult {
  const way = 'connect with another one, for instance at /mcp/all';
  const detail = `${operation.name} is not in the profile ${profile.key} of this connection; ${way}`;
  // Nothing was looked for that is not there, whatever is said of other things that are not found.
  return toFailure(new ProblemError('not_found', detail).toProblem(), null, `To do it, ${way}.`);
}

/** `hasOthers`: what is not shown can be called all the same. */
function unknownTool(
  name: string,
  tools: {
    readonly shown: readonly string[];
    readonly all: readonly string[];
    readonly hasOthers: boolean;
  },
): ProtocolError {
  const { shown, all, hasOthers } = tools;
  const nearest = nearestName(name, shown) ?? (hasOthers ? nearestName(name, all) : undefined);
  const others = hasOthers ? '; tools_search finds others' : '';
  const way =
    nearest === undefined || shown.includes(nearest) ? '' : ' It is not listed: use tools_call.';
  const hint =
    nearest === undefined
      ? `known: ${shown.join(', ')}${others}`
      : `did you mean ${nearest}?${way}`;
  return new ProtocolError(ProtocolErrorCode.InvalidParams, `Tool ${name} not found; ${hint}`);
}
