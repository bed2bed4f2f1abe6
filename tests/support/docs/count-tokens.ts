import { encode } from 'gpt-tokenizer/encoding/o200k_base';
import { pino } from 'pino';
import { fullAccess, noPerson, type Caller } from '../../../src/domain/access/caller.js';
import { createTools } from '../../../src/mcp/tools.js';
import { createGate } from '../../../src/operations/access/gate.js';
import type { OperationDeps } from '../../../src/operations/define-operation.js';
import { operations } from '../../../src/operations/registry.js';
import { profileOf } from '../profile-of.js';

export interface ListSize {
  readonly profile: string;
  readonly tools: number;
  /** Of the exact JSON of `tools/list`, by the tokenizer o200k_base. */
  readonly tokens: number;
}

/** Who may do everything. */
export const everybody: Caller = {
  actor: 'agent',
  kind: 'anonymous',
  owner: 'anonymous',
  keyId: null,
  ...noPerson,
  ...fullAccess,
};

/** How much a model is told before it has asked for anything, where the caller may do everything. */
export function sizeOf(profile: string): ListSize {
  const gate = createGate({
    // Nothing of these is reached by a list.
    operations: {} as OperationDeps,
    isReadOnly: false,
    takeRequest: null,
    findOperation: () => null,
    audit: { note: () => undefined },
    noteRefusal: () => undefined,
    now: Date.now,
  });
  const logger = pino({ level: 'silent' });
  const tools = createTools({ operations, gate, logger, outputSchemas: false, results: 'both' });
  const chosen = profileOf(profile);
  const caller: Caller = chosen.isReadOnly ? { ...everybody, policy: 'read' } : everybody;
  const list = tools.list(caller, chosen);
  return { profile, tools: list.length, tokens: encode(JSON.stringify({ tools: list })).length };
}
