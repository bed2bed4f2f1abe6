import { Client, Connection } from '@temporalio/client';
import proto from '@temporalio/proto';
import type { Board } from './board.js';
import type { Stack } from './stack.js';

/** Looks into Temporal as an operator does. */
export interface Operator {
  openWorkflows(): Promise<readonly string[]>;
  /** Everything that Temporal keeps of all runs, as the bytes that hold it. */
  histories(): Promise<Buffer>;
  /** Whole histories of all runs, what is shown of each, and the schedules, as Temporal's messages have it. */
  everything(): Promise<readonly unknown[]>;
  /** The types of all runs. */
  typesSeen(): Promise<readonly string[]>;
  close(): Promise<void>;
}

export async function openTemporal({ temporalAddress }: Stack): Promise<Operator> {
  const connection = await Connection.connect({ address: temporalAddress });
  const client = new Client({ connection });
  const { History } = proto.temporal.api.history.v1;
  return {
    async openWorkflows() {
      const types: string[] = [];
      const query = "ExecutionStatus = 'Running'";
      for await (const workflow of client.workflow.list({ query })) types.push(workflow.type);
      return types;
    },
    async histories() {
      const parts: Buffer[] = [];
      for await (const {
        workflowId,
        runId,
        memo,
        typedSearchAttributes,
      } of client.workflow.list()) {
        const history = await client.workflow.getHandle(workflowId, runId).fetchHistory();
        parts.push(Buffer.from(History.encode(history).finish()));
        parts.push(Buffer.from(JSON.stringify([workflowId, memo, typedSearchAttributes])));
      }
      return Buffer.concat(parts);
    },
    async everything() {
      const kept: unknown[] = [];
      for await (const { raw, workflowId, runId } of client.workflow.list()) {
        const handle = client.workflow.getHandle(workflowId, runId);
        kept.push(raw, await handle.fetchHistory(), (await handle.describe()).raw);
      }
      for await (const { scheduleId } of client.schedule.list()) {
        kept.push((await client.schedule.getHandle(scheduleId).describe()).raw);
      }
      return kept;
    },
    async typesSeen() {
      const types: string[] = [];
      for await (const { type } of client.workflow.list()) types.push(type);
      return types;
    },
    close: () => connection.close(),
  };
}

/** What must be in no history and no log, by what it is. */
export function confidential(
  stack: Stack,
  board: Board,
  texts: Readonly<Record<string, string>>,
): ReadonlyMap<string, string> {
  return new Map([
    ...Object.entries(texts),
    ['the client secret', stack.emulator.clientSecret],
    // JSON Web Tokens begin with their header: {"alg":… or {"typ":…
    ['a token', 'eyJhbGciOi'],
    ['another token', 'eyJ0eXAiOi'],
    ...board.people.map((person): [string, string] => [
      `the token of ${person.displayName}`,
      person.accessToken,
    ]),
  ]);
}

/** Names of what was found although it must not be. */
export function leaks(haystack: Buffer, words: ReadonlyMap<string, string>): readonly string[] {
  return [...words].filter(([, word]) => haystack.includes(word)).map(([name]) => name);
}
