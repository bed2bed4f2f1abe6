import * as z from 'zod';
import { Ajv2020, type AnySchema } from 'ajv/dist/2020.js';
import { pino } from 'pino';
import { describe, expect, it } from 'vitest';
import { ProblemError } from '../../../src/domain/problem.js';
import { fullAccess, noPerson } from '../../../src/domain/access/caller.js';
import { createGate } from '../../../src/operations/access/gate.js';
import type { Operation, OperationDeps } from '../../../src/operations/define-operation.js';
import { operations } from '../../../src/operations/registry.js';
import { profileOf } from '../../support/profile-of.js';
import { instructionsFor } from '../../../src/mcp/instructions.js';
import { sharedArguments } from '../../../src/operations/tools/shared-arguments.js';
import { createTools, isElicits } from '../../../src/mcp/tools.js';

const silent = pino({ level: 'silent' });
// Nothing of these is reached by the tests here.
const gate = createGate({
  operations: {} as OperationDeps,
  isReadOnly: false,
  takeRequest: null,
  findOperation: () => null,
  audit: { note: () => undefined },
  noteRefusal: () => undefined,
  now: Date.now,
});
const caller = {
  actor: 'agent',
  kind: 'anonymous',
  owner: 'anonymous',
  keyId: null,
  ...noPerson,
  ...fullAccess,
} as const;
const origin = { caller, requestId: null, from: null, onStanding: () => undefined };

const everything = profileOf('all');
const theCaller = { actor: 'agent', origin, profile: everything };
const theOperations = {
  operations,
  gate,
  logger: silent,
  outputSchemas: true,
  results: 'both' as const,
};

/** Every word costs each model that is shown the list. */
const sayWhatTheyAre = new Set(
  (
    'title subject name labels progress checklist removeLabels checked isChecked type status importance categories category ' +
    'url flagged flag isRead hasAttachments format cc bcc contentType where description query set ids unassign'
  ).split(' '),
);

function outputOf(name: string): z.ZodObject {
  const operation = operations.find((one) => one.name === name);
  if (operation === undefined) throw new Error(`There is no operation ${name}`);
  return operation.output;
}

describe('the list of tools', () => {
  const list = createTools(theOperations).list(caller, everything);

  it('describes every operation with schemas that are valid JSON Schema', () => {
    const ajv = new Ajv2020({ strict: false });
    for (const tool of list) {
      expect(ajv.validateSchema(tool.inputSchema), tool.name).toBe(true);
      expect(ajv.validateSchema(tool.outputSchema as AnySchema), tool.name).toBe(true);
    }
  });

  it('explains every argument that does not say what it is, those of many tools once in the instructions', () => {
    const instructions = instructionsFor(everything);
    for (const { name, inputSchema } of list) {
      for (const [argument, schema] of Object.entries(inputSchema.properties ?? {})) {
        if (sayWhatTheyAre.has(argument)) continue;
        if (!Object.hasOwn(sharedArguments, argument)) {
          expect(schema, `${name}.${argument}`).toHaveProperty('description');
        } else expect(instructions, `${name}.${argument}`).toContain(`${argument}, `);
      }
    }
  });

  it('says what a tool answers only where that is wanted', () => {
    const short = createTools({ ...theOperations, outputSchemas: false }).list(caller, everything);
    expect(short.map(({ name }) => name)).toEqual(list.map(({ name }) => name));
    for (const tool of short) expect(tool).not.toHaveProperty('outputSchema');
  });

  it('forbids unknown arguments, so that a host can see a mistake before the call', () => {
    for (const { inputSchema } of list) expect(inputSchema['additionalProperties']).toBe(false);
  });

  it('carries bounds and choices', () => {
    const byName = new Map(list.map((tool) => [tool.name, tool]));
    expect(byName.get('task_create')?.inputSchema.properties).toMatchObject({
      dueDateTime: { type: ['string', 'null'] },
      percentComplete: { type: 'integer', minimum: 0, maximum: 100 },
    });
    expect(byName.get('task_list')?.inputSchema.properties).toMatchObject({
      state: { enum: ['pending', 'synced', 'conflict', 'failed', 'local'] },
      limit: { minimum: 1, maximum: 200 },
    });
    expect(byName.get('task_create')?.inputSchema.required).toEqual(['title']);
    expect(byName.get('task_update')?.inputSchema.required).toEqual(['id']);
  });

  it('admits problem objects in the output, because clients check errors too', () => {
    const problem = new ProblemError('not_found', 'No such task').toProblem();
    const ajv = new Ajv2020({ strict: false });
    for (const { name, outputSchema } of list) {
      const validate = ajv.compile(outputSchema as AnySchema);
      expect(validate(problem), name).toBe(true);
      // An action's answer may be a dry run's alone, so that none of its members is always there.
      const { required } = z.toJSONSchema(outputOf(name), { io: 'output' });
      if (required !== undefined) expect(validate({ something: 'else' }), name).toBe(false);
    }
  });

  it('gives each tool its hints', () => {
    const hints = Object.fromEntries(list.map(({ name, annotations }) => [name, annotations]));
    expect(hints['task_get']).toEqual({ readOnlyHint: true, openWorldHint: false });
    expect(hints['todo_list_lists']).toEqual({ readOnlyHint: true });
    // What is left out is so by the specification: destructive, not idempotent, and about an open world.
    expect(hints['task_delete']).toEqual({ readOnlyHint: false, idempotentHint: true });
    expect(hints['task_create']).toEqual({ readOnlyHint: false, destructiveHint: false });
  });
});

