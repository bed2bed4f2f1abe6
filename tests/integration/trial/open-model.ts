import type { Client } from '@modelcontextprotocol/client';
import { readAdvice } from './advice.js';
import type { Model } from './job.js';
import { maybeText, rowsOf, type Json } from './json.js';

export interface OpenModel extends Model {
  readonly calls: number;
  readonly wrongCalls: number;
}

interface ToolRow {
  readonly name: string;
  readonly words: ReadonlyMap<string, number>;
}

interface Answer {
  readonly isError: boolean;
  readonly texts: readonly string[];
  readonly data: Json;
}

/**
 * A model's view of a connection, which keeps it honest: whatever it sends that looks like an id, and every tool that it
 * calls, it must have read before, in the list, in the person's words or in the text of a result.
 */
export async function openModel(client: Client, said: () => string): Promise<OpenModel> {
  const { tools } = await client.listTools();
  const rows = tools.map(({ name, title, description }): ToolRow => ({
    name,
    words: weigh(name.replaceAll('_', ' '), `${title ?? ''} ${description ?? ''}`),
  }));
  const listed = new Set(rows.map(({ name }) => name));
  let read = '';
  let calls = 0;
  let wrongCalls = 0;

  const send = async (tool: string, args: Readonly<Record<string, unknown>>): Promise<Answer> => {
    calls += 1;
    const answer = await callTool(client, tool, args);
    read += `\n${answer.texts.join('\n')}`;
    return answer;
  };
  const knows = (text: string): void => {
    if (!read.includes(text) && !said().includes(text))
      throw new Error(`The model cannot know ${text}`);
  };
  const call = async (tool: string, args: Readonly<Record<string, unknown>> = {}) => {
    idsIn(args).forEach(knows);
    if (!listed.has(tool)) knows(tool);
    const answer = listed.has(tool)
      ? await send(tool, args)
      : await send('tools_call', { name: tool, arguments: args });
    if (answer.isError) throw new Error(`${tool} failed: ${answer.texts.join('\n')}`);
    return answer.data;
  };
  return {
    get calls() {
      return calls;
    },
    get wrongCalls() {
      return wrongCalls;
    },
    pick: (words) => pick(rows, words),
    call,
    async mistake(tool, args = {}) {
      wrongCalls += 1;
      const { isError, texts } = await send(tool, args);
      if (!isError) throw new Error(`${tool} did not fail: ${texts.join('\n')}`);
      return readAdvice(texts);
    },
    async search(words) {
      const [best] = rowsOf(await call('tools_search', { query: words }), 'tools');
      return maybeText(best, 'name');
    },
  };
}

/** A request that the protocol refuses reads like a result that failed: hosts show its message. */
async function callTool(
  client: Client,
  name: string,
  args: Readonly<Record<string, unknown>>,
): Promise<Answer> {
  try {
    const result = await client.callTool({ name, arguments: { ...args } });
    const texts = result.content.flatMap((part) => (part.type === 'text' ? [part.text] : []));
    const data = (result.structuredContent ?? {}) as Json;
    return { isError: result.isError === true, texts, data };
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    return { isError: true, texts: [error.message], data: {} };
  }
}

/** Long words without spaces; days and times are known to everybody. */
function idsIn(value: unknown): string[] {
  if (typeof value === 'string') {
    const isTime = /^\d{4}-\d\d-\d\d/.test(value);
    return !isTime && /^\S{20,}$/.test(value) ? [value] : [];
  }
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(idsIn);
}

const saysNothing = new Set(
  'a an and are as at by for in is it not of on or that the their to what which who with'.split(
    ' ',
  ),
);

function weigh(name: string, text: string): ReadonlyMap<string, number> {
  const weights = new Map(wordsOf(text).map((word) => [word, 1]));
  for (const word of wordsOf(name)) weights.set(word, 2);
  return weights;
}

function pick(rows: readonly ToolRow[], words: string): string {
  const wanted = wordsOf(words);
  const scored = rows
    .map(({ name, words: known }) => ({
      name,
      score: wanted.reduce((sum, word) => sum + (known.get(word) ?? 0), 0),
    }))
    .toSorted((one, other) => other.score - one.score);
  const [best, second] = scored;
  if (best === undefined || best.score === 0) throw new Error(`No tool is for "${words}"`);
  if (best.score === second?.score)
    throw new Error(`"${words}" may be ${best.name} or ${second.name}`);
  return best.name;
}

function wordsOf(text: string): string[] {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  const telling = words.filter((word) => !saysNothing.has(word));
  return telling.map((word) => (word.length > 3 ? word.replace(/s$/, '') : word));
}
