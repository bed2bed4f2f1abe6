import * as z from 'zod';
import { ProblemError } from '../domain/problem.js';
import { summary, type InputAliases } from './check-input.js';
import type { Operation, OperationHttp, OperationReply } from './define-operation.js';
import type { OperationCall } from './operation-call.js';
import { separateParams } from './separate-params.js';

/** A name under which programs that were there before ours know an operation; nobody else is shown it. */
export interface OtherName {
  /** An MCP tool's name. */
  readonly tool?: string;
  /** A REST route. */
  readonly http?: Pick<OperationHttp, 'method' | 'path'>;
  /** Arguments that have a name of their own there, and our names for them. Our names are understood as well. */
  readonly inputs?: InputAliases;
  /** Arguments that are always said, unless the caller says otherwise. */
  readonly always?: Readonly<Record<string, unknown>>;
}

/** An operation under another name. */
export interface KnownAs {
  readonly otherName: OtherName;
  /** As programs see it: name, route and arguments. It is not run. */
  readonly shown: Operation;
  /** What is entered, run and written down: the operation itself, whose problems name the caller's own arguments. */
  readonly operation: Operation;
  /** The operation's own call for the other name's arguments. */
  toCall(args: Readonly<Record<string, unknown>>): Pick<OperationCall, 'params' | 'input'>;
}

/** The operation under each of its other names. */
export function otherNamesOf(operation: Operation): readonly KnownAs[] {
  return (operation.alsoKnownAs ?? []).map((otherName) => toKnownAs(operation, otherName));
}

function toKnownAs(operation: Operation, otherName: OtherName): KnownAs {
  const { inputs = {}, always = {}, tool = operation.name, http } = otherName;
  const theirs = new Map(Object.entries(inputs).map(([their, ours]) => [ours, their]));
  return {
    otherName,
    shown: {
      ...operation,
      name: tool,
      input: renamed(operation.input, theirs),
      http: { ...operation.http, ...http },
    },
    operation: {
      ...operation,
      run: (deps, call): Promise<OperationReply> =>
        operation.run(deps, call).catch((error: unknown) => {
          throw inTheirWords(error, theirs);
        }),
    },
    toCall(args) {
      const own = { ...always };
      for (const [name, value] of Object.entries(args)) {
        own[(Object.hasOwn(inputs, name) ? inputs[name] : undefined) ?? name] = value;
      }
      return separateParams(operation, own);
    },
  };
}

function renamed(input: z.ZodObject, theirs: ReadonlyMap<string, string>): z.ZodObject {
  if (theirs.size === 0) return input;
  const entries = Object.entries(input.shape);
  return z.strictObject(
    Object.fromEntries(entries.map(([name, schema]) => [theirs.get(name) ?? name, schema])),
  );
}

function inTheirWords(error: unknown, theirs: ReadonlyMap<string, string>): unknown {
  if (!(error instanceof ProblemError) || theirs.size === 0) return error;
  const { errors = [] } = error.toProblem();
  if (!errors.some(({ field }) => theirs.has(field))) return error;
  const named = errors.map((problem) => ({
    ...problem,
    field: theirs.get(problem.field) ?? problem.field,
  }));
  const detail = summary(named);
  return new ProblemError(error.code, detail, { ...error.extra, errors: named }, error.challenge);
}
