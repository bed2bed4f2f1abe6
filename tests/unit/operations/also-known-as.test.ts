import * as z from 'zod';
import { describe, expect, it } from 'vitest';
import { ProblemError } from '../../../src/domain/problem.js';
import { otherNamesOf } from '../../../src/operations/also-known-as.js';
import { checkInput } from '../../../src/operations/check-input.js';
import type { Operation, OperationDeps } from '../../../src/operations/define-operation.js';
import type { OperationCall } from '../../../src/operations/operation-call.js';
import { operations } from '../../../src/operations/registry.js';

const input = z.strictObject({
  chat: z.string().describe('Which.'),
  text: z.string().describe('What to say.'),
  account: z.string().optional().describe('In whose name.'),
});

/** Answers its own checked input. */
function anOperation(): Operation {
  const [any] = operations;
  if (any === undefined) throw new Error('There is no operation');
  return {
    ...any,
    name: 'teams_send_chat_message',
    input,
    http: { method: 'POST', path: '/api/teams/chats/{chat}/messages', successStatus: 201 },
    alsoKnownAs: [
      {
        tool: 'post_chat_message_as_agent',
        http: { method: 'POST', path: '/api/chats/{chat_id}/messages' },
        inputs: { chat_id: 'chat', message: 'text' },
        always: { account: 'app' },
      },
    ],
    run: async (_deps, call) => ({ status: 200, json: JSON.stringify(checkInput(input, call)) }),
  };
}

async function run(args: Record<string, unknown>): Promise<unknown> {
  const [known] = otherNamesOf(anOperation());
  if (known === undefined) throw new Error('It has no other name');
  // Neither is reached here.
  const call = { ...known.toCall(args), actor: 'agent' } as OperationCall;
  return JSON.parse((await known.operation.run({} as OperationDeps, call)).json);
}

describe('an operation under another name', () => {
  it('takes its own names for arguments, and says what is always said', async () => {
    expect(await run({ chat_id: '19:1', message: 'Hello' })).toEqual({
      chat: '19:1',
      text: 'Hello',
      account: 'app',
    });
  });

  it('takes our names too, and what the caller says wins over what is always said', async () => {
    expect(await run({ chat: '19:1', text: 'Hello', account: 'ana' })).toMatchObject({
      account: 'ana',
    });
  });

  it('names what is wrong by the name that the caller used', async () => {
    const failure = await run({ chat_id: '19:1' }).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(ProblemError);
    expect(failure).toMatchObject({
      message: 'message: is missing',
      extra: { errors: [{ field: 'message' }] },
    });
  });

  it('shows its name, route and arguments, and enters the gate as the operation that it is', () => {
    const [known] = otherNamesOf(anOperation());
    expect(known?.shown.name).toBe('post_chat_message_as_agent');
    expect(known?.shown.http.path).toBe('/api/chats/{chat_id}/messages');
    expect(Object.keys(known?.shown.input.shape ?? {})).toEqual(['chat_id', 'message', 'account']);
    expect(known?.operation.name).toBe('teams_send_chat_message');
    expect(known?.toCall({ chat_id: '19:1' }).params).toEqual({ chat: '19:1' });
  });
});

describe('the names of all operations', () => {
  const others = operations.flatMap(otherNamesOf);

  it('are each of one operation', () => {
    const tools = [
      ...operations.map(({ name }) => name),
      ...others.flatMap(({ otherName: { tool } }) => (tool === undefined ? [] : [tool])),
    ];
    expect(new Set(tools).size).toBe(tools.length);
    const routes = [
      ...operations,
      ...others.filter(({ otherName: { http } }) => http !== undefined).map(({ shown }) => shown),
    ].map(({ http }) => `${http.method} ${http.path.replaceAll(/\{\w+\}/g, '{}')}`);
    expect(new Set(routes).size).toBe(routes.length);
  });

  it('stand for arguments that there are', () => {
    for (const { operation, otherName } of others) {
      const names = Object.keys(operation.input.shape);
      const { inputs = {}, always = {} } = otherName;
      for (const name of [...Object.values(inputs), ...Object.keys(always)]) {
        expect(names, `${otherName.tool ?? otherName.http?.path}`).toContain(name);
      }
    }
  });
});
