import {
  problemCatalogue,
  ProblemError,
  type Problem,
  type ProblemCode,
} from '../domain/problem.js';

/** What the store calls fields that boards call otherwise. */
const names: Readonly<Record<string, string>> = {
  dueDateTime: 'dueAt',
  startDateTime: 'startAt',
  assigneeIds: 'assignees',
  appliedCategories: 'labels',
  bucketId: 'bucket',
  planId: 'plan',
};

/** The store's refusal of a write, as an error in the words of boards. */
export function toRefusal(json: string): ProblemError {
  const { code, detail, title, errors } = JSON.parse(json) as Problem;
  return new ProblemError(
    isKnown(code) ? code : 'internal',
    rename(detail ?? title),
    errors === undefined
      ? {}
      : {
          errors: errors.map((one) => ({
            ...one,
            field: rename(one.field),
            message: rename(one.message),
          })),
        },
  );
}

export function codeOf(json: string): string {
  return (JSON.parse(json) as Problem).code;
}

function isKnown(code: string): code is ProblemCode {
  return Object.hasOwn(problemCatalogue, code);
}

function rename(text: string): string {
  return Object.entries(names).reduce((said, [from, to]) => said.replaceAll(from, to), text);
}
