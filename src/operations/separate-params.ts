import type { Operation } from './define-operation.js';
import type { OperationCall } from './operation-call.js';

/** Arguments as an operation takes them: what stands in the path over REST is an argument like the others elsewhere. */
export function separateParams(
  { http }: Pick<Operation, 'http'>,
  args: Readonly<Record<string, unknown>>,
): Pick<OperationCall, 'params' | 'input'> {
  const isParam = ([name]: [string, unknown]): boolean => http.path.includes(`{${name}}`);
  const entries = Object.entries(args);
  return {
    params: Object.fromEntries(entries.filter(isParam)),
    input: Object.fromEntries(entries.filter((entry) => !isParam(entry))),
  };
}
