import { expect } from 'vitest';
import type { ContractCase, ContractExpectation, ContractRequest } from './contract-cases.js';

interface ContractAnswer {
  /** null where the door has no statuses for success (MCP). */
  readonly status: number | null;
  /** The document, or the problem object. */
  readonly body: unknown;
  /** null where the door does not tell. */
  readonly replayed: boolean | null;
}

/** One door to the tasks. */
export interface ContractDoor {
  send(request: ContractRequest): Promise<ContractAnswer>;
}

/** Values that cases name: `plan`, `otherPlan`, `unlinkedPlan`, `defaultPlan`. */
export type ContractValues = Readonly<Record<string, unknown>>;

/** Runs the steps of a case in order; idempotency keys are made the case's own. */
export async function runContractCase(
  contractCase: ContractCase,
  door: ContractDoor,
  values: ContractValues,
): Promise<void> {
  let known = values;
  for (const [at, step] of contractCase.steps.entries()) {
    const request = resolve(step.request, known) as ContractRequest;
    const answer = await door.send(ownKeys(request, contractCase.name));
    const label = `step ${at + 1}, ${request.operation} ${JSON.stringify(request.body)}`;
    check(answer, resolve(step.expect, known) as ContractExpectation, label);
    if (isWritten(answer.body)) known = { ...known, task: answer.body };
  }
}

function check(answer: ContractAnswer, wanted: ContractExpectation, label: string): void {
  const got = `${label}: ${JSON.stringify(answer.body)}`;
  if (answer.status !== null) expect(answer.status, got).toBe(wanted.status);
  const body = answer.body as Record<string, unknown>;
  if (wanted.status >= 400) {
    expect(body, got).toMatchObject({ type: 'about:blank', status: wanted.status });
    expect(body['code'], got).toBe(wanted.code);
  } else {
    expect(body, got).not.toHaveProperty('code');
  }
  if (wanted.document !== undefined)
    expect(pick(body, wanted.document), got).toEqual(wanted.document);
  const errors = (body['errors'] ?? []) as {
    field: string;
    message: string;
    suggestion?: string;
  }[];
  if (wanted.fields !== undefined) {
    expect(errors.map(({ field }) => field).toSorted(), got).toEqual(wanted.fields.toSorted());
    for (const { message } of errors) expect(message, got).not.toBe('');
  }
  for (const [field, suggestion] of Object.entries(wanted.suggestions ?? {})) {
    expect(errors.find((error) => error.field === field)?.suggestion, got).toBe(suggestion);
  }
  if (wanted.current !== undefined) expect(body['current'], got).toMatchObject(wanted.current);
  if (wanted.replayed !== undefined && answer.replayed !== null) {
    expect(answer.replayed, got).toBe(wanted.replayed);
  }
}

/** The wanted fields of the document; `*` in the expectation stands for anything. */
function pick(value: unknown, wanted: unknown): unknown {
  if (wanted === '*') return '*';
  if (Array.isArray(value) && Array.isArray(wanted)) {
    return value.map((entry, at) => pick(entry, wanted[at]));
  }
  if (isRecord(value) && isRecord(wanted)) {
    return Object.fromEntries(
      Object.keys(wanted).map((name) => [name, pick(value[name], wanted[name])]),
    );
  }
  return value;
}

function resolve(value: unknown, values: ContractValues): unknown {
  if (typeof value === 'string' && value.startsWith('$')) {
    return value
      .slice(1)
      .split('.')
      .reduce<unknown>((at, name) => (at as Record<string, unknown>)[name], values);
  }
  if (Array.isArray(value)) return value.map((entry) => resolve(entry, values));
  if (isRecord(value)) {
    return Object.fromEntries(
      Object.entries(value).map(([name, part]) => [name, resolve(part, values)]),
    );
  }
  return value;
}

/** Keys are scoped to actor and key, over all cases and doors of one namespace. */
function ownKeys(request: ContractRequest, caseName: string): ContractRequest {
  const { idempotencyKey, body } = request;
  const own = (key: string) => `${caseName.slice(0, 200)} ${key}`;
  return {
    ...request,
    ...(idempotencyKey !== undefined && { idempotencyKey: own(idempotencyKey) }),
    ...(isRecord(body) &&
      typeof body['idempotencyKey'] === 'string' && {
        body: { ...body, idempotencyKey: own(body['idempotencyKey']) },
      }),
  };
}

function isWritten(body: unknown): boolean {
  return isRecord(body) && 'rev' in body && 'createdAt' in body;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
