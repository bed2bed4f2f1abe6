import { parseArgs } from 'node:util';
import { readRunningStack } from '../config/running-stack.js';

export const demoHelp = `npm run demo [-- options]

An agent, seen from outside: an MCP client creates three tasks, waits until they stand on the Planner board,
then waits for you to change one of them there, and tells what came back and how long it took.

  --auto           play the person too (needs the local emulator's board)
  --url URL        the MCP endpoint; default: of the running npm start, else http://127.0.0.1:8000/mcp
  --board URL      the emulator's board; default: of the running npm start
  --plan ID        the plan to write into; default: the server's default plan
  --api-key KEY    for a server with AUTH_MODE=api-key
  --timeout SEC    how long to wait for the person; default 600, with --auto 60
  --help

Environment: TANDEM_MCP_URL, TANDEM_BOARD_URL, TANDEM_API_KEY, TANDEM_DATA_DIR say the same.
`;

export interface DemoOptions {
  readonly mcpUrl: URL;
  readonly boardUrl: URL | null;
  readonly planId: string | null;
  readonly apiKey: string | null;
  readonly isAuto: boolean;
  readonly timeoutMs: number;
}

/** The demo cannot go on; the message says why and what to do. */
export class DemoError extends Error {
  override readonly name = 'DemoError';
}

type Environment = Readonly<Record<string, string | undefined>>;

/** Null: help is wanted. Throws DemoError for options that make no sense. */
export function readDemoOptions(args: readonly string[], env: Environment): DemoOptions | null {
  const values = parse(args);
  if (values.help === true) return null;
  const running = readRunningStack(env['TANDEM_DATA_DIR'] ?? '.tandem');
  const isAuto = values.auto === true;
  const seconds = Number(values.timeout ?? (isAuto ? 60 : 600));
  if (!Number.isFinite(seconds) || seconds <= 0) {
    throw new DemoError('--timeout takes a number of seconds');
  }
  const board = values.board ?? env['TANDEM_BOARD_URL'] ?? running.get('Board');
  return {
    mcpUrl: toUrl(
      values.url ?? env['TANDEM_MCP_URL'] ?? running.get('MCP') ?? 'http://127.0.0.1:8000/mcp',
    ),
    boardUrl: board === undefined ? null : toUrl(board),
    planId: values.plan ?? null,
    apiKey: values['api-key'] ?? env['TANDEM_API_KEY'] ?? null,
    isAuto,
    timeoutMs: seconds * 1000,
  };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: {
        auto: { type: 'boolean' },
        url: { type: 'string' },
        board: { type: 'string' },
        plan: { type: 'string' },
        'api-key': { type: 'string' },
        timeout: { type: 'string' },
        help: { type: 'boolean', short: 'h' },
      },
    }).values;
  } catch (error) {
    throw new DemoError(`${error instanceof Error ? error.message : String(error)}\n\n${demoHelp}`);
  }
}

function toUrl(text: string): URL {
  if (URL.canParse(text)) return new URL(text);
  throw new DemoError(`"${text}" is no URL`);
}
