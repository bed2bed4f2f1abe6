import type { CallToolResult } from '@modelcontextprotocol/server';
import type { Operation } from '../../operations/define-operation.js';
import { linkIn } from './link-in.js';
import { createOutsidePaths } from './outside-paths.js';
import { renderText } from './render-text.js';

/** About 6,000 tokens; hosts warn of results from 10,000 on. */
const mostCharacters = 24_000;

/** Makes results of what an operation answers. */
export interface ToolResults {
  /** `json`: of the operation. */
  toResult(json: string): CallToolResult;
}

export interface ResultOptions {
  /**
   * `text`: without the data. Several hosts show the model the data alone, where there is any, and the short text never.
   * https://github.com/anthropics/claude-code/issues/79944
   */
  readonly results: 'both' | 'text';
}

/** The data, and the same in few words for the model. `untrusted` names what others wrote, also to who reads the data. */
export function createToolResults(operation: Operation, { results }: ResultOptions): ToolResults {
  const { restBody } = operation;
  const outside = createOutsidePaths(operation.outsideText);
  const rest = restOf(operation);
  return {
    toResult(json) {
      const body = JSON.parse(json) as Record<string, unknown>;
      const value = restBody === null ? body : { [restBody]: body };
      const text = renderText(value, { outside, most: mostCharacters, rest });
      const content: CallToolResult['content'] = [
        { type: 'text', text },
        ...linkIn(value, operation.linksTo),
      ];
      if (results === 'text') return { content };
      const untrusted = outside.in(value);
      return {
        content,
        structuredContent: untrusted.length === 0 ? value : { untrusted, ...value },
      };
    },
  };
}

/** For programs that were there before ours: they read the text as JSON. */
export function createOlderResults({ restBody }: Operation): ToolResults {
  return {
    toResult(json) {
      const text = restBody === null ? json : `{"${restBody}":${json}}`;
      return {
        content: [{ type: 'text', text }],
        structuredContent: JSON.parse(text) as Record<string, unknown>,
      };
    },
  };
}

/** How to get what was cut off. */
function restOf({ input }: Operation): string {
  const ways = [
    ...('limit' in input.shape ? ['a smaller limit'] : []),
    ...('cursor' in input.shape ? ['the cursor of the page before'] : []),
    ...('fields' in input.shape ? ['fewer fields'] : []),
  ];
  const how = ways.length === 0 ? 'ask for less' : `ask again with ${ways.join(' or ')}`;
  return `(The rest is cut off: ${how}.)`;
}
