import {
  ProtocolError,
  ProtocolErrorCode,
  type GetPromptResult,
  type Prompt,
} from '@modelcontextprotocol/server';
import type { Caller } from '../../domain/access/caller.js';
import type { Gate } from '../../operations/access/gate.js';
import type { Operation } from '../../operations/define-operation.js';
import { nearestName } from '../../operations/nearest-name.js';
import { inQuotes } from '../results/text-lines.js';
import { promptTexts, type PromptText } from './prompt-texts.js';

/** Ways of working that a person picks in their host. */
export interface Prompts {
  /** Those whose tools the caller may use. */
  list(caller: Caller): readonly Prompt[];
  /** ProtocolError for an unknown one, and for arguments that it does not take. */
  get(name: string, args: Readonly<Record<string, string>>, caller: Caller): GetPromptResult;
}

const longestArgument = 500;

export function createPrompts(
  operations: readonly Operation[],
  gate: Pick<Gate, 'mayUse'>,
): Prompts {
  const byName = new Map(operations.map((operation) => [operation.name, operation]));
  const isFor = ({ needs }: PromptText, caller: Caller): boolean =>
    needs.every((name) => {
      const operation = byName.get(name);
      return operation !== undefined && gate.mayUse(operation, caller);
    });
  return {
    list: (caller) =>
      promptTexts
        .filter((prompt) => isFor(prompt, caller))
        .map(({ name, title, description, arguments: args }) => ({
          name,
          title,
          description,
          arguments: args.map((argument) => ({ ...argument })),
        })),
    get(name, args, caller) {
      const prompt = promptTexts.find((one) => one.name === name && isFor(one, caller));
      if (prompt === undefined) throw unknown(name);
      return {
        description: prompt.description,
        messages: [
          {
            role: 'user',
            content: { type: 'text', text: prompt.text(readArguments(prompt, args)) },
          },
        ],
      };
    },
  };
}

function readArguments(
  { name: prompt, arguments: known }: PromptText,
  args: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> {
  const names = known.map(({ name }) => name as string);
  const said: Record<string, string> = {};
  for (const [name, value] of Object.entries(args)) {
    if (!names.includes(name)) {
      throw invalid(`${prompt} takes no ${name}; known: ${names.join(', ')}`);
    }
    if (value.length > longestArgument) throw invalid(`${name} is longer than ${longestArgument}`);
    if (value.trim() !== '') said[name] = inQuotes(value.trim());
  }
  for (const { name, required } of known) {
    if (required && said[name] === undefined) throw invalid(`${name} is missing`);
  }
  return said;
}

function unknown(name: string): ProtocolError {
  const names = promptTexts.map((prompt) => prompt.name);
  const nearest = nearestName(name, names);
  const hint = nearest === undefined ? `known: ${names.join(', ')}` : `did you mean ${nearest}?`;
  return invalid(`Prompt ${name} not found; ${hint}`);
}

function invalid(message: string): ProtocolError {
  return new ProtocolError(ProtocolErrorCode.InvalidParams, message);
}
