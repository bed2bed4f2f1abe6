import type { CallToolResult } from '@modelcontextprotocol/server';
import type { Operation } from '../operations/define-operation.js';

/** What an operation has answered, as data and as text. */
export function toResult({ restBody }: Operation, json: string): CallToolResult {
  const value = JSON.parse(json) as Record<string, unknown>;
  return restBody === null
    ? { content: [{ type: 'text', text: json }], structuredContent: value }
    : {
        content: [{ type: 'text', text: `{"${restBody}":${json}}` }],
        structuredContent: { [restBody]: value },
      };
}
