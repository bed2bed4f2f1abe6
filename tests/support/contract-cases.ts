import { fieldCases } from './contract-field-cases.js';
import { keyedCases } from './contract-keyed-cases.js';
import { notesCases } from './contract-notes-cases.js';
import { writeCases } from './contract-write-cases.js';

/**
 * The public contract of tasks as data: the same cases are run against the store, FCALL, REST and MCP.
 * Strings that begin with `$` are values of earlier answers (`$task.id`, `$task.checklist.0.id`: the document that the
 * last accepted write of a case answered) or of the runner (`$plan` and `$otherPlan` are linked, `$plan` is not the
 * default plan; `$unlinkedPlan` is not linked; `$defaultPlan`).
 */
export interface ContractCase {
  /** A sentence about behaviour. */
  readonly name: string;
  readonly steps: readonly ContractStep[];
}

export interface ContractRequest {
  readonly operation: 'create' | 'update' | 'delete' | 'get';
  readonly id?: string;
  readonly body?: unknown;
  readonly expectedRev?: number | string;
  readonly idempotencyKey?: string;
}

export interface ContractStep {
  readonly request: ContractRequest;
  readonly expect: ContractExpectation;
}

export interface ContractExpectation {
  /** As REST answers. MCP has no status for success. */
  readonly status: number;
  readonly code?: string;
  /** These fields of the answered document have these values; others may be anything. */
  readonly document?: Readonly<Record<string, unknown>>;
  /** Exactly these fields have problems, in any order. */
  readonly fields?: readonly string[];
  /** Problem field to suggested name. */
  readonly suggestions?: Readonly<Record<string, string>>;
  /** Fields of the problem's `current`. */
  readonly current?: Readonly<Record<string, unknown>>;
  readonly replayed?: boolean;
}

export const contractCases: readonly ContractCase[] = [
  ...writeCases,
  ...fieldCases,
  ...notesCases,
  ...keyedCases,
];
