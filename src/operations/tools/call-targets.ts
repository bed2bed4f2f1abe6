import { ProblemError } from '../../domain/problem.js';
import { otherNamesOf } from '../also-known-as.js';
import type { Operation } from '../define-operation.js';
import { nearestName } from '../nearest-name.js';
import type { OperationCall } from '../operation-call.js';
import { separateParams } from '../separate-params.js';
import { toolsCall } from './tools-call.js';

/** What a tool's name stands for. */
export interface CallTarget {
  readonly operation: Operation;
  /** False: another name of it, for programs that were there before ours. */
  readonly isOwnName: boolean;
  /** The operation's own call for arguments that are meant for that name. */
  toCall(args: Readonly<Record<string, unknown>>): Pick<OperationCall, 'params' | 'input'>;
}

/** By the names of tools, those for older programs among them. */
export type CallTargets = ReadonlyMap<string, CallTarget>;

export function callTargetsOf(operations: readonly Operation[]): CallTargets {
  const targets = new Map<string, CallTarget>();
  for (const operation of operations) {
    targets.set(operation.name, {
      operation,
      isOwnName: true,
      toCall: (args) => separateParams(operation, args),
    });
    for (const { otherName, operation: known, toCall } of otherNamesOf(operation)) {
      if (otherName.tool === undefined) continue;
      targets.set(otherName.tool, { operation: known, isOwnName: false, toCall });
    }
  }
  return targets;
}

export interface PassedCall {
  readonly target: CallTarget;
  readonly args: Readonly<Record<string, unknown>>;
}

/** The call that a call of `tools_call` is about. ProblemError invalid_input where there is none. */
export function readPassedCall(
  targets: CallTargets,
  { name, arguments: args = {}, ...others }: Readonly<Record<string, unknown>>,
): PassedCall {
  const [unknown] = Object.keys(others);
  if (unknown !== undefined) {
    throw wrong(unknown, 'is not known; what the tool takes stands in arguments');
  }
  if (typeof name !== 'string')
    throw wrong('name', name === undefined ? 'is missing' : 'must be text');
  const target = targets.get(name);
  if (target === undefined || target.operation.name === toolsCall.name) {
    const names = [...targets.keys()].filter((known) => known !== toolsCall.name);
    const suggestion = nearestName(name, names);
    throw wrong('name', 'is no tool that can be called so; find one with tools_search', suggestion);
  }
  if (!isRecord(args)) throw wrong('arguments', 'must be an object');
  return { target, args };
}

function wrong(field: string, message: string, suggestion?: string): ProblemError {
  return new ProblemError('invalid_input', `${field}: ${message}`, {
    errors: [{ field, message, ...(suggestion !== undefined && { suggestion }) }],
  });
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
