import * as z from 'zod';
import type { Operation } from '../define-operation.js';

/**
 * Any other operation, by its name. Both protocols pass such a call on before it enters the gate, so that it is entered,
 * limited, run and written down as the operation that it is about.
 */
export const toolsCall: Operation = {
  name: 'tools_call',
  title: 'Call any tool',
  description:
    'Calls a tool that is not listed here, by its name. Use it with a name and arguments as tools_search describes them; the answer is that tool’s own.',
  input: z.strictObject({
    name: z.string().describe('Of the tool.'),
    arguments: z.record(z.string(), z.unknown()).optional().describe('What it takes.'),
  }),
  output: z.looseObject({}),
  restBody: null,
  area: 'admin',
  isCore: true,
  features: [],
  scope: null,
  // What it does is as the tool that is called.
  annotations: { readOnly: false, destructive: true, idempotent: false, openWorld: true },
  http: { method: 'POST', path: '/api/tools/{name}/call', successStatus: 200 },
  passesOn: true,
  run: () => Promise.reject(new Error('A call of tools_call that was not passed on')),
};
