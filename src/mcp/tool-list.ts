import type { Tool } from '@modelcontextprotocol/server';
import type { Caller } from '../domain/access/caller.js';
import type { Guarded } from '../domain/access/refuse-operation.js';
import type { Profile } from '../domain/tools/profile.js';
import type { Gate } from '../operations/access/gate.js';
import { otherNamesOf } from '../operations/also-known-as.js';
import type { Operation } from '../operations/define-operation.js';
import { toListedSchema } from '../operations/tools/input-schema.js';
import { toOutputSchema } from './output-schema.js';
import { holds } from './profiles/holds.js';

/** What `tools/list` answers, made once for all callers. */
export interface ToolList {
  /** Those of the profile that the caller may use, always in the same order. */
  of(profile: Profile, caller: Caller): Tool[];
}

export interface ToolListOptions {
  /**
   * Output schemas are left out unless wanted: they are four fifths of the list, and hosts keep them from the model.
   * https://github.com/anthropics/claude-code/issues/54197
   */
  readonly outputSchemas: boolean;
}

interface Entry {
  readonly operation: Operation;
  readonly tool: Tool;
  /** For older programs, by a name that is theirs. */
  readonly isOtherName: boolean;
}

export function createToolList(
  operations: readonly Operation[],
  gate: Pick<Gate, 'mayUse'>,
  options: ToolListOptions,
): ToolList {
  const entries = operations.flatMap((operation): Entry[] => [
    { operation, tool: toTool(operation, options), isOtherName: false },
    ...otherNamesOf(operation)
      .filter(({ otherName }) => otherName.tool !== undefined)
      .map(({ shown }) => ({ operation, tool: toTool(shown, options), isOtherName: true })),
  ]);
  return {
    of(profile, caller) {
      const mayWrite = gate.mayUse(anyWrite, caller);
      return entries.flatMap(({ operation, tool, isOtherName }) => {
        const isHeld = isOtherName ? profile.names.has('seeds') : holds(profile, operation);
        if (!isHeld) return [];
        // What is passed on is refused there, and only reads where nothing else is allowed.
        if (operation.passesOn === true) return [mayWrite ? tool : onlyReading(tool)];
        return gate.mayUse(operation, caller) ? [tool] : [];
      });
    },
  };
}

const anyWrite: Guarded = { name: 'a write', scope: null, annotations: { readOnly: false } };

function onlyReading(tool: Tool): Tool {
  return { ...tool, annotations: { readOnlyHint: true } };
}

function toTool(operation: Operation, { outputSchemas }: ToolListOptions): Tool {
  const { name, title, description } = operation;
  return {
    name,
    title,
    description,
    inputSchema: toListedSchema(operation),
    ...(outputSchemas && { outputSchema: toOutputSchema(operation) }),
    annotations: toHints(operation),
  };
}

/**
 * Without what says the same as its absence, and without what says nothing of a tool that reads.
 * https://modelcontextprotocol.io/specification/2025-11-25/schema#toolannotations
 */
function toHints({ annotations }: Operation): NonNullable<Tool['annotations']> {
  const { readOnly, destructive, idempotent, openWorld } = annotations;
  return {
    readOnlyHint: readOnly,
    ...(!readOnly && !destructive && { destructiveHint: false }),
    ...(!readOnly && idempotent && { idempotentHint: true }),
    ...(!openWorld && { openWorldHint: false }),
  };
}
