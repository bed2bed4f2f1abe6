/** A program shows a few lines well; the rest is said to be there. */
const longestValue = 600;
const longestMessage = 4_000;

/**
 * What a person is asked, as plain text: what would be done, and every detail of it. Further lines of a text are set in, so
 * that none of it looks like another detail.
 */
export function describeForPerson(
  effect: string,
  details: Readonly<Record<string, unknown>>,
): string {
  const lines = Object.entries(details).map(
    ([name, value]) => `${toWords(name)}: ${setIn(toText(value))}`,
  );
  return shorten([`Approve this? ${setIn(effect)}`, ...lines].join('\n\n'), longestMessage);
}

/** `isOnlineMeeting` to `Is online meeting`. */
export function toWords(name: string): string {
  const words = name.replaceAll(/([a-z\d])([A-Z])/g, (_all, end: string, begin: string) => {
    return `${end} ${begin.toLowerCase()}`;
  });
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function toText(value: unknown): string {
  if (typeof value === 'string') return shorten(value, longestValue);
  if (Array.isArray(value) && value.every((one) => typeof one === 'string')) {
    return shorten(value.join(', '), longestValue);
  }
  return shorten(JSON.stringify(value) ?? '', longestValue);
}

function shorten(text: string, longest: number): string {
  if (text.length <= longest) return text;
  return `${text.slice(0, longest)}… (${String(text.length - longest)} more characters)`;
}

function setIn(text: string): string {
  return text.split(/\r\n|[\n\r\v\f\u0085\u2028\u2029]/).join('\n    ');
}
