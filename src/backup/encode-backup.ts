import { createHash } from 'node:crypto';
import type { Counts, DataLine, End, Header } from './backup-line.js';

export const noLines: Counts = { tasks: 0, keys: 0, lines: 0 };

export function countLine({ tasks, keys, lines }: Counts, line: DataLine): Counts {
  const isNewKey = line.kind === 'key' && line.part === 0;
  return {
    tasks: line.kind === 'task' ? tasks + 1 : tasks,
    keys: isNewKey ? keys + 1 : keys,
    lines: lines + 1,
  };
}

/** The text of a backup, line by line: header, data, and an end that proves that nothing is missing or changed. */
export async function* encodeBackup(
  header: Header,
  lines: AsyncIterable<DataLine>,
): AsyncGenerator<string> {
  const hash = createHash('sha256');
  const encode = (value: object): string => {
    const text = `${JSON.stringify(value)}\n`;
    hash.update(text);
    return text;
  };
  let counts = noLines;
  yield encode(header);
  for await (const line of lines) {
    counts = countLine(counts, line);
    yield encode(line);
  }
  const end: End = { end: true, counts, sha256: hash.digest('hex') };
  yield `${JSON.stringify(end)}\n`;
}
