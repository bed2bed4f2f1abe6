import { afterAll, beforeAll, describe, inject, it } from 'vitest';
import { contractCases } from '../../support/contract-cases.js';
import { runContractCase, type ContractDoor } from '../../support/run-contract-case.js';
import { contractEnv, contractPlans } from './contract-plans.js';
import { startTestServer, type TestServer } from './start-test-server.js';

let server: TestServer;

beforeAll(async () => {
  server = await startTestServer({ redisUrl: inject('redisUrl'), env: contractEnv });
});

afterAll(() => server.close());

describe('through REST', () => {
  it.each(contractCases)('$name', async (contractCase) => {
    await runContractCase(contractCase, throughRest(server.origin), contractPlans);
  });
});

const methods = { create: 'POST', update: 'PATCH', delete: 'DELETE', get: 'GET' } as const;

function throughRest(origin: string): ContractDoor {
  return {
    async send({ operation, id, body, expectedRev, idempotencyKey }) {
      const path = id === undefined ? '' : `/${encodeURIComponent(id)}`;
      const query = expectedRev === undefined ? '' : `?expectedRev=${expectedRev}`;
      const response = await fetch(`${origin}/api/agent/tasks${path}${query}`, {
        method: methods[operation],
        headers: {
          ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
          ...(idempotencyKey === undefined ? {} : { 'Idempotency-Key': idempotencyKey }),
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
      const text = await response.text();
      return {
        status: response.status,
        body: text === '' ? {} : JSON.parse(text),
        replayed: response.headers.get('Idempotency-Replayed') === 'true',
      };
    },
  };
}
