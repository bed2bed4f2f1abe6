import type { Caller } from '../../domain/access/caller.js';
import { refuseOperation } from '../../domain/access/refuse-operation.js';
import type { Risk } from '../define-action.js';
import type { Operation } from '../define-operation.js';
import { toInputSchema, type InputSchema } from './input-schema.js';
import { createSearchIndex } from './search-index.js';

export interface FoundTool {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  /** Absent where the caller may not use it. */
  readonly inputSchema?: InputSchema;
  readonly readOnly: boolean;
  readonly risk?: Risk;
  readonly allowed: boolean;
  readonly reason?: string;
}

export interface SearchOptions {
  readonly limit: number;
  readonly caller: Caller;
}

/** All operations, for those who look for one. */
export interface ToolCatalogue {
  /** The best first, and how many others there are. What the caller may not use comes after all that it may. */
  search(
    query: string,
    options: SearchOptions,
  ): { readonly tools: readonly FoundTool[]; readonly more: number };
}

/** `isReadOnly`: of the whole server. */
export function createToolCatalogue(
  operations: readonly Operation[],
  isReadOnly: boolean,
): ToolCatalogue {
  // A search must not find what finds and calls.
  const index = createSearchIndex(
    operations.filter(({ name }) => name !== 'tools_search' && name !== 'tools_call'),
  );
  const schemas = new Map<string, InputSchema>();
  const schemaOf = (operation: Operation): InputSchema => {
    const known = schemas.get(operation.name) ?? toInputSchema(operation);
    schemas.set(operation.name, known);
    return known;
  };
  return {
    search(query, { limit, caller }) {
      const found = index.find(query).map((operation) => ({
        operation,
        refusal: refuseOperation(operation, caller, isReadOnly),
      }));
      const sorted = [
        ...found.filter(({ refusal }) => refusal === null),
        ...found.filter(({ refusal }) => refusal !== null),
      ];
      const tools = sorted.slice(0, limit).map(({ operation, refusal }): FoundTool => {
        const { name, title, description, annotations, risk } = operation;
        return {
          name,
          title,
          description,
          ...(refusal === null && { inputSchema: schemaOf(operation) }),
          readOnly: annotations.readOnly,
          ...(risk !== undefined && { risk }),
          allowed: refusal === null,
          ...(refusal !== null && { reason: refusal.message }),
        };
      });
      return { tools, more: sorted.length - tools.length };
    },
  };
}
