import { failure, toFinding, type Area, type Finding } from './finding.js';

/** Something to look at. Answers one finding or several; `signal` aborts when its time is over. */
export interface Check {
  readonly name: `${Area}.${string}`;
  readonly run: (signal: AbortSignal) => Promise<readonly Finding[]>;
}

/**
 * Runs all checks side by side and answers their findings in the order of the checks. One that takes too long, or breaks,
 * is a finding as well: nothing that hangs holds up the others.
 */
export async function runChecks(
  checks: readonly Check[],
  limitMs: number,
): Promise<readonly Finding[]> {
  const found = await Promise.all(checks.map((check) => runOne(check, limitMs)));
  return found.flat();
}

async function runOne({ name, run }: Check, limitMs: number): Promise<readonly Finding[]> {
  const ending = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<readonly Finding[]>((resolve) => {
    timer = setTimeout(() => {
      ending.abort();
      resolve([toFinding(name, failure(`Nothing came within ${limitMs / 1_000} s.`, hangs))]);
    }, limitMs);
  });
  try {
    return await Promise.race([run(ending.signal), tooLate]);
  } catch (error) {
    const said = error instanceof Error ? error.message : String(error);
    return [toFinding(name, failure(`The check broke off: ${said}`, broken))];
  } finally {
    clearTimeout(timer);
  }
}

const hangs =
  'See whether what it asks hangs, or a firewall swallows the packets; then run it again.';
const broken = 'Run it again; if it stays so, report it with the text above.';
