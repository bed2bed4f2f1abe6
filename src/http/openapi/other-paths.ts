/** Routes that are no operations. */
export const otherPaths: Readonly<Record<string, Record<string, unknown>>> = {
  '/health': { get: healthItem('health', 'Health', 'How the server and sync are, with reasons.') },
  '/health/live': {
    get: healthItem('health_live', 'Is the process alive', 'For orchestrators: it answers.'),
  },
  '/health/ready': {
    get: healthItem('health_ready', 'Is it ready', 'For orchestrators: 503 while Redis is away.', {
      '503': {
        description: 'Redis is away.',
        content: { 'application/json': { schema: healthSchema() } },
      },
    }),
  },
  '/metrics': {
    get: {
      operationId: 'metrics',
      tags: ['server'],
      summary: 'Metrics',
      description: "Prometheus' text format.\n\nScope: `sync:read`.",
      responses: {
        '200': {
          description: 'The metrics.',
          content: { 'text/plain': { schema: { type: 'string' } } },
        },
        ...refusals(),
      },
    },
  },
  '/api/openapi.json': {
    get: {
      operationId: 'openapi',
      tags: ['server'],
      summary: 'This document',
      description: 'OpenAPI 3.1. `/api/docs` shows it as a page.',
      security: [],
      responses: {
        '200': {
          description: 'The document.',
          content: { 'application/json': { schema: { type: 'object' } } },
        },
        default: { $ref: '#/components/responses/Problem' },
      },
    },
  },
};

function healthItem(
  operationId: string,
  summary: string,
  description: string,
  more: Readonly<Record<string, unknown>> = {},
): Record<string, unknown> {
  return {
    operationId,
    tags: ['server'],
    summary,
    description,
    security: [],
    responses: {
      '200': {
        description: 'How it is.',
        content: { 'application/json': { schema: healthSchema() } },
      },
      ...more,
      default: { $ref: '#/components/responses/Problem' },
    },
  };
}

function healthSchema() {
  return {
    type: 'object',
    required: ['status', 'reasons'],
    properties: {
      status: { type: 'string', enum: ['healthy', 'degraded', 'unhealthy'] },
      reasons: { type: 'array', items: { type: 'string' } },
    },
  };
}

function refusals() {
  return {
    '401': { $ref: '#/components/responses/Unauthorized' },
    '403': { $ref: '#/components/responses/Forbidden' },
    default: { $ref: '#/components/responses/Problem' },
  };
}
