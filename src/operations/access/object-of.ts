import type { Operation } from '../define-operation.js';
import type { OperationCall } from '../operation-call.js';

const ids = [
  /^[0-7][0-9A-HJKMNP-TV-Z]{25}$/, // a task of ours
  /^[\w-]{28}$/, // Planner's
  /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i, // Graph's
  /^[\da-f-]{36}\.[\da-f-]{36}$/i, // an account of a person
  /^\d{1,16}-\d{1,10}$/, // an entry of a stream
];

/** The id of what a call is about. Only what is an id by its shape: a name or title is content. */
export function objectOf({ http }: Pick<Operation, 'http'>, call: OperationCall): string | null {
  const inPath = [...http.path.matchAll(/\{(\w+)\}/g)].map(([, name]) => call.params?.[name ?? '']);
  const { input } = call;
  const isObject = typeof input === 'object' && input !== null;
  const inBody = isObject
    ? ['id', 'taskId', 'planId', 'plan_id', 'account'].map(
        (name) => Object.getOwnPropertyDescriptor(input, name)?.value,
      )
    : [];
  for (const value of [...inPath, ...inBody]) {
    if (typeof value === 'string' && ids.some((pattern) => pattern.test(value))) return value;
  }
  return null;
}