describe('a failing tool', () => {
  it("masks what is nobody's business and leaves an id for the log", async () => {
    const lines: string[] = [];
    const logger = pino({ level: 'error' }, { write: (line: string) => lines.push(line) });
    const tools = createTools({
      ...theOperations,
      operations: [failing(new Error('secret path /etc/x'))],
      logger,
    });
    const result = await tools.call('task_get', { id: 'x' }, theCaller);
    expect(JSON.stringify(result)).not.toContain('/etc/x');
    expect(result).toMatchObject({ isError: true, structuredContent: { code: 'internal' } });
    const id = /under ([0-9a-f-]{36})/.exec(JSON.stringify(result))?.[1];
    expect(lines.join()).toContain('secret path /etc/x');
    expect(lines.join()).toContain(id);
  });

  it('answers a problem as data, as text, and as advice', async () => {
    const error = new ProblemError('invalid_input', 'titel: is not known', {
      errors: [{ field: 'titel', message: 'is not known', suggestion: 'title' }],
    });
    const tools = createTools({ ...theOperations, operations: [failing(error)] });
    const answer = await tools.call('task_get', {}, theCaller);
    if (isElicits(answer)) throw new Error('Nobody was to be asked');
    const { isError, content, structuredContent } = answer;
    expect(isError).toBe(true);
    expect(structuredContent).toEqual(error.toProblem());
    const [data, advice] = content.map((part) => (part.type === 'text' ? part.text : ''));
    expect(JSON.parse(data ?? '')).toEqual(structuredContent);
    expect(advice).toBe('Correct and call again: titel is not known, did you mean title.');
  });

  it('that does not exist is a protocol error naming the ones that do', async () => {
    const tools = createTools(theOperations);
    await expect(tools.call('taskCreate', {}, theCaller)).rejects.toThrow(
      'did you mean task_create?',
    );
    await expect(tools.call('create_task', {}, theCaller)).rejects.toThrow(
      'known: task_create, task_get',
    );
  });

  it('that does not exist may be like one that is not listed, where that can be called', async () => {
    const tools = createTools(theOperations);
    const core = { ...theCaller, profile: profileOf('core') };
    await expect(tools.call('planner_add_checklist', {}, core)).rejects.toThrow(
      'did you mean planner_add_checklist_item? It is not listed: use tools_call.',
    );
    await expect(tools.call('dance', {}, core)).rejects.toThrow('tools_search finds others');
    const mail = { ...theCaller, profile: profileOf('mail') };
    await expect(tools.call('planner_add_checklist', {}, mail)).rejects.toThrow('known: mail_');
  });

  it('that is not in the profile says where it is, and nothing of things that are not found', async () => {
    const tools = createTools(theOperations);
    const mail = { ...theCaller, profile: profileOf('mail') };
    const answer = await tools.call('planner_add_checklist_item', {}, mail);
    if (isElicits(answer)) throw new Error('Nobody was to be asked');
    const [, advice] = answer.content.map((part) => (part.type === 'text' ? part.text : ''));
    expect(advice).toBe('To do it, connect with another one, for instance at /mcp/all.');
  });
});

function failing(error: Error): Operation {
  const [operation] = operations.filter(({ name }) => name === 'task_get');
  if (operation === undefined) throw new Error('task_get is gone');
  return { ...operation, run: () => Promise.reject(error) };
}
