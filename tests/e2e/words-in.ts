/**
 * Every text in something that Temporal keeps, wherever it stands: names, payloads, failures, memos, headers, summaries.
 * What bytes and texts hold as JSON or as base64 is opened as well, as often as it goes.
 */
export function wordsIn(kept: unknown): string {
  const words: string[] = [];
  collect(kept, words);
  return words.join('\n');
}

function collect(part: unknown, words: string[]): void {
  if (typeof part === 'string') {
    words.push(part);
    for (const inner of [fromJson(part), fromBase64(part)]) collect(inner, words);
  } else if (part instanceof Uint8Array) {
    collect(Buffer.from(part).toString('utf8'), words);
  } else if (typeof part === 'object' && part !== null) {
    for (const [name, value] of Object.entries(part)) {
      words.push(name);
      collect(value, words);
    }
  }
}

function fromJson(text: string): unknown {
  if (!/^\s*["[{]/.test(text)) return null;
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** Only what is text itself. */
function fromBase64(text: string): string | null {
  if (!/^[\w+/-]{8,}={0,2}$/.test(text)) return null;
  const inner = Buffer.from(text, 'base64');
  const isText = !inner.toString('utf8').includes('\uFFFD');
  return isText ? inner.toString('utf8') : null;
}
