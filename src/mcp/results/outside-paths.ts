/** Members of an answer that hold text which others wrote, by their paths: `messages[].subject`. */
export interface OutsidePaths {
  /** Whether a member is one, or part of one. */
  has(path: string): boolean;
  /** Those of which an answer has something to say. */
  in(value: unknown): readonly string[];
}

export function createOutsidePaths(paths: readonly string[] = []): OutsidePaths {
  const steps = paths.map((path) => ({ path, names: path.split('.') }));
  return {
    has: (path) =>
      paths.some(
        (known) => path === known || path.startsWith(`${known}.`) || path.startsWith(`${known}[`),
      ),
    in: (value) => steps.filter(({ names }) => holdsText(value, names)).map(({ path }) => path),
  };
}

function holdsText(value: unknown, names: readonly string[]): boolean {
  const [name, ...rest] = names;
  if (name === undefined) return saysSomething(value);
  if (typeof value !== 'object' || value === null) return false;
  const isList = name.endsWith('[]');
  const member: unknown = Object.getOwnPropertyDescriptor(
    value,
    isList ? name.slice(0, -2) : name,
  )?.value;
  if (!isList) return holdsText(member, rest);
  return Array.isArray(member) && member.some((item) => holdsText(item, rest));
}

function saysSomething(value: unknown): boolean {
  if (Array.isArray(value)) return value.some(saysSomething);
  if (typeof value === 'object' && value !== null) return Object.values(value).some(saysSomething);
  return typeof value === 'string' && value !== '';
}
