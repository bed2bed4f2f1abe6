/** Which members there are and of which kind, of all rows of a list together: what two answers of one operation share. */
export function formOf(value: unknown): readonly string[] {
  const found = new Set<string>();
  collect(value, '', found);
  return [...found].toSorted();
}

function collect(value: unknown, path: string, found: Set<string>): void {
  if (Array.isArray(value)) {
    found.add(`${path}[]`);
    for (const row of value) collect(row, `${path}[]`, found);
  } else if (typeof value === 'object' && value !== null) {
    for (const [name, member] of Object.entries(value)) collect(member, `${path}.${name}`, found);
  } else {
    found.add(`${path}: ${value === null ? 'null' : typeof value}`);
  }
}
