import type { Operation } from '../../operations/define-operation.js';

/** The failures that a caller has to reckon with; `default` is every other. */
export function problemResponses(
  { annotations, features }: Operation,
  hasPath: boolean,
): Record<string, unknown> {
  const statuses = [
    '400',
    '401',
    '403',
    ...(hasPath ? ['404'] : []),
    ...(annotations.readOnly ? [] : ['409', '422']),
    '429',
    ...(features.length > 0 ? ['503'] : []),
  ];
  return Object.fromEntries([
    ...statuses.map((status) => [status, { $ref: `#/components/responses/${names[status]}` }]),
    ['default', { $ref: '#/components/responses/Problem' }],
  ]);
}

const names: Readonly<Record<string, string>> = {
  '400': 'Invalid',
  '401': 'Unauthorized',
  '403': 'Forbidden',
  '404': 'NotFound',
  '409': 'Conflict',
  '422': 'Unprocessable',
  '429': 'TooManyRequests',
  '503': 'Unavailable',
};

/** The named responses to which operations refer. */
export const problemComponents = {
  Invalid: problem('The request has problems; `errors` names every one.'),
  Unauthorized: problem('A valid key or token is needed.', {
    'WWW-Authenticate': 'What would be taken.',
  }),
  Forbidden: problem('Not for this caller, or Microsoft Graph does not allow it.'),
  NotFound: problem('There is no such thing, or not for this caller.'),
  Conflict: problem('It is not in the state for that, or has changed since.'),
  Unprocessable: problem('It can be read, but not be done; the detail says why.'),
  TooManyRequests: problem('Too many requests.', { 'Retry-After': 'Seconds to wait.' }),
  Unavailable: problem('Redis, Temporal or Microsoft Graph is away.', {
    'Retry-After': 'Seconds to wait.',
  }),
  Problem: problem('Any other failure.'),
};

function problem(description: string, headers: Readonly<Record<string, string>> = {}) {
  const described = Object.entries(headers).map(([name, text]) => [
    name,
    { description: text, schema: { type: 'string' } },
  ]);
  return {
    description,
    ...(described.length > 0 && { headers: Object.fromEntries(described) }),
    content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
  };
}
