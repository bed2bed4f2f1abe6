import * as z from 'zod';
import { toAnswerSchema } from '../../operations/answer-schema.js';
import type { Operation } from '../../operations/define-operation.js';
import type { OperationExample } from './operation-example.js';
import type { OpenApiSchema } from './openapi-schema.js';
import { refTo, toInputSchema } from './openapi-schema.js';
import { problemResponses } from './problem-responses.js';

/** What one operation adds to the document. */
export interface OperationPart {
  readonly path: string;
  readonly method: string;
  readonly item: Readonly<Record<string, unknown>>;
  /** Component schemas, by name. */
  readonly schemas: Readonly<Record<string, OpenApiSchema>>;
}

/** An operation of the registry as an operation of OpenAPI. */
export function toOperationPart(operation: Operation, example?: OperationExample): OperationPart {
  const { name, title, description, http, scope } = operation;
  const input = toInputSchema(operation.input);
  const inPath = [...http.path.matchAll(/\{(\w+)\}/g)].flatMap(([, part]) => part ?? []);
  const rest = Object.entries(input.properties ?? {}).filter(([key]) => !inPath.includes(key));
  const takesQuery = http.method === 'GET' || http.method === 'DELETE';
  const resultName = `${toPascal(name)}Result`;
  const inputName = `${toPascal(name)}Input`;
  const hasBody = !takesQuery && rest.length > 0;
  return {
    path: http.path,
    method: http.method.toLowerCase(),
    item: {
      operationId: name,
      tags: [operation.area],
      summary: title,
      description: `${description}\n\nScope: \`${scope}\`.`,
      parameters: [
        ...inPath.map((key) => toParameter(input, key, 'path', example)),
        ...(takesQuery ? rest.map(([key]) => toParameter(input, key, 'query', example)) : []),
        ...(takesQuery ? [] : [{ $ref: '#/components/parameters/IdempotencyKey' }]),
      ],
      ...(hasBody && {
        requestBody: {
          required: rest.some(([key]) => input.required?.includes(key) === true),
          content: {
            'application/json': {
              schema: refTo(inputName),
              ...(example !== undefined && { example: without(example.input, inPath) }),
            },
          },
        },
      }),
      responses: {
        ...successResponses(operation, resultName, example),
        ...problemResponses(operation, inPath.length > 0),
      },
    },
    schemas: {
      ...(hasBody && {
        [inputName]: {
          ...input,
          properties: Object.fromEntries(rest),
          required: (input.required ?? []).filter((key) => !inPath.includes(key)),
        },
      }),
      ...(http.successStatus !== 204 && { [resultName]: resultSchema(operation) }),
    },
  };
}

function successResponses(
  operation: Operation,
  resultName: string,
  example: OperationExample | undefined,
): Record<string, unknown> {
  const { successStatus } = operation.http;
  if (successStatus === 204) return { '204': { description: 'Done.' } };
  const content = {
    'application/json': {
      schema: refTo(resultName),
      ...(example !== undefined && { example: example.answer }),
    },
  };
  const others =
    successStatus === 201
      ? {
          '200': {
            description: 'Nothing was made: a dry run, or a call that came again.',
            content,
          },
        }
      : {};
  return {
    ...others,
    [String(successStatus)]: {
      description: successStatus === 201 ? 'Made.' : 'The answer.',
      content,
      ...(successStatus === 201 && {
        headers: { Location: { description: 'Of what was made.', schema: { type: 'string' } } },
      }),
    },
  };
}

/** REST answers one member of some results as the whole body. */
function resultSchema({ output, restBody }: Operation): OpenApiSchema {
  const member = restBody === null ? undefined : output.shape[restBody];
  return toAnswerSchema(member instanceof z.ZodType ? member : output);
}

function toParameter(
  input: OpenApiSchema,
  name: string,
  place: 'path' | 'query',
  example: OperationExample | undefined,
): Record<string, unknown> {
  const schema = input.properties?.[name];
  const described = typeof schema === 'object' ? schema : {};
  const { description, ...rest } = described;
  const value = example?.input[name];
  return {
    name,
    in: place,
    required: place === 'path' || input.required?.includes(name) === true,
    ...(description !== undefined && { description }),
    schema: rest,
    ...(value !== undefined && { example: value }),
  };
}

function without(input: Readonly<Record<string, unknown>>, keys: readonly string[]) {
  return Object.fromEntries(Object.entries(input).filter(([key]) => !keys.includes(key)));
}

function toPascal(name: string): string {
  return name
    .split('_')
    .map((word) => word.slice(0, 1).toUpperCase() + word.slice(1))
    .join('');
}
