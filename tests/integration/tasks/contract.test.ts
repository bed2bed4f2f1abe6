import { afterAll, beforeAll, describe, it } from 'vitest';
import { ProblemError } from '../../../src/domain/problem.js';
import type { TaskStore, WriteContext } from '../../../src/tasks/task-store.js';
import { contractCases, type ContractRequest } from '../../support/contract-cases.js';
import { runContractCase, type ContractDoor } from '../../support/run-contract-case.js';
import { aTaskStore, fcall, plans, type TaskStoreFixture } from './task-store-fixture.js';

const doors: readonly {
  readonly name: string;
  readonly byScript: boolean;
  readonly open: (fixture: TaskStoreFixture) => ContractDoor;
}[] = [
  { name: 'the store', byScript: false, open: ({ store }) => throughStore(store) },
  { name: 'the store by EVALSHA', byScript: true, open: ({ store }) => throughStore(store) },
  { name: 'FCALL', byScript: false, open: throughFcall },
];

describe.each(doors)('through $name', ({ byScript, open }) => {
  let fixture: TaskStoreFixture;
  beforeAll(async () => {
    fixture = await aTaskStore({ byScript });
  });
  afterAll(() => fixture.close());

  it.each(contractCases)('$name', async (contractCase) => {
    await runContractCase(contractCase, open(fixture), plans);
  });
});

function throughStore(store: TaskStore): ContractDoor {
  return {
    async send(request) {
      if (request.operation === 'get') return { ...(await read(store, request)), replayed: null };
      const { status, json, replayed } = await write(store, request);
      return { status, body: JSON.parse(json), replayed };
    },
  };
}

function write(store: TaskStore, { operation, id = '', body, ...guards }: ContractRequest) {
  const context = { actor: 'agent', ...guards } as WriteContext;
  switch (operation) {
    case 'create':
      return store.write({ operation, body }, context);
    case 'update':
      return store.write({ operation, id, body }, context);
    default:
      return store.write({ operation: 'delete', id }, context);
  }
}

async function read(store: TaskStore, { id = '' }: ContractRequest) {
  try {
    return { status: 200, body: JSON.parse(await store.read(id)) as unknown };
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    return { status: error.status, body: error.toProblem() };
  }
}

function throughFcall(fixture: TaskStoreFixture): ContractDoor {
  return {
    async send(request) {
      if (request.operation === 'get') {
        return { ...(await read(fixture.store, request)), replayed: null };
      }
      const body = await fcall(fixture, { actor: 'agent', ...request });
      const status = typeof body['status'] === 'number' ? body['status'] : null;
      return { status, body, replayed: null };
    },
  };
}
