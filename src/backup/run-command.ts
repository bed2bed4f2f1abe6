import { BackupError } from './backup-error.js';
import type { Counts } from './backup-line.js';

const progressEveryMs = 2_000;

/** Runs a command's work until it ends or the user stops it; answers the exit code. Problems are told in a sentence. */
export async function runCommand(
  work: (signal: AbortSignal) => Promise<void>,
  tell: (text: string) => void,
): Promise<number> {
  const stopping = new AbortController();
  const stop = () => stopping.abort();
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
  try {
    await work(stopping.signal);
    return 0;
  } catch (error) {
    if (stopping.signal.aborted) {
      tell('\nStopped before the end.');
      return 130;
    }
    tell(`\n${describe(error)}`);
    return 1;
  } finally {
    process.off('SIGINT', stop);
    process.off('SIGTERM', stop);
  }
}

/** Tells now and then how far it is, so that long work is seen to go on. */
export function createProgress(
  tell: (text: string) => void,
  now: () => number,
): (what: string, counts: Counts) => void {
  let toldAt = now();
  return (what, { tasks, lines }) => {
    if (now() - toldAt < progressEveryMs) return;
    toldAt = now();
    tell(`  ${what}: ${count(tasks)} tasks, ${count(lines)} lines`);
  };
}

export function count(number: number): string {
  return number.toLocaleString('en-US');
}

function describe(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const isExpected =
    error instanceof BackupError ||
    ['ConfigError', 'UsageError', 'DevelopmentKeyError'].includes(error.name);
  if (isExpected) return error.message;
  // What Redis refuses is told in its words; anything else is a bug, and its place helps.
  return error.name === 'ReplyError' ||
    /connect|ECONN|Connection|Socket|Stream isn't/.test(error.message)
    ? `Redis: ${error.message}`
    : (error.stack ?? error.message);
}
