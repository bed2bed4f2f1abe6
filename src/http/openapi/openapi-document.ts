import { toAnswerSchema } from '../../operations/answer-schema.js';
import type { Operation } from '../../operations/define-operation.js';
import type { OperationArea } from '../../operations/operation-area.js';
import { problemSchema } from '../../operations/problem-schema.js';
import { scopeWords } from '../../domain/access/scope-words.js';
import { toOperationPart } from './operation-item.js';
import type { OperationExamples } from './operation-example.js';
import { otherPaths } from './other-paths.js';
import { problemComponents } from './problem-responses.js';

const areaWords: Readonly<Record<OperationArea, string>> = {
  tasks: 'Tasks of boards and of people: Planner, To Do, and what waits for a person.',
  mail: 'Mail.',
  calendar: 'Calendars and events.',
  teams: 'Teams, channels and chats.',
  directory: 'People and groups, and what Microsoft 365 knows of single things.',
  files: 'Files, for reading.',
  sync: 'How sync fares, and its steering.',
  admin: 'Accounts, approvals, health, the audit log.',
};

/**
 * The REST API as OpenAPI 3.1, from the registry: what is called is what is described.
 * https://spec.openapis.org/oas/v3.1.1
 */
export function toOpenApiDocument({
  operations,
  version,
  examples,
}: {
  readonly operations: readonly Operation[];
  readonly version: string;
  readonly examples: OperationExamples;
}) {
  const parts = operations.map((operation) => toOperationPart(operation, examples[operation.name]));
  const paths: Record<string, Record<string, unknown>> = { ...otherPaths };
  for (const { path, method, item } of parts) paths[path] = { ...paths[path], [method]: item };
  return {
    openapi: '3.1.1',
    info: {
      title: 'Tandem',
      version,
      summary: 'Keeps AI agents and people on the same Microsoft Planner board.',
      description:
        'Every operation is also an MCP tool of the same name. Failures are problem objects (RFC 9457) with a stable `code`. ' +
        'Times are ISO 8601 with their offset. Lists page with `limit` and `cursor`. Writes take the header `Idempotency-Key`.',
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url: '/', description: 'This server.' }],
    security: [{ bearer: [] }, {}],
    tags: [
      ...Object.entries(areaWords).map(([name, description]) => ({ name, description })),
      { name: 'server', description: 'Health, metrics and live events.' },
    ],
    paths,
    components: {
      securitySchemes: {
        bearer: {
          type: 'http',
          scheme: 'bearer',
          description: `A key of this server, or a token of its authorization server or of Entra ID, as AUTH_MODE has it; none with AUTH_MODE=none. Scopes: ${Object.keys(scopeWords).join(', ')}.`,
        },
      },
      parameters: {
        IdempotencyKey: {
          name: 'Idempotency-Key',
          in: 'header',
          required: false,
          description: 'The same key again: the same answer, and nothing is done twice (24 h).',
          schema: { type: 'string', minLength: 1, maxLength: 255 },
        },
      },
      responses: problemComponents,
      schemas: {
        Problem: toAnswerSchema(problemSchema),
        ...Object.assign({}, ...parts.map(({ schemas }) => schemas)),
      },
    },
  };
}
