import type { ContractExpectation, ContractRequest, ContractStep } from './contract-cases.js';

/** Builders for contract cases; `$task` is the task that the case is about. */

export function create(body: unknown, options: Partial<ContractRequest> = {}): ContractRequest {
  return { operation: 'create', body, ...options };
}

export function update(body: unknown, options: Partial<ContractRequest> = {}): ContractRequest {
  return { operation: 'update', id: '$task.id', body, ...options };
}

export function remove(options: Partial<ContractRequest> = {}): ContractRequest {
  return { operation: 'delete', id: '$task.id', ...options };
}

export function get(options: Partial<ContractRequest> = {}): ContractRequest {
  return { operation: 'get', id: '$task.id', ...options };
}

export function created(
  body: unknown,
  document: Readonly<Record<string, unknown>> = {},
): ContractStep {
  return { request: create(body), expect: { status: 201, document } };
}

export function updated(
  body: unknown,
  document: Readonly<Record<string, unknown>>,
  options: Partial<ContractRequest> = {},
): ContractStep {
  return { request: update(body, options), expect: { status: 200, document } };
}

/** A write that is refused because of these fields. */
export function refused(
  request: ContractRequest,
  fields: readonly string[],
  more: Partial<ContractExpectation> = {},
): ContractStep {
  return { request, expect: { status: 400, code: 'invalid_input', fields, ...more } };
}
